// Elements of a drawing in pixels of its box. Text stays text.
(() => {
    "use strict";

    const SPACE = "http://www.w3.org/2000/svg";

    const svg = {
        node(tag, attributes = {}, children = []) {
            const made = document.createElementNS(SPACE, tag);
            for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
            made.append(...[children].flat());
            return made;
        },

        // An empty drawing as large as its box, in place of what the box holds: {drawing, width, height}.
        open(host, title) {
            const {clientWidth: width, clientHeight: height} = host;
            const box = {width, height, viewBox: `0 0 ${width} ${height}`};
            const drawing = svg.node("svg", {...box, role: "img", "aria-label": title});
            host.replaceChildren(drawing);
            return {drawing, width, height};
        },

        text(x, y, content, attributes = {}) {
            return svg.node("text", {x, y, ...attributes}, content);
        },

        line(x1, y1, x2, y2, attributes = {}) {
            return svg.node("line", {x1, y1, x2, y2, ...attributes});
        },

        // How wide a text is, in its letters: a Chinese one is as wide as it is tall.
        measure: (text) => [...String(text)].reduce((sum, letter) => sum + (letter > "⺀" ? 1 : 0.56), 0),
    };
    window.junheng.snapshot.svg = svg;
})();
