// Where storyboards are kept: in this browser, and for those who are logged in with the account. What is kept with the
// account is saved a moment after each change; one that was changed elsewhere meanwhile is not overwritten.
(() => {
    "use strict";

    const {words} = window.junheng.storyboardForm;
    const {fill} = window.junheng.format;
    const {ask, boards, read} = window.junheng.storyboard;
    const KEY = "junheng-storyboards"; // {current, boards}
    const PAUSE = 600; // milliseconds without a change before it is saved

    let own = readOwn();
    let account = []; // boards
    let owner = null; // the name of who is logged in
    let asked = null; // the question for the boards of the account
    const faults = new Map(); // by id: {text, newest} of what could not be saved; `newest` where somebody else changed it
    const timers = new Map();

    const shelf = {
        all: () => [...account, ...own.boards],
        find: (id) => shelf.all().find((board) => board.id === id) ?? null,
        current: () => shelf.find(own.current) ?? shelf.all()[0] ?? null,
        isOfAccount: (id) => account.some((board) => board.id === id),
        owner: () => owner,
        fault: (id) => faults.get(id) ?? null,

        // Resolves once the boards of the account are there, if anybody is logged in.
        load() {
            asked ??= readAccount();
            return asked;
        },

        choose(id) {
            writeOwn({...own, current: id});
        },

        // Keep a board where it is; a new one with the account, if there is any, unless it is to stay in this browser.
        put(board, {here = false} = {}) {
            if (shelf.isOfAccount(board.id) || (owner && !here && !shelf.find(board.id))) {
                account = replace(account, board);
                saveSoon(board.id);
            } else {
                writeOwn({...readOwn(), current: own.current, boards: replace(readOwn().boards, board)});
            }
            return board;
        },

        async remove(board) {
            faults.delete(board.id);
            clearTimeout(timers.get(board.id));
            if (!shelf.isOfAccount(board.id)) {
                writeOwn({...own, boards: own.boards.filter(({id}) => id !== board.id)});
                return;
            }
            account = account.filter(({id}) => id !== board.id);
            await ask({act: "delete", board});
        },

        // From this browser to the account.
        moveToAccount(board) {
            writeOwn({...own, boards: own.boards.filter(({id}) => id !== board.id)});
            account = [board, ...account];
            saveSoon(board.id, 0);
        },

        retry(id) {
            faults.delete(id);
            saveSoon(id, 0);
        },

        // Somebody else changed it meanwhile: theirs takes its place, mine is a copy beside it or is given up.
        settle(id, keepsMine) {
            const {newest} = faults.get(id);
            const mine = shelf.find(id);
            faults.delete(id);
            account = replace(account, newest);
            if (!keepsMine) return newest;
            const copy = shelf.put(boards.copy(mine));
            shelf.choose(copy.id);
            return copy;
        },
    };

    async function readAccount() {
        owner = (await window.junheng.account()).name;
        if (!owner) return;
        try {
            account = (await ask({act: "list"})).boards;
        } catch (fault) {
            asked = null; // the next one asks again
            throw fault;
        } finally {
            window.junheng.storyboard.panel.repaint();
        }
    }

    function saveSoon(id, pause = PAUSE) {
        clearTimeout(timers.get(id));
        timers.set(id, setTimeout(save, pause, id));
    }

    async function save(id) {
        const board = shelf.find(id);
        if (!board || faults.get(id)?.newest) return;
        try {
            const {revision, newest} = await ask({act: "save", board});
            if (newest) {
                faults.set(id, {text: fill(words.changed, {title: board.title}), newest});
            } else {
                faults.delete(id);
                const now = shelf.find(id);
                if (now) account = replace(account, {...now, revision});
            }
        } catch (fault) {
            faults.set(id, {text: fill(words.not_saved, {reason: fault.message}), newest: null});
        }
        window.junheng.storyboard.panel.repaint();
    }

    function replace(list, board) {
        return list.some(({id}) => id === board.id)
            ? list.map((one) => (one.id === board.id ? board : one))
            : [board, ...list];
    }

    // What is in the browser may have been written by anybody.
    function readOwn() {
        const kept = window.localStorage.getItem(KEY);
        if (!kept) return {current: null, boards: []};
        try {
            const {current, boards: found} = JSON.parse(kept);
            return {current, boards: found.map((one) => read(JSON.stringify(one)).board).filter(Boolean)};
        } catch {
            return {current: null, boards: []};
        }
    }

    function writeOwn(changed) {
        own = changed;
        try {
            window.localStorage.setItem(KEY, JSON.stringify(own));
        } catch {
            faults.set(own.current, {text: words.no_room, newest: null});
        }
    }

    // Another tab has changed them.
    window.addEventListener("storage", ({key}) => {
        if (key !== KEY) return;
        own = {...readOwn(), current: own.current};
        window.junheng.storyboard.panel.repaint();
    });

    Object.assign(window.junheng.storyboard, {shelf});
})();
