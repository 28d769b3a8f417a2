// Storyboards as plain data: {format, id, title, revision, slides: [{address, title, note, marks}]}; marks as
// assets/js/marks/marks.js has them. Nothing changes one in place; each function returns the changed one.
(() => {
    "use strict";

    const {limits, words} = window.junheng.storyboardForm;
    const {fill} = window.junheng.format;
    const ID_BYTES = 8;

    const boards = {
        make(title, slides = []) {
            return {format: limits.format, id: newId(), title: clip(title, limits.title), revision: 0, slides};
        },

        // The first name of the kind that none of them has.
        freeTitle(others) {
            for (let number = 1; ; number += 1) {
                const title = fill(words.untitled, {number});
                if (!others.some((board) => board.title === title)) return title;
            }
        },

        copy(board) {
            return boards.make(fill(words.copy_title, {title: board.title}), board.slides);
        },

        isFull(board) {
            return board.slides.length >= limits.slides;
        },

        add(board, slide) {
            return boards.insert(board, board.slides.length, slide);
        },

        insert(board, at, slide) {
            return {...board, slides: [...board.slides.slice(0, at), slide, ...board.slides.slice(at)]};
        },

        remove(board, at) {
            return {...board, slides: board.slides.filter((_, other) => other !== at)};
        },

        // Move a slide by `steps`; beyond either end it stays there.
        move(board, at, steps) {
            const to = Math.min(Math.max(at + steps, 0), board.slides.length - 1);
            return boards.insert(boards.remove(board, at), to, board.slides[at]);
        },

        change(board, at, changes) {
            const slides = board.slides.map((slide, other) => (other === at ? {...slide, ...changes} : slide));
            return {...board, slides};
        },

        // A title that was deleted is no title: the one before stays.
        rename(board, title) {
            return {...board, title: clip(title.trim(), limits.title) || board.title};
        },

        // The marks on the map of a view stand beside its address, not in it.
        slide(address, title) {
            const {address: bare, marks} = window.junheng.marks.split(address);
            return {address: bare, title: clip(title, limits.title), note: "", marks};
        },
    };

    function clip(text, most) {
        return [...text].slice(0, most).join("");
    }

    // crypto.randomUUID() is only there over https.
    function newId() {
        const bytes = window.crypto.getRandomValues(new Uint8Array(ID_BYTES));
        return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    window.junheng.storyboard = {boards, clip};
})();
