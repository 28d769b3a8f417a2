// Storyboards from files, links and this browser, which anybody may have written, cut or broken: what is whole is taken,
// the rest is said. datasets/queries/storyboard.py has the same limits.
(() => {
    "use strict";

    const {limits, words} = window.junheng.storyboardForm;
    const {boards, clip} = window.junheng.storyboard;
    const {fill} = window.junheng.format;
    const ADDRESS = /^\/[a-z]*(\?[^#\s]*)?$/; // a page of this program, at no other origin
    const ID = /^[0-9a-f]{16}$/;
    const UNPRINTABLE = /[^\S\n]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g; // eslint-disable-line no-control-regex

    // {board, faults}: what is whole of a text, null for nothing, and sentences on what is not.
    function read(text) {
        const parsed = parse(text);
        const found = parsed ?? salvage(text);
        if (!Array.isArray(found?.slides)) return {board: null, faults: [words.nothing]};
        const slides = found.slides.map(readSlide).filter(Boolean);
        const kept = slides.slice(0, limits.slides);
        const faults = listFaults(found, kept.length, slides.length, parsed === null);
        if (!kept.length && faults.length) return {board: null, faults: [words.nothing]};
        const title = typeof found.title === "string" ? print(found.title, limits.title).trim() : "";
        const made = boards.make(title || fill(words.untitled, {number: ""}), kept);
        const isKnown = ID.test(found.id) && !faults.length; // what is not whole must not take the place of what is
        const revision = Number.isInteger(found.revision) && found.revision >= 0 ? found.revision : 0;
        return {board: isKnown ? {...made, id: found.id, revision} : made, faults};
    }

    function listFaults(found, count, whole, isCut) {
        const broken = found.slides.length - whole;
        const lost = countLost(found.slides);
        return [
            found.format > limits.format ? fill(words.newer, {count}) : "",
            isCut ? fill(words.cut, {count}) : "",
            broken ? fill(words.broken, {broken}) : "",
            lost ? fill(words.broken_marks, {lost}) : "",
            whole > count ? fill(words.beyond, {most: limits.slides, beyond: whole - count}) : "",
        ].filter(Boolean);
    }

    function readSlide(found) {
        const address = found?.address;
        if (typeof address !== "string" || address.length > limits.address || !ADDRESS.test(address)) return null;
        const text = (part, most) => (typeof found[part] === "string" ? print(found[part], most) : "");
        const marks = window.junheng.marks.read(found.marks);
        return {address, title: text("title", limits.title), note: text("note", limits.note), marks};
    }

    // The marks of whole slides that are none, or too many.
    function countLost(slides) {
        const count = ({marks}) => (Array.isArray(marks) ? marks.length : 0);
        return slides.reduce((sum, slide) => sum + (readSlide(slide) ? count(slide) - count(readSlide(slide)) : 0), 0);
    }

    function print(text, most) {
        return clip(text.replace(UNPRINTABLE, " "), most);
    }

    function parse(text) {
        try {
            return JSON.parse(text);
        } catch {
            return null;
        }
    }

    // What stands before the place where a text was cut: the fields before the slides, and every slide that is whole.
    function salvage(text) {
        const [, head, rest] = text.match(/^\s*(\{[^[]*)"slides"\s*:\s*\[([^]*)$/) ?? [];
        if (rest === undefined) return null;
        const fields = parse(`${head.replace(/,\s*$/, "")}}`) ?? {};
        return {...fields, slides: listObjects(rest).map(parse)};
    }

    // The texts of the objects that a list begins with.
    function listObjects(text) {
        const found = [];
        let [depth, start, inText] = [0, 0, false];
        for (let at = 0; at < text.length; at += 1) {
            const letter = text[at];
            if (inText && letter === "\\") at += 1;
            else if (letter === '"') inText = !inText;
            else if (!inText && letter === "{" && depth++ === 0) start = at;
            else if (!inText && letter === "}" && --depth === 0) found.push(text.slice(start, at + 1));
        }
        return found;
    }

    Object.assign(window.junheng.storyboard, {read});
})();
