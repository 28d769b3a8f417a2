// Texts of the atlas that follow the year: titles, legends, source lines, the gap's headline, the selection.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {element, fill, show, write} = window.junheng.dom;

    window.junheng.captions = {
        paintMap(frame, titleId, legendId, sourceId) {
            write(titleId, mapTitle(frame));
            fill(legendId, legend(frame));
            write(sourceId, sourceLine(frame));
        },

        paintGap({panel, year}) {
            const gap = panel.gaps[year] ?? {title: "—", detail: "", tone: "", ratios: ["—", "—", "—"]};
            write(Atlas.GAP_TITLE, gap.title);
            document.getElementById(Atlas.GAP_TITLE).className = `gap-title tone-${gap.tone}`;
            write(Atlas.GAP_DETAIL, gap.detail);
            [Atlas.RATIO_SIMPLE, Atlas.RATIO_WEIGHTED, Atlas.RATIO_POOLED].forEach((id, at) =>
                write(id, gap.ratios[at]),
            );
        },

        paintSelection({panel, view, rows, selected, words}) {
            const row = rows.find((each) => each.code === selected);
            const parts = row ? [row.name, row.text, row.rank ? row.rankText : "", row.note] : [words.hint];
            write(Atlas.SELECTION_TEXT, parts.filter(Boolean).join("　"));
            show(Atlas.OPEN, Boolean(row) && panel.level === "county" && view.townships === "1");
            show(Atlas.CLOSE, Boolean(view.within));
            show(Atlas.UNSELECT, Boolean(row));
        },

        // What the page's style sheet has to know of the view.
        paintPage({view, book}) {
            const marks = ["atlas"];
            if (view.compare && view.compare !== "none") marks.push("is-comparing", `by-${view.compare}`);
            if (view.level === "township" && book.schematic) marks.push("is-schematic");
            if (view.within) marks.push("is-opened");
            if (view.method === "own") marks.push("has-own-breaks");
            document.getElementById(Atlas.PAGE).className = marks.join(" ");
        },
    };

    function mapTitle({panel, year, view, book, words}) {
        const {format} = window.junheng;
        const county = book.levels.county.codes.indexOf(view.within);
        const place = view.within
            ? `　${format.fill(words.townships_of, {name: format.name(book, "county", county, year)})}`
            : "";
        return `${panel.name}（${panel.unit}）· ${format.fill(words.year, {year})}${place}`;
    }

    function sourceLine({rows, words}) {
        const {format} = window.junheng;
        const distinct = (texts) => [...new Set(texts.filter(Boolean))];
        const sources = distinct(rows.map((row) => row.source));
        const kinds = distinct(rows.map((row) => row.kind));
        const remarks = distinct(rows.flatMap((row) => row.remark.split("；")));
        const source = `${format.fill(words.source, {source: sources.join("；") || "—"})}${kinds.length ? `（${kinds.join("、")}）` : ""}`;
        return remarks.length ? `${source}　${format.fill(words.remark, {remark: remarks.join("；")})}` : source;
    }

    function legend({panel, rows, book, words}) {
        const count = (number) => rows.filter((row) => row.class === number).length;
        const entries = panel.legend.map((text, number) =>
            entry(text, count(number), {backgroundColor: panel.colours[number]}, "swatch"),
        );
        const outline = entry(book.outlines[panel.level], "", {}, "swatch swatch-outline");
        const small = panel.small ? [entries.pop()] : [];
        return [
            ...entries.reverse(),
            ...small,
            entry(words.missing, count(null), {}, "swatch swatch-missing"),
            outline,
        ];
    }

    function entry(text, count, style, swatch) {
        return element("div", {className: count === 0 ? "legend-entry is-unused" : "legend-entry"}, [
            element("span", {className: swatch, style}),
            element("span", {className: "legend-text"}, text),
            element("span", {className: "legend-count"}, String(count)),
        ]);
    }
})();
