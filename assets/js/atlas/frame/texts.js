// What is said of one frame: title, source line, legend, the selected area.
(() => {
    "use strict";

    window.junheng.textsOf = {
        title({panel, year, view, book, words}) {
            const {format, rowsOf} = window.junheng;
            const name = view.within ? rowsOf.placeName({panel, book, year}, view.within) : book.name;
            const where = format.fill(words[`${panel.level}_of`], {name});
            return this.subject(panel, format.fill(words.year, {year}), where, words);
        },

        // What is shown, in which unit, when and where.
        subject({name, unit}, when, where, words) {
            return window.junheng.format.fill(words.subject, {name, unit, when, where});
        },

        source({rows, words}) {
            const {format} = window.junheng;
            const distinct = (texts) => [...new Set(texts.filter(Boolean))];
            const sources = format.join("parts", distinct(rows.map((row) => row.source)));
            const kinds = format.join("names", distinct(rows.map((row) => row.kind)));
            const remarks = distinct(rows.flatMap((row) => row.remark.split(words.note_sign)));
            const most = Number(words.most_remarks);
            const first = format.join("parts", remarks.slice(0, most));
            const remark =
                remarks.length > most ? format.fill(words.remarks_cut, {remark: first, count: remarks.length}) : first;
            const told = {source: sources || "—", kind: kinds};
            const source = format.fill(kinds ? words.source_of_kind : words.source, told);
            return remark ? format.join("facts", [source, format.fill(words.remark, {remark})]) : source;
        },

        // {text, count, colour, swatch} of every class from the highest, of small and missing values and of the lines,
        // which have no count.
        legend({panel, rows, book, view, words}) {
            const count = (number) => rows.filter((row) => row.class === number).length;
            const classes = panel.legend.map((text, number) => ({
                text,
                count: count(number),
                colour: panel.colours[number],
                swatch: "swatch",
            }));
            const small = panel.small ? [classes.pop()] : [];
            const missing = {text: words.missing, count: count(null), swatch: "swatch swatch-missing"};
            const line = (text, look) => (text ? [{text, count: "", swatch: `swatch swatch-${look}`}] : []);
            const isDivided = panel.level === "county" && !view.within;
            const lines = [
                ...line(book.ground.outlines[panel.level], "outline"),
                ...line(isDivided && book.ground.groupLine, "group-line"),
                ...Object.entries(view.within ? {} : book.ground.lines).flatMap(([look, text]) => line(text, look)),
            ];
            const note = panel.legendNote ? [{text: panel.legendNote, count: "", swatch: "swatch swatch-none"}] : [];
            return [...classes.reverse(), ...small, missing, ...lines, ...note];
        },

        selection({rows, selected, words}) {
            const row = rows.find((each) => each.code === selected);
            const parts = row
                ? [row.name, row.text, row.rank ? row.rankText : "", row.note, row.inCountry]
                : [words.hint];
            return window.junheng.format.join("facts", parts);
        },
    };
})();
