// The areas of one year by their value, as a figure of plotly.
(() => {
    "use strict";

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        ranking({panel, rows, selected, figures, book, words, changes}) {
            const areas = [...rows];
            const value = (row) => (panel.lowestFirst ? -row.value : row.value);
            const last = (row) => (row.value === null ? 2 : row.small ? 1 : 0); // what has no rank comes below the others
            areas.reverse(); // plotly draws the first bar at the bottom: map order holds from the top
            areas.sort((one, other) => last(other) - last(one) || (last(one) ? 0 : value(one) - value(other)));
            const isLong = areas.length > book.mostNames;
            const listed = isLong
                ? endsOf(
                      areas.filter((row) => !last(row)),
                      book.rankedEnds,
                      selected,
                  )
                : areas;
            const figure = structuredClone(figures.ranking);
            Object.assign(figure.layout.yaxis, {
                tickmode: "array",
                tickvals: listed.map((row) => row.code),
                ticktext: window.junheng.figureParts
                    .tellApart(listed, book)
                    .map((name, at) => (changes ? "" : signOf(listed[at], book)) + name),
            });
            Object.assign(figure.data[0], {
                y: listed.map((row) => row.code),
                x: listed.map((row) => (row.isBreak ? null : (row.value ?? 0))),
                text: listed.map((row) =>
                    row.value === null
                        ? words.missing
                        : row.small
                          ? window.junheng.format.aside(row.text, words.small)
                          : row.text,
                ),
                customdata: listed.map((row) => [
                    row.code,
                    `<b>${row.name}</b><br>${row.text}<br>${[row.note, row.rankText].filter(Boolean).join("<br>")}`,
                ]),
            });
            Object.assign(figure.data[0].marker, {
                color: listed.map((row) => (row.isBreak ? figures.colours.paper : book.groups[row.group].colour)),
                opacity: listed.map((row) => (row.small ? 0.35 : 1)),
                line: {color: figures.colours.selected, width: listed.map((row) => (row.code === selected ? 3 : 0))},
            });
            const unit = 0.035 * Math.max(0, panel.unit.length - 2); // room for a long one behind the longest bar
            figure.layout.xaxis.range = span(panel, panel.small ? 1.5 : 1.06 + unit);
            return figure;
        },
    };

    // Groups are told apart by shape too, as on the lines of the trend: colours are not seen by all, nor in a grey print.
    function signOf({isBreak, group}, book) {
        if (isBreak) return "";
        return `<span style="color:${book.groups[group].colour}">${group === book.benchmark ? "■" : "●"}</span> `;
    }

    // So many of the last and of the first that are ranked, from below, and the selected one between them.
    function endsOf(ranked, count, selected) {
        const [low, high] = [ranked.slice(0, count), ranked.slice(Math.max(ranked.length - count, count))];
        const between = ranked.slice(count, -count);
        const chosen = between.filter((row) => row.code === selected);
        const left = (code) => ({code, isBreak: true, name: "⋯", text: ""});
        return [...low, left("below"), ...chosen, ...(chosen.length ? [left("above")] : []), ...high];
    }

    // The same axis in every year, so that a bar or a point moves only when its value does.
    function span(panel, stretch) {
        const values = Object.values(panel.values)
            .flat()
            .filter((value) => value !== null);
        return [Math.min(0, ...values), Math.max(0, ...values) * stretch || 1];
    }
})();
