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

        // What layouts/frame/component_json.py writes: a text, or [tag, properties, child, ...].
        build(part) {
            if (typeof part === "string") return part;
            const [tag, properties, ...children] = part;
            return this.element(
                tag,
                properties,
                children.map((child) => this.build(child)),
            );
        },

        // Put a list of them in place of what an element holds; what was opened there stays open.
        paint(id, parts) {
            const host = document.getElementById(id);
            const opened = [...host.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
            host.replaceChildren(...parts.map((part) => this.build(part)));
            for (const summary of host.querySelectorAll("summary")) {
                summary.parentElement.open = opened.includes(summary.textContent);
            }
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
