// Texts of the atlas that follow the year: titles, legends, source lines, the gap's headline, the selection.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {element, fill, show, write} = window.junheng.dom;

    const FINDINGS = {[Atlas.TITLE]: Atlas.FINDING, [Atlas.OTHER_TITLE]: Atlas.OTHER_FINDING};

    window.junheng.captions = {
        paintMap(frame, titleId, legendId, caveatId, sourceId) {
            const {textsOf} = window.junheng;
            write(FINDINGS[titleId], frame.panel.findings.map[frame.year] ?? "");
            write(titleId, textsOf.title(frame));
            const head = frame.panel.legendHead;
            const heads = head ? [element("div", {className: "legend-head"}, head)] : [];
            fill(legendId, [...heads, ...textsOf.legend(frame).map(entry)]);
            write(caveatId, frame.panel.caveat);
            write(sourceId, textsOf.source(frame));
        },

        // Of the groups of counties, of the townships of an opened county, or of how either changed.
        paintGap({panel, year, words}, change) {
            const spread = panel.spreads?.[year];
            const drawn = change && spread ? window.junheng.format.fill(words.change.drawn, {year: change.later}) : "";
            write(Atlas.GAP_HEADING, (spread?.heading ?? words.gap_heading) + drawn);
            const gap = (change ? change.pair.gap : (spread ?? panel.gaps[year])) ?? {
                title: "—",
                detail: "",
                tone: "",
                ratios: ["—", "—", "—"],
            };
            write(Atlas.GAP_TITLE, gap.title);
            document.getElementById(Atlas.GAP_TITLE).className = `gap-title tone-${gap.tone}`;
            write(Atlas.GAP_DETAIL, gap.detail);
            [Atlas.RATIO_SIMPLE, Atlas.RATIO_WEIGHTED, Atlas.RATIO_POOLED].forEach((id, at) =>
                write(id, gap.ratios[at]),
            );
        },

        // What the charts say; the ranking is of the areas that the map shows, the trend of the whole region.
        paintCharts({panel, year, view, book, words}, change) {
            const {format, textsOf} = window.junheng;
            write(Atlas.RANKING_FINDING, change ? "" : (panel.findings.ranking[year] ?? ""));
            write(Atlas.RANKING_SUBJECT, change?.changes.order ?? textsOf.title({panel, year, view, book, words}));
            write(Atlas.TREND_FINDING, panel.findings.trend);
            const [first, last] = [panel.years[0], panel.years.at(-1)];
            const when = format.fill(words.year, {year: first === last ? first : `${first}—${last}`});
            write(
                Atlas.TREND_SUBJECT,
                textsOf.subject(panel, when, format.fill(words.county_of, {name: book.name}), words),
            );
        },

        paintSelection(frame) {
            const {panel, view, rows, selected} = frame;
            const isShown = rows.some((row) => row.code === selected);
            write(Atlas.SELECTION_TEXT, window.junheng.textsOf.selection(frame));
            show(Atlas.OPEN, isShown && panel.level === "county" && Boolean(view.opens));
            show(Atlas.CLOSE, Boolean(view.within));
            if (view.opens) write(Atlas.OPEN, view.opens);
            write(Atlas.CLOSE, view.back);
            show(Atlas.UNSELECT, isShown);
        },

        // The places around what is opened, from the region on; the choice that follows them shows the last one.
        paintPath({view, book}) {
            const opened = view.within ?? "";
            const around = ["", ...Object.keys(book.divisions).sort()].filter((key) => opened.startsWith(key));
            if (around.at(-1) === opened && opened) around.pop();
            const steps = around.map((value) => {
                const step = element("button", {type: "button"}, value ? book.divisions[value] : book.name);
                step.addEventListener("click", () => window.dash_clientside.set_props(Atlas.WITHIN, {value}));
                return step;
            });
            fill(Atlas.PATH, steps);
        },

        // What the page's style sheet has to know of the view.
        paintPage({panel, view, book}) {
            const marks = ["atlas"];
            if (view.compare && view.compare !== "none") marks.push("is-comparing", `by-${view.compare}`);
            if (view.level === "township" && book.schematic) marks.push("is-schematic");
            if (view.within) marks.push("is-opened");
            if (panel.spreads) marks.push("is-spread");
            if (Object.keys(book.divisions).length) marks.push("has-places");
            if (!book.levels.county.groups.includes(book.benchmark)) marks.push("is-whole");
            if (view.method === "own") marks.push("has-own-breaks");
            document.getElementById(Atlas.PAGE).className = marks.join(" ");
        },
    };

    function entry({text, count, colour, swatch}) {
        const style = colour ? {backgroundColor: colour} : {};
        return element("div", {className: count === 0 ? "legend-entry is-unused" : "legend-entry"}, [
            element("span", {className: swatch, style}),
            element("span", {className: "legend-text"}, text),
            element("span", {className: "legend-count"}, String(count)),
        ]);
    }
})();
