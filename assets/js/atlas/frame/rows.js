// One panel in one year: a row an area that is shown, with everything that a chart or a table wants to know of it.
// All of it was decided by the server (layouts/figures/specs/panel_data.py).
(() => {
    "use strict";

    // An area in a frame. A country has three thousand of them and a step of the year needs the classes alone: texts are
    // put together when they are asked for.
    class Row {
        #frame;

        constructor(frame, index) {
            const {panel, areas, year, ranks} = frame;
            this.#frame = frame;
            this.index = index;
            this.code = areas.codes[index];
            this.group = areas.groups[index];
            this.county = areas.counties[index];
            this.value = panel.values[year]?.[index] ?? null;
            this.class = this.value === null ? null : Number(panel.classes[year][index]);
            this.small = panel.small?.[year]?.[index] === "1"; // on too few events: neither ranked nor judged
            this.rank = ranks[index] ?? null;
        }

        get name() {
            return window.junheng.rowsOf.name(this.#frame, this.#frame.panel.level, this.index);
        }

        get short() {
            return window.junheng.rowsOf.name(this.#frame, this.#frame.panel.level, this.index, "shorts");
        }

        get text() {
            return window.junheng.format.value(this.#frame.panel, this.#frame.words, this.value);
        }

        get figure() {
            return this.value === null
                ? ""
                : window.junheng.format.figure(this.#frame.panel, this.#frame.words, this.value);
        }

        get note() {
            const {panel, words, year} = this.#frame;
            return window.junheng.format.note(panel, words, panel.notes?.[year]?.[this.index], this.value, this.small);
        }

        // Where a county stands in province and country, and what the counties most like it come to; "" if not known.
        get inCountry() {
            const {panel, words, year} = this.#frame;
            const parts = panel.inCountry?.[year]?.[this.index];
            if (!parts) return "";
            const [place, province, rank, country, alike] = parts.split(" ");
            return window.junheng.format.fill(words.in_country, {place, province, rank, country, alike});
        }

        get classText() {
            return this.class === null ? this.#frame.words.missing : this.#frame.panel.legend[this.class];
        }

        get kind() {
            const {panel, year} = this.#frame;
            return this.value === null ? "" : panel.kindNames[Number(panel.kinds[year][this.index])];
        }

        get source() {
            const {panel, year} = this.#frame;
            return this.value === null ? "" : panel.sources[this.#at(panel.sourceOf[year])];
        }

        get remark() {
            const {panel, year} = this.#frame;
            return this.value === null ? "" : panel.remarks[this.#at(panel.remarkOf[year])];
        }

        get rankText() {
            const {words, ranked} = this.#frame;
            return this.rank ? window.junheng.format.fill(words.rank, {rank: this.rank, count: ranked}) : words.no_rank;
        }

        // Of a position an area, or of one that all areas share.
        #at(positions) {
            return positions.length === 1 ? positions[0] : positions[this.index];
        }
    }

    window.junheng.rowsOf = {
        rows({panel, book, words, year, view}) {
            const areas = book.levels[panel.level];
            const ranks = panel.ranks?.[year] ?? [];
            const frame = {panel, book, words, year, areas, ranks, ranked: 0};
            const rows = areas.codes
                .map((_, index) => new Row(frame, index))
                .filter((row) => !view.within || row.county.startsWith(view.within));
            frame.ranked = rows.filter((row) => row.rank).length;
            return rows;
        },

        // The name of a place that is opened: a county's, or a division's.
        placeName(frame, within) {
            const {book} = frame;
            return book.divisions[within] ?? this.name(frame, "county", book.levels.county.codes.indexOf(within));
        },

        // The name of an area in a year, or with "shorts" its short one.
        name({panel, book, year}, level, index, key = "names") {
            const areas = book.levels[level];
            return panel.former[year]?.[areas.codes[index]]?.[key] ?? areas[key][index];
        },
    };
})();
