// The years of every county and of both groups, as a figure of plotly.
(() => {
    "use strict";

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        trend({panel, year: shown, selected, figures, book, words}) {
            const {format, rowsOf, figureParts} = window.junheng;
            const {trace} = figureParts;
            const years = panel.years;
            const figure = structuredClone(figures.trend);
            const table = panel.counties || panel.values;
            const put = (line, values, nameIn, text) => {
                const last = values.reduce((found, value, index) => (value === null ? found : index), -1);
                Object.assign(line, {
                    x: years,
                    y: values,
                    text: values.map((value, index) => (index === last ? text : "")),
                    customdata: values.map(
                        (value, at) =>
                            `<b>${nameIn(years[at])}</b><br>${years[at]}年　${format.value(panel, words, value)}`,
                    ),
                });
            };
            const {codes} = book.levels.county;
            const isCrowded = !trace(figure, codes[0]); // the server leaves out the lines of very many counties
            codes.forEach((code, index) => {
                const line = trace(figure, code);
                if (!line) return;
                const nameIn = (each) => rowsOf.name({panel, book, year: each}, "county", index);
                put(
                    line,
                    years.map((each) => (table[each] ? table[each][index] : null)),
                    nameIn,
                    "",
                );
                if (code === selected) {
                    Object.assign(line, {opacity: 1, mode: "lines+markers+text"});
                    line.line.width = 2.6;
                    put(line, line.y, nameIn, book.levels.county.shorts[index]);
                }
            });
            for (const [key, group] of Object.entries(book.groups)) {
                // The simple mean; of an area that is compared as a whole its one level.
                const [simple, pooled] = [0, 2];
                const levels = years.map((each) => panel.gaps[each]?.levels[key]);
                const values = levels.map((level) => level?.[simple] ?? level?.[pooled] ?? null);
                put(trace(figure, key), values, () => group.name, group.name);
            }
            const at = book.levels[panel.level].codes.indexOf(selected);
            if ((panel.level !== "county" || isCrowded) && at >= 0) {
                const name = book.levels[panel.level].names[at];
                put(
                    trace(figure, "area"),
                    years.map((each) => panel.values[each][at]),
                    () => name,
                    name,
                );
            }
            Object.assign(figure.layout.shapes[0], {x0: shown, x1: shown});
            const pad = years.length === 1 ? 1 : 0.25;
            figure.layout.xaxis.range = [years[0] - pad, years[years.length - 1] + pad];
            figure.layout.xaxis.tickmode = "array";
            figure.layout.xaxis.tickvals = years;
            figure.layout.yaxis.ticksuffix = panel.unit === "%" ? "%" : "";
            const remarks = [
                years.length === 1 ? format.fill(words.single_year, {year: years[0]}) : "",
                isCrowded ? words.trend_groups : "",
            ].filter(Boolean);
            if (remarks.length) figure.layout.annotations = [remark(remarks.join("；"), figures.colours.quiet)];
            return figure;
        },
    };

    function remark(text, color) {
        return {text, xref: "paper", yref: "paper", x: 0.5, y: 1, yanchor: "top", showarrow: false, font: {color}};
    }
})();
