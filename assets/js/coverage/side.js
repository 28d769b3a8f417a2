// What stands beside the map of coverage: tiles, all measures, the counties, the worst served places, the method.
(() => {
    "use strict";

    const {CoveragePage} = window.junheng.ids;
    const {element, fill, table, write} = window.junheng.dom;
    let order = "residents"; // in which the worst served places stand
    let heads = null; // by order what its list says

    window.junheng.coverageSide = {
        paint({body, empty}, texts) {
            paintEmpty(empty);
            if (!body) return;
            const {tiles, measures, shares, worst, method} = body;
            fill(CoveragePage.TILES, tiles.map(tile));
            head("MEASURES", measures.head);
            head("SHARES", shares.head);
            heads = worst.heads;
            head("WORST", heads[order]);
            fill(CoveragePage.MEASURES, [table("cv-table", measures.columns, measures.rows.map(measure))]);
            document.getElementById(CoveragePage.SHARES).style.minHeight = `${shares.height}px`;
            window.junheng.plots.draw(CoveragePage.SHARES, shares.figure);
            write(CoveragePage.SHARES_NOTE, shares.note);
            fill(CoveragePage.WORST, worstTables(worst, texts));
            fill(CoveragePage.METHOD, [
                ...method.warnings.map((text) => element("p", {className: "cv-warning"}, text)),
                element(
                    "dl",
                    {className: "facts"},
                    method.facts.flatMap(([term, text]) => [element("dt", {}, term), element("dd", {}, text)]),
                ),
            ]);
        },

        // Which of both orders is shown.
        arrange(chosen) {
            order = chosen ?? order;
            if (heads) head("WORST", heads[order]);
            for (const list of document.getElementById(CoveragePage.WORST).querySelectorAll("[data-list]")) {
                list.hidden = list.dataset.list !== order;
            }
        },
    };

    function head(part, [finding, subject]) {
        write(CoveragePage[`${part}_FINDING`], finding);
        write(CoveragePage[`${part}_SUBJECT`], subject);
    }

    // What lies over a map that has nothing to show.
    function paintEmpty(empty) {
        document.getElementById(CoveragePage.BLOCKED).hidden = !empty;
        document.getElementById(CoveragePage.PAGE).classList.toggle("cv-is-blocked", Boolean(empty));
        const className = "btn btn-sm btn-primary";
        fill(
            CoveragePage.BLOCKED,
            empty
                ? [
                      element("div", {className: "cv-blocked-box"}, [
                          element("h3", {}, empty.title),
                          ...empty.lines.map((line) => element("p", {}, line)),
                          element(
                              "div",
                              {},
                              Object.entries(empty.links).map(([text, href]) => element("a", {href, className}, text)),
                          ),
                      ]),
                  ]
                : [],
        );
    }

    function tile({label, value, note, tone}) {
        return element("div", {className: tone ? `cv-tile cv-tile-${tone}` : "cv-tile"}, [
            element("span", {className: "cv-tile-label"}, label),
            element("strong", {}, value),
            element("span", {className: "cv-tile-note"}, note),
        ]);
    }

    function measure({name, href, hint, unit, values, ratio, assessment}) {
        const link = element("a", {href, title: hint}, name);
        return [[link, element("small", {}, unit)], ...values, element("td", {className: `gp-${assessment}`}, ratio)];
    }

    function worstTables({columns, orders}, texts) {
        if (!Object.values(orders).some((rows) => rows.length)) {
            return [element("p", {className: "cv-none"}, texts.worst_none)];
        }
        const lists = Object.entries(orders).map(([list, rows]) => {
            const line = (cells, at) => worstRow(rows[at].place, cells);
            const cells = rows.map((row) => row.cells);
            const shown = table("cv-table", columns, cells, line);
            return element("div", {data: {list}, hidden: list !== order}, shown);
        });
        return [...lists, element("p", {className: "source"}, texts.worst_hint)];
    }

    // A place is pointed out on the map by a click, or with the keyboard; the second one takes the ring away.
    function worstRow([lon, lat], cells) {
        const made = element("tr", {tabIndex: 0, data: {lon, lat}}, cells);
        const point = () => {
            const on = made.classList.contains("row-selected");
            for (const each of document.querySelectorAll(`#${CoveragePage.WORST} tr.row-selected`)) {
                each.classList.remove("row-selected");
            }
            made.classList.toggle("row-selected", !on);
            window.junheng.coverageMap.highlight(on ? [] : [{lon, lat}]);
        };
        made.addEventListener("click", point);
        made.addEventListener("keydown", ({key}) => key === "Enter" && point());
        return made;
    }
})();
