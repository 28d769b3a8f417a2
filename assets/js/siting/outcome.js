// The changes of a scenario, and what they come to.
(() => {
    "use strict";

    const {CoveragePainted} = window.junheng.ids;
    const {element, table} = window.junheng.dom;
    const parts = () => window.junheng.sitingPanel;

    window.junheng.sitingOutcome = {
        changes({remark, count, items}, texts) {
            const note = remark ? element("p", {className: "st-remark"}, remark) : null;
            const head = [parts().heading(texts.changes_title)];
            if (!items.length) {
                return parts().card(head, [note, element("p", {className: "quiet st-pad"}, texts.no_changes)]);
            }
            head.push(element("span", {className: "quiet"}, count));
            head.push(element("div", {className: "card-actions"}, parts().button("undo_all", texts.undo_all)));
            const list = items.map((item, position) => changeItem(item, position, texts));
            return parts().card(head, [note, element("ul", {className: "st-changes"}, list)]);
        },

        // People, the ratio of the groups, areas and targets before and after.
        outcome({subject, tiles, lost, columns, areas, counties, targets, targetTexts, notes}, texts) {
            const shown = element("div", {className: "st-pad", id: CoveragePainted.OUTCOME}, [
                element("div", {className: "st-tiles"}, tiles.map(tile)),
                lost ? element("p", {className: "st-lost"}, lost) : null,
                areaTable(columns, areas),
                window.junheng.sitingForms.folded(texts.counties, [areaTable(columns, counties)]),
                element("h3", {}, texts.targets_title),
                targets.length ? element("ul", {className: "st-targets"}, targets.map(target)) : null,
                ...targetTexts.map((text) => element("p", {}, text)),
                ...notes.map((note) => element("p", {className: "quiet st-note"}, note)),
            ]);
            return parts().card([parts().heading(subject)], shown);
        },
    };

    const mark = (kind) => element("span", {className: `st-mark st-mark-${kind}`});

    function changeItem({kind, name, title, about, place: [lon, lat]}, position, texts) {
        const point = {type: "button", className: "st-change", data: {act: "point", lon, lat}};
        const undo = parts().button("undo", texts.undo, {position});
        undo.ariaLabel = `${texts.undo} ${name}`;
        const told = [element("strong", {}, title), element("span", {className: "quiet"}, about)];
        return element("li", {}, [mark(kind), element("button", point, told), undo]);
    }

    function tile({label, value, note, tone}) {
        return element("div", {className: tone ? `st-tile st-tile-${tone}` : "st-tile"}, [
            element("span", {}, label),
            element("strong", {}, value),
            element("small", {}, note),
        ]);
    }

    function areaTable(columns, areas) {
        const rows = areas.map(({cells: [area, net, ...others], tone}) => [
            area,
            element("td", {className: tone ? `st-${tone}` : ""}, net),
            ...others,
        ]);
        return table("st-table", columns, rows);
    }

    function target({area, name, values, statuses}) {
        const [before, after] = statuses.map(([status, text]) =>
            element("span", {className: `chip status-${status}`}, text),
        );
        return element("li", {}, [
            element("div", {}, [element("strong", {}, area), element("span", {}, name)]),
            element("div", {}, [
                element("span", {}, values),
                before,
                element("span", {className: "quiet"}, "→"),
                after,
            ]),
        ]);
    }
})();
