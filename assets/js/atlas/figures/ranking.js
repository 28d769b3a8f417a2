// The areas of one year by their value, as a figure of plotly.
(() => {
    "use strict";

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        ranking({panel, rows, selected, figures, book, words}) {
            const areas = [...rows];
            const value = (row) => (panel.lowestFirst ? -row.value : row.value);
            const last = (row) => (row.value === null ? 2 : row.small ? 1 : 0); // what has no rank comes below the others
            areas.reverse(); // plotly draws the first bar at the bottom: map order holds from the top
            areas.sort((one, other) => last(other) - last(one) || (last(one) ? 0 : value(one) - value(other)));
            const names = window.junheng.figureParts.tellApart(areas, book);
            const figure = structuredClone(figures.ranking);
            Object.assign(figure.data[0], {
                y: names,
                x: areas.map((row) => row.value ?? 0),
                text: areas.map((row) =>
                    row.value === null ? words.missing : row.small ? `${row.text}（${words.small}）` : row.text,
                ),
                customdata: areas.map((row) => [
                    row.code,
                    `<b>${row.name}</b><br>${row.text}<br>${[row.note, row.rankText].filter(Boolean).join("<br>")}`,
                ]),
            });
            Object.assign(figure.data[0].marker, {
                color: areas.map((row) => book.groups[row.group].colour),
                opacity: areas.map((row) => (row.small ? 0.35 : 1)),
                line: {color: figures.colours.selected, width: areas.map((row) => (row.code === selected ? 3 : 0))},
            });
            figure.layout.xaxis.range = span(panel, panel.small ? 1.5 : 1.06);
            return figure;
        },
    };

    // The same axis in every year, so that a bar or a point moves only when its value does.
    function span(panel, stretch) {
        const values = Object.values(panel.values)
            .flat()
            .filter((value) => value !== null);
        return [Math.min(0, ...values), Math.max(0, ...values) * stretch || 1];
    }
})();
