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
            const told = (year, value) =>
                format.join("facts", [format.fill(words.year, {year}), format.value(panel, words, value)]);
            const put = (line, values, nameIn, text, redrawn) => {
                const last = values.reduce((found, value, index) => (value === null ? found : index), -1);
                const points = values.map((value, at) => ({
                    x: years[at],
                    y: value,
                    text: at === last ? text : "",
                    customdata: `<b>${nameIn(years[at])}</b><br>${told(years[at], value)}`,
                }));
                if (redrawn) breakLine(line, points, panel.redrawn.since);
                for (const part of ["x", "y", "text", "customdata"]) line[part] = points.map((point) => point[part]);
            };
            const isRedrawn = (index) => panel.redrawn?.counties[index] === "1";
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
                    code === selected ? book.levels.county.shorts[index] : "",
                    isRedrawn(index),
                );
                if (code === selected) {
                    Object.assign(line, {opacity: 1, mode: "lines+markers+text"});
                    line.line.width = 2.6;
                }
            });
            for (const [key, group] of Object.entries(book.groups)) {
                // The simple mean; of an area that is compared as a whole its one level.
                const [simple, pooled] = [0, 2];
                const levels = years.map((each) => panel.gaps[each]?.levels[key]);
                const values = levels.map((level) => level?.[simple] ?? level?.[pooled] ?? null);
                const redrawn = panel.redrawn?.groups.includes(key);
                put(trace(figure, key), values, () => group.name, group.name, redrawn);
            }
            const at = book.levels[panel.level].codes.indexOf(selected);
            if ((panel.level !== "county" || isCrowded) && at >= 0) {
                const name = book.levels[panel.level].names[at];
                put(
                    trace(figure, "area"),
                    years.map((each) => panel.values[each][at]),
                    () => name,
                    name,
                    panel.level === "county" && isRedrawn(at),
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
                figure.data.some((line) => line.y?.length > years.length) ? words.trend_redrawn : "",
            ].filter(Boolean);
            if (remarks.length) {
                figure.layout.annotations = [remark(format.join("parts", remarks), figures.colours.quiet)];
            }
            return figure;
        },
    };

    // A border that was drawn anew parts the years before from those after; a year that stands alone is a point.
    function breakLine(line, points, since) {
        points.splice(
            points.findIndex((point) => point.x >= since),
            0,
            {x: since, y: null, text: "", customdata: ""},
        );
        if (line.mode === "lines") line.mode = "lines+markers";
    }

    function remark(text, color) {
        return {text, xref: "paper", yref: "paper", x: 0.5, y: 1, yanchor: "top", showarrow: false, font: {color}};
    }
})();
