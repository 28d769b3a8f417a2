// Elements of the document. Text stays text: it is never parsed.
(() => {
    "use strict";

    window.junheng.dom = {
        // dom.element("div", {className: "legend"}, ["text", otherElement])
        element(tag, properties = {}, children = []) {
            const {style, ...others} = properties;
            const made = Object.assign(document.createElement(tag), others);
            Object.assign(made.style, style);
            made.append(...(Array.isArray(children) ? children : [children]));
            return made;
        },

        // Write only what has changed: a text that stays needs no layout.
        write(id, text) {
            const host = document.getElementById(id);
            if (host && host.textContent !== text) host.textContent = text;
        },

        fill(id, children) {
            document.getElementById(id)?.replaceChildren(...children);
        },

        show(id, shown) {
            document.getElementById(id).style.display = shown ? "" : "none";
        },
    };
})();
