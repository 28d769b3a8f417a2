// Collecting: the page on the screen becomes a slide (the menu, or the key S); a link or a file becomes a storyboard.
(() => {
    "use strict";

    const {titles, words} = window.junheng.storyboardForm;
    const {Storyboard} = window.junheng.ids;
    const {fill} = window.junheng.format;
    const {element} = window.junheng.dom;
    const {storyboard} = window.junheng;
    const {boards} = storyboard;
    const STAYS = 7000; // milliseconds that a message stays
    const TYPED = "textarea, select, [contenteditable=true], input:not([type=radio], [type=checkbox], [type=range])";
    let leaving = null;

    // The page as a slide; null where there is nothing to show.
    function slideOfPage() {
        const {pathname, search} = window.location;
        if (!(pathname in titles)) return null;
        const title = document.querySelector(titles[pathname])?.innerText.replace(/\s+/g, " ").trim();
        return boards.slide(pathname + search, title || nameWithYear(pathname, search));
    }

    // Of a page that has no title, or not yet.
    function nameWithYear(path, search) {
        const year = new URLSearchParams(search).get("year");
        return fill(year ? words.page_year : words.page, {page: pageName(path), year});
    }

    function pageName(path) {
        const link = [...document.querySelectorAll(".bar-nav a")].find(({pathname}) => pathname === path);
        return link?.textContent ?? path;
    }

    async function add() {
        const slide = slideOfPage();
        if (!slide) return tell(words.not_a_view);
        const {shelf, panel} = storyboard;
        await shelf.load().catch(() => {});
        const board = shelf.current() ?? boards.make(boards.freeTitle(shelf.all()));
        if (boards.isFull(board)) return tell(fill(words.full, {most: board.slides.length}));
        const at = board.slides.length;
        shelf.choose(shelf.put(boards.add(board, slide)).id);
        if (panel.isOpen()) return panel.show(at);
        return tell(fill(words.added, {title: board.title, number: at + 1}), words.write_note, () => panel.show(at));
    }

    // What F shows: the storyboard that is open, else the view on the screen; null where there is neither.
    function boardOfView() {
        const {shelf, panel} = storyboard;
        if (panel.isOpen() && shelf.current()?.slides.length) return shelf.current();
        const slide = slideOfPage();
        return slide && boards.make(slide.title || words.snapshot_title, [slide]);
    }

    // A message over the page, with a button where something can be done.
    function tell(text, label = "", press = () => {}) {
        clearTimeout(leaving);
        document.getElementById(Storyboard.TOLD)?.remove();
        const button = element("button", {type: "button", className: "btn btn-sm btn-link"}, label);
        const told = element("div", {id: Storyboard.TOLD, className: "sb-told"}, [text, label ? button : null]);
        told.setAttribute("role", "status");
        button.addEventListener("click", () => {
            told.remove();
            press();
        });
        document.body.append(told);
        leaving = setTimeout(() => told.remove(), STAYS);
    }

    // Keep what a text holds in this browser and show it; the same one that is here already is only shown.
    function take(text, opened, fault = "") {
        const {shelf, panel, read} = storyboard;
        const {board, faults} = fault ? {board: null, faults: [fault]} : read(text);
        if (!board) return panel.show(null, faults);
        const known = shelf.all().find((one) => JSON.stringify(one.slides) === JSON.stringify(board.slides));
        const fresh = shelf.find(board.id) ? {...boards.copy(board), title: board.title} : board;
        const kept = known?.title === board.title ? known : shelf.put({...fresh, revision: 0}, {here: true});
        shelf.choose(kept.id);
        return panel.show(null, [fill(opened, {title: kept.title, count: kept.slides.length}), ...faults]);
    }

    async function openLink(hash) {
        const unpacked = await storyboard.unpack(hash);
        if (!unpacked) return;
        await storyboard.ready;
        const {pathname, search} = window.location;
        window.history.replaceState(window.history.state, "", pathname + search);
        await storyboard.shelf.load().catch(() => {});
        take(unpacked.text, words.opened_link, unpacked.fault);
    }

    document.addEventListener("keydown", (event) => {
        if (event.key.toLowerCase() !== "s" || event.ctrlKey || event.metaKey || event.altKey) return;
        const {classList} = document.documentElement;
        if (classList.contains("is-meeting") || event.target.closest(TYPED)) return;
        if (document.querySelector(".modal.show, dialog:modal")) return;
        event.preventDefault();
        add();
    });

    document.addEventListener("click", ({target}) => {
        const entry = target.closest?.(".meeting-entry");
        if (!entry) return;
        document.getElementById(Storyboard.MENU).open = false;
        if (entry.id === Storyboard.ADD) add();
        if (entry.id === Storyboard.OPEN) storyboard.panel.show();
        if (entry.id === Storyboard.SNAPSHOT) storyboard.uses.saveSnapshot(boardOfView());
    });

    window.addEventListener("hashchange", () => openLink(window.location.hash));
    const opened = window.location.hash; // the page writes its own address, without it
    setTimeout(() => openLink(opened)); // when all scripts are there

    Object.assign(storyboard, {add, pageName, take, tell});
})();
