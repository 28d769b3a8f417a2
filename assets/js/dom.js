// Elements of the document. Text stays text: it is never parsed.
(() => {
    "use strict";

    const dom = {
        // dom.element("div", {className: "legend", data: {trace: "covered"}}, ["text", otherElement]); null is no child
        element(tag, properties = {}, children = []) {
            const {style, data, ...others} = properties;
            const made = Object.assign(document.createElement(tag), others);
            Object.assign(made.style, style);
            Object.assign(made.dataset, data);
            made.append(...[children].flat().filter((child) => child !== null));
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

        // Put a list of them in place of what an element holds; what was opened there stays open, what was closed closed.
        paint(id, parts) {
            const host = document.getElementById(id);
            const summaries = () => [...host.querySelectorAll("summary")];
            const before = new Map(summaries().map((summary) => [summary.textContent, summary.parentElement.open]));
            host.replaceChildren(...parts.map((part) => this.build(part)));
            for (const {textContent, parentElement} of summaries()) {
                if (before.has(textContent)) parentElement.open = before.get(textContent);
            }
        },

        // A table of texts or elements; the first cell of a row is its heading. `row` takes the element of each row.
        table(className, columns, rows, row = (cells) => dom.element("tr", {}, cells)) {
            const {element} = dom;
            const heads = columns.map((column) => element("th", {scope: "col"}, column));
            const cell = (content, at) => {
                if (content instanceof HTMLTableCellElement) return content;
                return at ? element("td", {}, content) : element("th", {scope: "row"}, content);
            };
            return element("table", {className}, [
                element("thead", {}, element("tr", {}, heads)),
                element(
                    "tbody",
                    {},
                    rows.map((cells, at) => row(cells.map(cell), at)),
                ),
            ]);
        },

        // What a map or chart says over what it shows, as layouts/frame/parts.py builds it.
        headline(finding, subject) {
            const {element} = dom;
            const told = element("h2", {className: "finding"}, finding);
            return element("div", {className: "headline"}, [told, element("p", {className: "subject"}, subject)]);
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
    window.junheng.dom = dom;
})();
