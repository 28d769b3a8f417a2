// What a user puts on a map by hand: notes, arrows and rings, as datasets/queries/storyboard.py has them.
//
//   {kind: "note" | "arrow" | "ring", at: [lon, lat], to: [lon, lat], text}   a note has no `to`
//
// A slide keeps a list of them, an address their text. Nothing changes one in place.
(() => {
    "use strict";

    const {limits} = window.junheng.storyboardForm;
    const ENDS = {note: 1, arrow: 2, ring: 2};
    const BETWEEN = "_"; // neither is escaped in an address
    const END = "*";
    const FARTHEST = [180, 85]; // degrees of longitude, of latitude
    const UNPRINTABLE = /[^\S\n]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g; // eslint-disable-line no-control-regex

    const marks = {
        // The marks of a list that anybody may have written: what is none, or too many, is left out.
        read(found) {
            const list = [];
            for (const each of Array.isArray(found) ? found : []) {
                const mark = readOne(each);
                if (mark && marks.hasRoom([...list, mark])) list.push(mark);
            }
            return list;
        },

        // Whether a view may hold all these.
        hasRoom: (list) => list.length <= limits.marks && marks.countLetters(list) <= limits.all_letters,

        countLetters: (list) => list.reduce((sum, {text}) => sum + [...text].length, 0),

        // The text that an address has, and what one says.
        write: (list) => list.map(writeOne).join(""),
        parse: (text) => marks.read((text || "").match(/[^*]+\*/g)?.map(parseOne)),

        round: (place) => place.map((degrees) => Math.round(degrees * 1e4) / 1e4 + 0),

        plain: (text) =>
            [...text.replace(UNPRINTABLE, " ").replaceAll(END, "＊")].slice(0, limits.mark_letters).join(""),

        // An address without the marks in it, and the marks.
        split(address) {
            const [path, query = ""] = address.split("?");
            const parts = new URLSearchParams(query);
            if (!parts.has("marks")) return {address, marks: []};
            const list = marks.parse(parts.get("marks"));
            parts.delete("marks");
            return {address: parts.size ? `${path}?${parts}` : path, marks: list};
        },

        // The address that shows a slide, its marks too.
        addressOf({address, marks: list}) {
            if (!list?.length) return address;
            const [path, query = ""] = address.split("?");
            const parts = new URLSearchParams(query);
            parts.set("marks", marks.write(marks.read(list)));
            return `${path}?${parts}`;
        },
    };

    function readOne(found) {
        const {kind, at, to = null, text} = found ?? {};
        const isWhole = ENDS[kind] === 1 ? isPlace(at) && to === null : ENDS[kind] === 2 && isPlace(at) && isPlace(to);
        const plain = typeof text === "string" ? marks.plain(text) : "";
        if (!isWhole || (kind === "note" && !plain.trim())) return null;
        return {kind, at: marks.round(at), to: to && marks.round(to), text: plain};
    }

    function isPlace(found) {
        if (!Array.isArray(found) || found.length !== 2) return false;
        return found.every((degrees, axis) => Number.isFinite(degrees) && Math.abs(degrees) <= FARTHEST[axis]);
    }

    function writeOne({kind, at, to, text}) {
        return [kind, ...at, ...(to ?? []), text].join(BETWEEN) + END;
    }

    function parseOne(piece) {
        const [kind, ...parts] = piece.slice(0, -1).split(BETWEEN);
        const ends = ENDS[kind] ?? 0;
        const numbers = parts.slice(0, 2 * ends).map((part) => (part.trim() ? Number(part) : NaN));
        const [at, to = null] = [numbers.slice(0, 2), ends === 2 ? numbers.slice(2, 4) : null];
        return {kind, at, to, text: parts.slice(2 * ends).join(BETWEEN)};
    }

    window.junheng.marks = marks;
})();
