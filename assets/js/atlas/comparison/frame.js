// What changed between the years of two frames, as a frame of its own: the map, its names and the ranking draw it as they
// draw a year. All of it was decided by the server (layouts/figures/comparison/change_data.py).
(() => {
    "use strict";

    const ABSENT = ".";

    class ChangeRow {
        #frame;

        constructor(frame, before, after) {
            const {pair, changes} = frame;
            this.#frame = frame;
            this.before = before;
            this.after = after;
            this.index = after.index;
            this.code = after.code;
            this.group = after.group;
            this.county = after.county;
            this.small = false;
            this.value = pair.values[this.index] === ABSENT ? null : Number(pair.values[this.index]);
            this.class = this.value === null ? null : Number(pair.classes[this.index]);
            this.rank = pair.ranks[this.index] === ABSENT ? null : Number(pair.ranks[this.index]);
            this.reason = this.value === null ? pair.reasons[pair.classes[this.index]] : "";
            this.figure = pair.figures[this.index];
            this.text = changes.yesNo ? (changes.legend[this.class] ?? "") : this.figure + changes.textUnit;
        }

        get name() {
            return this.after.name;
        }

        get short() {
            return this.after.short;
        }

        // What stood before and after.
        get note() {
            const {words, earlier, later} = this.#frame;
            const [before, after] = [this.before.text, this.after.text];
            return window.junheng.format.fill(words.change.from_to, {earlier, before, later, after});
        }

        get rankText() {
            const {words, ranked} = this.#frame;
            return this.rank
                ? window.junheng.format.fill(words.change.rank, {rank: this.rank, count: ranked})
                : words.no_rank;
        }

        get classText() {
            return this.class === null ? this.reason : this.#frame.changes.legend[this.class];
        }

        get kind() {
            return joinDistinct(this.before.kind, this.after.kind);
        }

        get source() {
            return joinDistinct(this.before.source, this.after.source);
        }

        get remark() {
            return joinDistinct(this.before.remark, this.after.remark);
        }
    }

    window.junheng.changeOf = {
        frame(left, right, changes) {
            const years = window.junheng.format.fill(left.words.change.between, {
                earlier: left.year,
                later: right.year,
            });
            const pair = unpack(changes.pairs[`${left.year}-${right.year}`]);
            const own = {words: left.words, changes, pair, earlier: left.year, later: right.year, ranked: 0};
            const rows = right.rows.map((after, at) => new ChangeRow(own, left.rows[at], after));
            own.ranked = rows.filter((row) => row.rank).length;
            const values = {[years]: rows.map((row) => row.value)};
            const panel = {...changes, level: right.panel.level, former: right.panel.former, small: null, values};
            return {...right, panel, year: years, rows, pair, changes, later: right.year, types: [], points: null};
        },
    };

    function unpack(pair) {
        const parts = (text, by) => text.split(by);
        return {
            ...pair,
            figures: parts(pair.figures, "|"),
            values: parts(pair.values, " "),
            ranks: parts(pair.ranks, " "),
        };
    }

    function joinDistinct(...texts) {
        return window.junheng.format.join("parts", [...new Set(texts)]);
    }
})();
