// One panel in one year: a row an area that is shown, with everything that a chart or a table wants to know of it.
// All of it was decided by the server (layouts/figures/specs/panel_data.py).
(() => {
    "use strict";

    window.junheng.rowsOf = {
        rows({panel, book, words, year, view}) {
            const {format} = window.junheng;
            const areas = book.levels[panel.level];
            const values = panel.values[year] || [];
            const ranks = ((view.within ? panel.ranksInCounty : panel.ranks)?.[year] ?? "").split(" ");
            const rows = areas.codes
                .map((code, index) => {
                    const value = values[index] ?? null;
                    const at = (positions) => (positions.length === 1 ? positions[0] : positions[index]);
                    const known = value !== null;
                    const number = known ? Number(panel.classes[year][index]) : null;
                    const small = panel.small?.[year]?.[index] === "1"; // on too few events: neither ranked nor judged
                    return {
                        code,
                        name: this.name({panel, book, year}, panel.level, index),
                        short: this.name({panel, book, year}, panel.level, index, "shorts"),
                        group: areas.groups[index],
                        county: areas.counties[index],
                        value,
                        text: format.value(panel, words, value),
                        note: format.note(panel, words, panel.notes?.[year]?.[index], small),
                        small,
                        rank: Number(ranks[index]) || null,
                        class: number,
                        classText: known ? panel.legend[number] : words.missing,
                        kind: known ? panel.kindNames[Number(panel.kinds[year][index])] : "",
                        source: known ? panel.sources[at(panel.sourceOf[year])] : "",
                        remark: known ? panel.remarks[at(panel.remarkOf[year])] : "",
                    };
                })
                .filter((row) => !view.within || row.county === view.within);
            const count = rows.filter((row) => row.rank).length;
            for (const row of rows) {
                row.rankText = row.rank ? format.fill(words.rank, {rank: row.rank, count}) : words.no_rank;
            }
            return rows;
        },

        // The name of an area in a year, or with "shorts" its short one.
        name({panel, book, year}, level, index, key = "names") {
            const areas = book.levels[level];
            return panel.former[year]?.[areas.codes[index]]?.[key] ?? areas[key][index];
        },
    };
})();
