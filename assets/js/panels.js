// Texts and tables that follow the year: titles, legend, source line, gap headline, table rows.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.panels = {
        caption_map(panel, view, year, book, words) {
            const {no_update} = window.dash_clientside;
            if (!panel) return [no_update, no_update, no_update];
            const {rows, yearOf, format} = window.junheng;
            const shown = yearOf(panel, year);
            const areas = rows(panel, book, words, shown, view.within);
            const county = book.levels.county.codes.indexOf(view.within);
            const place = view.within ? `　${format.fill(words.townships_of, {name: format.name(book, "county", county, shown)})}` : "";
            const title = `${panel.name}（${panel.unit}）· ${format.fill(words.year, {year: shown})}${place}`;
            const sources = [...new Set(areas.filter((row) => row.source).map((row) => row.source))];
            const kinds = [...new Set(areas.filter((row) => row.kind).map((row) => row.kind))];
            const source = `${format.fill(words.source, {source: sources.join("；") || "—"})}${kinds.length ? `（${kinds.join("、")}）` : ""}`;
            const remarks = [...new Set(areas.flatMap((row) => row.remark.split("；")).filter(Boolean))];
            const noted = remarks.length ? `　${format.fill(words.remark, {remark: remarks.join("；")})}` : "";
            return [title, legend(panel, areas, book, words), source + noted];
        },

        caption_other_map(panel, otherPanel, view, year, book, words) {
            return window.dash_clientside.panels.caption_map(otherPanel || panel, view, year, book, words);
        },

        head_gap(panel, year) {
            const {no_update} = window.dash_clientside;
            if (!panel) return Array(6).fill(no_update);
            const gap = panel.gaps[window.junheng.yearOf(panel, year)];
            if (!gap) return ["—", "", "gap-title", "—", "—", "—"];
            return [gap.title, gap.detail, `gap-title tone-${gap.tone}`, ...gap.ratios];
        },

        fill_table(panel, view, year, selected, book, words, columns) {
            const {no_update} = window.dash_clientside;
            if (!panel) return [no_update, no_update];
            const {rows, yearOf, format} = window.junheng;
            const shown = yearOf(panel, year);
            const county = (code) => format.name(book, "county", book.levels.county.codes.indexOf(code), shown);
            const filled = rows(panel, book, words, shown, view.within).map((row) => ({
                code: row.code,
                name: row.name,
                county: county(row.county),
                group: book.groups[row.group].name,
                value: row.value,
            text: row.value === null || panel.yesNo ? row.text : format.number(row.value, panel.decimals),
                rank: row.rank,
                basis: row.note,
                class: row.classText,
                kind: row.kind,
                source: row.source,
                note: row.remark,
                selected: row.code === selected,
            }));
            return [filled, withCounty(columns, panel.level === "township") || no_update];
        },

        describe_selection(panel, view, year, selected, book, words) {
            const hidden = (shown) => ({display: shown ? "" : "none"});
            if (!panel) return [words.hint, hidden(false), hidden(false), hidden(false)];
            const {rows, yearOf} = window.junheng;
            const shown = yearOf(panel, year);
            const row = rows(panel, book, words, shown, view.within).find((each) => each.code === selected);
            const text = row ? `${row.name}　${row.text}${row.rank ? `　${row.rankText}` : ""}${row.note ? `　${row.note}` : ""}` : words.hint;
            const opens = Boolean(row) && panel.level === "county" && view.townships === "1";
            return [text, hidden(opens), hidden(Boolean(view.within)), hidden(Boolean(row))];
        },

        frame_page(view, book) {
            const marks = ["atlas"];
            if (!view) return window.dash_clientside.no_update;
            if (view.compare && view.compare !== "none") marks.push(`is-comparing by-${view.compare}`);
            if (view.level === "township" && book.schematic) marks.push("is-schematic");
            if (view.within) marks.push("is-opened");
            if (view.method === "own") marks.push("has-own-breaks");
            return marks.join(" ");
        },
    };

    // The columns with or without that of the county; null where they are so already.
    function withCounty(columns, shown) {
        if (columns.find((column) => column.field === "county").hide !== shown) return null;
        return columns.map((column) => (column.field === "county" ? {...column, hide: !shown} : column));
    }

    function legend(panel, areas, book, words) {
        const count = (number) => areas.filter((row) => row.class === number).length;
        const entries = panel.legend.map((text, number) => entry(text, count(number), {backgroundColor: panel.colours[number]}, "swatch"));
        const missing = count(null);
        const outline = entry(book.outlines[panel.level], "", {}, "swatch swatch-outline");
        const small = panel.small ? [entries.pop()] : [];
        return [...entries.reverse(), ...small, entry(words.missing, missing, {}, "swatch swatch-missing"), outline];
    }

    function entry(text, count, style, swatch) {
        return element("Div", {className: count === 0 ? "legend-entry is-unused" : "legend-entry"}, [
            element("Span", {className: swatch, style}),
            element("Span", {className: "legend-text"}, text),
            element("Span", {className: "legend-count"}, String(count)),
        ]);
    }

    function element(type, props, children) {
        return {namespace: "dash_html_components", type, props: {...props, children}};
    }
})();
