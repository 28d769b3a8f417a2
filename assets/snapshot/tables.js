// The table of a slide: of a map its areas, of a page what that lists first.
(() => {
    "use strict";

    const {snapshot, dom, format, textsOf} = window.junheng;
    const {content, frames, words} = snapshot;

    snapshot.tableOf = {
        // {title, heads, rows, count}: cells are texts, or numbers to be sorted by with their texts.
        read(slide, frame, year) {
            if (slide.kind === "map") return readMap(frame);
            return slide.years?.[year]?.table ?? null;
        },

        // Rows by a column, numbers as numbers and what is empty last.
        sort(rows, column, isDown) {
            const key = (row) => sortKey(row[column]);
            const compare = (one, other) => {
                if (one === "" || other === "") return (one === "") - (other === "");
                const order =
                    typeof one === "number" && typeof other === "number"
                        ? one - other
                        : String(one).localeCompare(String(other), "zh");
                return isDown ? -order : order;
            };
            return [...rows].sort((one, other) => compare(key(one), key(other)));
        },
    };

    function sortKey(cell) {
        const text = String(cell);
        const number = Number(text.replace(/[,%]/g, ""));
        return text !== "" && !Number.isNaN(number) ? number : text;
    }

    function readMap(frame) {
        const {panel, book, rows, year} = frame;
        const ranked = frames.ranked(frame);
        const listed = [...ranked, ...rows.filter(({value}) => value === null)];
        const cells = listed.map((row) => [
            row.name,
            book.groups[row.group]?.name ?? "",
            row.value === null ? "" : row.figure,
            row.rank ?? "",
            row.classText,
            row.kind,
            row.source,
            format.join("parts", [row.note, row.remark]),
        ]);
        const heads = words.heads.map((head, at) => (at === 2 && !panel.yesNo ? format.aside(head, panel.unit) : head));
        return {title: textsOf.title({...frame, year}), heads, rows: cells, valued: 2, count: cells.length};
    }

    // Draw a table; a click on a heading sorts by it.
    snapshot.drawTable = (host, found, state = {}) => {
        const {element} = dom;
        const rows =
            state.column === undefined ? found.rows : snapshot.tableOf.sort(found.rows, state.column, state.isDown);
        const heads = found.heads.map((head, column) => {
            const isOwn = column === state.column;
            const button = element(
                "button",
                {type: "button", className: "sn-sort"},
                `${head}${isOwn ? (state.isDown ? " ↓" : " ↑") : ""}`,
            );
            button.addEventListener("click", () => {
                snapshot.drawTable(host, found, {column, isDown: isOwn && !state.isDown});
                host.querySelectorAll(".sn-sort")[column].focus();
            });
            const cell = element("th", {scope: "col"}, button);
            if (isOwn) cell.setAttribute("aria-sort", state.isDown ? "descending" : "ascending");
            return cell;
        });
        const body = rows.map((cells) =>
            element(
                "tr",
                {},
                cells.map((cell, at) =>
                    at ? element("td", {}, shown(cell)) : element("th", {scope: "row"}, shown(cell)),
                ),
            ),
        );
        const caption = format.fill(words.caption, {title: found.title, count: found.count});
        host.replaceChildren(
            element("table", {className: "sn-table"}, [
                element("caption", {}, caption),
                element("thead", {}, element("tr", {}, heads)),
                element("tbody", {}, body),
            ]),
        );
    };

    function shown(cell, isValue) {
        return isValue && cell === "" ? content.words.atlas.missing : String(cell);
    }
})();
