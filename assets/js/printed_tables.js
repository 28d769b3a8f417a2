// A table that shows only a part of its rows or columns in its box is printed wholly, on sheets behind those of the page:
// AG Grid draws only what is seen.
(() => {
    "use strict";

    const {element, table} = window.junheng.dom;
    const MOST = 1000; // rows: more are for the download
    const CELL = {useFormatter: true};

    // A link as AG Grid's cells write it, [看图](/map), is nothing to press on paper.
    const isLink = (text) => /^\[[^\]]*\]\([^)]*\)$/.test(text);

    function isCut(grid) {
        const [body, columns] = [".ag-body-viewport", ".ag-center-cols-viewport"].map((part) =>
            grid.querySelector(part),
        );
        if (!grid.offsetParent || !body) return false;
        return body.scrollHeight > body.clientHeight + 1 || columns.scrollWidth > columns.clientWidth + 1;
    }

    function read(api) {
        const columns = api.getAllDisplayedColumns();
        const rows = [];
        api.forEachNodeAfterFilterAndSort((rowNode) => {
            rows.push(columns.map((colKey) => String(api.getCellValue({rowNode, colKey, ...CELL}) ?? "")));
        });
        const names = columns.map((column) => api.getDisplayNameForColumn(column, "header"));
        const kept = names.map((_, at) => !rows.every((row) => !row[at] || isLink(row[at])));
        const keep = (cells) => cells.filter((_, at) => kept[at]);
        return {names: keep(names), rows: rows.map(keep)};
    }

    function copy(grid) {
        const api = window.dash_ag_grid.getApi(grid.id);
        if (!api || api.getDisplayedRowCount() > MOST) return null;
        const {names, rows} = read(api);
        const head = grid.closest(".panel, .tabbed-panel")?.querySelector(".card-head, .headline");
        const lines = [...(head?.querySelectorAll("h2, .subject") ?? [])]
            .map((line) => line.textContent)
            .filter(Boolean);
        const texts = [...new Set(lines.length ? lines : [document.title])].map((line) => element("p", {}, line));
        return element("section", {className: "printed-rows"}, [...texts, table("", names, rows)]);
    }

    window.junheng.printedTables = {
        put() {
            this.remove();
            const grids = [...document.querySelectorAll(".ag-root-wrapper")].map((wrapper) => wrapper.closest("[id]"));
            document.body.append(...grids.filter(isCut).map(copy).filter(Boolean));
        },

        remove() {
            document.querySelectorAll(".printed-rows").forEach((section) => section.remove());
        },
    };
})();
