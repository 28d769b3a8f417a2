// Numbers and names as the reader sees them. Everything decided (classes, ratios, verdicts) comes from the server.
(() => {
    "use strict";

    window.junheng.format = {
        fill(template, parts) {
            return template.replace(/\{(\w+)\}/g, (_, key) => parts[key]);
        },

        number(value, decimals) {
            // A value comes rounded; one that came with more digits needs them to stay in its class.
            return value.toLocaleString("zh-CN", {minimumFractionDigits: decimals, maximumFractionDigits: 15});
        },

        value(panel, words, value) {
            if (value === null || value === undefined) return words.missing;
            if (panel.yesNo) return value >= 0.5 ? words.yes : words.no;
            return `${this.number(value, panel.decimals)} ${panel.unit}`;
        },

        // The count and the interval of a figure that chance moves; nothing beside others.
        note(panel, words, parts, small) {
            if (!parts) return "";
            if (parts === "?") return words.unknown_count;
            const [count, low, high] = parts.split(" ");
            return this.fill(panel.noteText, {count, low, high}) + (small ? `；${words.too_few}` : "");
        },

        // A text of a file in a chart: plotly would read some of it as markup.
        plain(text) {
            return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        },

        shorten(text) {
            return text.length > 40 ? `${text.slice(0, 39)}…` : text;
        },

        // The name in force in a year: a county may have borne another one.
        name(book, level, index, year, key = "names") {
            const areas = book.levels[level];
            const former = (book.former[areas.codes[index]] || []).find((entry) => year <= entry.until);
            return former ? former[key === "names" ? "name" : "short"] : areas[key][index];
        },
    };

    // One panel in one year: a row per area that is shown, with everything a chart or a table wants to know of it.
    window.junheng.rows = function (panel, book, words, year, within) {
        const {format} = window.junheng;
        const areas = book.levels[panel.level];
        const values = panel.values[year] || [];
        const rows = areas.codes
            .map((code, index) => {
                const value = values[index] ?? null;
                const kind = panel.kinds[year]?.[index];
                const at = (positions) => (positions.length === 1 ? positions[0] : positions[index]);
                const known = value !== null;
                const number = known ? Number(panel.classes[year][index]) : null;
                const small = panel.small?.[year]?.[index] === "1"; // on too few events: neither ranked nor judged
                return {
                    code,
                    name: format.name(book, panel.level, index, year),
                    short: format.name(book, panel.level, index, year, "shorts"),
                    group: areas.groups[index],
                    county: areas.counties[index],
                    value,
                    rankedBy: panel.rankedBy[year]?.[index] ?? value,
                    text: format.value(panel, words, value),
                    note: format.note(panel, words, panel.notes?.[year]?.[index], small),
                    small,
                    class: number,
                    classText: known ? panel.legend[number] : words.missing,
                    kind: known ? panel.kindNames[Number(kind)] : "",
                    source: known ? panel.sources[at(panel.sourceOf[year])] : "",
                    remark: known ? panel.remarks[at(panel.remarkOf[year])] : "",
                };
            })
            .filter((row) => !within || row.county === within);
        const known = rows.filter((row) => row.value !== null && !row.small).map((row) => row.rankedBy);
        const better = (value) => (other) => (panel.lowestFirst ? other < value : other > value);
        for (const row of rows) {
            row.rank =
                row.value === null || row.small || !panel.ranked ? null : known.filter(better(row.rankedBy)).length + 1;
            row.rankText =
                row.rank === null ? words.no_rank : format.fill(words.rank, {rank: row.rank, count: known.length});
        }
        return rows;
    };

    // A panel's own year nearest to the slider's: the two may differ for a moment while an answer is on its way.
    window.junheng.yearOf = function (panel, year) {
        const earlier = panel.years.filter((candidate) => candidate <= year);
        return earlier.length ? earlier[earlier.length - 1] : panel.years[0];
    };

    window.junheng.trace = function (figure, name) {
        return figure.data.find((candidate) => candidate.name === name);
    };
})();
