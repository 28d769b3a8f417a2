// The panel 故事板 at the side of the page: one storyboard of those that are kept, its slides to be put in order, and what
// can be made of it. It leaves the page to be used; what is typed is kept at once.
(() => {
    "use strict";

    const {limits, outputs, words} = window.junheng.storyboardForm;
    const {Storyboard} = window.junheng.ids;
    const {fill} = window.junheng.format;
    const {element} = window.junheng.dom;
    const {storyboard} = window.junheng;
    const {boards} = storyboard;
    const gone = new Map(); // by address: [what of it is gone, the nearest address], null for what is right
    let panel = null;
    let told = []; // sentences
    let way = null; // {label, press} of a button below them

    const api = {
        isOpen: () => panel !== null,

        // Open it, at the note of a slide where one is given, with sentences to be told.
        async show(at = null, sentences = []) {
            document.getElementById(Storyboard.TOLD)?.remove();
            say(sentences);
            if (!panel) {
                panel = element("div", {className: "sb-panel", ariaLabel: words.title});
                panel.setAttribute("role", "dialog");
                document.body.append(panel);
                paint();
                await storyboard.shelf.load().catch((fault) => told.push(fault.message));
            }
            paint();
            focus(at === null ? "close" : `note-${at}`);
        },

        // Tell a sentence, with a button where something can be done.
        tell(sentence, next = null) {
            say([sentence], next);
            paint();
            if (next) focus("way");
        },

        close() {
            panel?.remove();
            panel = null;
            document.querySelector(`#${Storyboard.MENU} summary`).focus();
        },
    };

    // Keep the changed board and show it; `key` names the control that has the focus then.
    function put(board, key = null) {
        const {shelf} = storyboard;
        shelf.choose(shelf.put(board).id);
        say([]);
        paint();
        if (key) focus(key);
    }

    function say(sentences, next = null) {
        told = sentences;
        way = next;
    }

    function focus(key) {
        const control = panel.querySelector(`[data-key="${key}"]`);
        control?.focus();
        control?.closest("li")?.scrollIntoView({block: "nearest"});
    }

    function paint() {
        if (!panel) return;
        const before = document.activeElement?.dataset?.key;
        const isWithin = panel.contains(document.activeElement);
        const board = storyboard.shelf.current();
        const parts = [heading(), board ? chooser(board) : null, board ? nameField(board) : null, messages(board)];
        panel.replaceChildren(...parts.filter(Boolean), slides(board), foot(board));
        if (isWithin && before) focus(before);
        if (board) judge(board);
    }

    function heading() {
        return element("div", {className: "sb-head"}, [
            element("h2", {}, words.title),
            button("close", "×", api.close, {ariaLabel: words.close, className: "btn btn-sm sb-close"}),
        ]);
    }

    function chooser(board) {
        const {shelf} = storyboard;
        const option = (one) => {
            const text = fill(words.count, {title: one.title, count: one.slides.length});
            return element("option", {value: one.id, selected: one.id === board.id}, text);
        };
        const group = (label, isOfAccount) => {
            const listed = shelf.all().filter(({id}) => shelf.isOfAccount(id) === isOfAccount);
            return listed.length ? element("optgroup", {label}, listed.map(option)) : null;
        };
        const className = "form-select form-select-sm";
        const choice = element("select", {className, ariaLabel: words.choose, data: {key: "choose"}}, [
            group(words.in_account, true),
            group(words.in_browser, false),
        ]);
        choice.addEventListener("change", () => {
            shelf.choose(choice.value);
            say([]);
            paint();
        });
        return element("div", {className: "sb-row"}, [
            choice,
            button("new", words.new, () => put(boards.make(boards.freeTitle(shelf.all())), "name")),
            button("copy", words.duplicate, () => put(boards.copy(board), "name")),
            button("delete", words.delete, () => remove(board)),
        ]);
    }

    function nameField(board) {
        const className = "form-control form-control-sm sb-name";
        const field = input(className, words.name, board.title, limits.title, "name");
        field.addEventListener("change", () => put(boards.rename(board, field.value)));
        return field;
    }

    function messages(board) {
        const {shelf} = storyboard;
        const fault = board && shelf.fault(board.id);
        const settle = (keepsMine) => () => {
            shelf.settle(board.id, keepsMine);
            paint();
        };
        const retry = () => {
            shelf.retry(board.id);
            paint();
        };
        const ways = fault?.newest
            ? [button("mine", words.keep_copy, settle(true)), button("theirs", words.take_theirs, settle(false))]
            : [button("retry", words.try_again, retry)];
        const parts = [
            ...told.map((text) => element("p", {}, text)),
            way ? button("way", way.label, way.press) : null,
            fault ? element("p", {className: "sb-fault"}, fault.text) : null,
            ...(fault ? ways : []),
        ].filter(Boolean);
        const box = element("div", {className: "sb-told-here", hidden: !parts.length}, parts);
        box.setAttribute("role", "status");
        return box;
    }

    function slides(board) {
        if (!board?.slides.length) return element("p", {className: "sb-empty"}, words.empty);
        const items = board.slides.map((slide, at) => slideItem(board, slide, at));
        return element("ol", {className: "sb-slides"}, items);
    }

    function slideItem(board, slide, at) {
        const {id} = board;
        const number = at + 1;
        const title = input(
            "form-control form-control-sm",
            fill(words.slide_title, {number}),
            slide.title,
            limits.title,
        );
        title.dataset.key = `title-${at}`;
        const note = element("textarea", {
            className: "form-control form-control-sm",
            ariaLabel: fill(words.note, {number}),
            placeholder: words.note_hint,
            maxLength: limits.note,
            value: slide.note,
            rows: 2,
            data: {key: `note-${at}`},
        });
        const keep = (part, field) => () => type(boards.change(storyboard.shelf.find(id), at, {[part]: field.value}));
        title.addEventListener("input", keep("title", title));
        note.addEventListener("input", keep("note", note));
        const move = (steps, key) => put(boards.move(current(), at, steps), `${key}-${clamp(at + steps, board)}`);
        const remark = element("div", {className: "sb-gone", data: {address: slide.address, at}, hidden: true});
        const item = element("li", {}, [
            element("div", {className: "sb-row"}, [element("span", {className: "sb-number"}, `${number}`), title]),
            note,
            remark,
            element("div", {className: "sb-row sb-tools"}, [
                element("span", {className: "quiet"}, storyboard.pageName(slide.address.split("?")[0])),
                button(`open-${at}`, words.open_page, () => storyboard.uses.show(slide)),
                button(`up-${at}`, "↑", () => move(-1, "up"), {ariaLabel: words.up, disabled: at === 0}),
                button(`down-${at}`, "↓", () => move(1, "down"), {
                    ariaLabel: words.down,
                    disabled: number === board.slides.length,
                }),
                button(`remove-${at}`, words.remove, () => removeSlide(at)),
            ]),
        ]);
        item.addEventListener("keydown", (event) => {
            const steps = {ArrowUp: -1, ArrowDown: 1}[event.key];
            if (!event.altKey || !steps) return;
            event.preventDefault();
            move(steps, event.target.dataset.key.split("-")[0]);
        });
        return item;
    }

    const current = () => storyboard.shelf.current();
    const clamp = (at, board) => Math.min(Math.max(at, 0), board.slides.length - 1);

    // What is typed is kept without painting anew under the hand that types.
    function type(board) {
        storyboard.shelf.put(board);
    }

    function removeSlide(at) {
        const board = current();
        const slide = board.slides[at];
        put(boards.remove(board, at));
        offerUndo(fill(words.removed, {title: slide.title || at + 1}), () =>
            put(boards.insert(current(), at, slide), `title-${at}`),
        );
    }

    async function remove(board) {
        const {shelf} = storyboard;
        const isOfAccount = shelf.isOfAccount(board.id);
        const removed = shelf.remove(board);
        offerUndo(fill(words.deleted, {title: board.title}), async () => {
            await removed.catch(() => {});
            shelf.choose(shelf.put(board, {here: !isOfAccount}).id);
            say([]);
            paint();
        });
        await removed.catch((fault) => api.tell(fault.message));
    }

    function offerUndo(text, press) {
        api.tell(text, {label: words.undo, press});
    }

    function foot(board) {
        const {shelf, add, uses} = storyboard;
        const has = {disabled: !board?.slides.length};
        const primary = {...has, className: "btn btn-sm btn-primary"};
        const making = outputs.map(([output, label]) => button(`make-${output}`, label, () => uses.make(output), has));
        const canMove = board && shelf.owner() && !shelf.isOfAccount(board.id);
        return element("div", {className: "sb-foot"}, [
            element("div", {className: "sb-row"}, [
                button("present", words.present, uses.present, primary),
                button("add", words.add_here, add),
                element("span", {className: "quiet"}, words.hint),
            ]),
            element("div", {className: "sb-row"}, [
                button("link", words.copy_link, uses.copyLink, has),
                button("save", words.save_file, uses.saveFile, has),
                button("file", words.open_file, uses.openFile),
                canMove ? button("account", words.to_account, () => toAccount(board)) : null,
            ]),
            element("div", {className: "sb-row"}, [element("span", {className: "quiet"}, words.documents), ...making]),
        ]);
    }

    function toAccount(board) {
        storyboard.shelf.moveToAccount(board);
        paint();
    }

    // Ask which addresses are not right any more, those that were not asked for yet.
    async function judge(board) {
        markGone();
        const unknown = board.slides.filter(({address}) => !gone.has(address));
        if (!unknown.length) return;
        unknown.forEach(({address}) => gone.set(address, null));
        try {
            const answer = await storyboard.ask({act: "judge", board: {...board, slides: unknown}});
            Object.entries(answer.gone).forEach(([address, found]) => gone.set(address, found));
        } catch {
            unknown.forEach(({address}) => gone.delete(address)); // the next look asks again
        }
        markGone();
    }

    function markGone() {
        for (const remark of panel?.querySelectorAll(".sb-gone") ?? []) {
            const at = Number(remark.dataset.at);
            const [text, nearest] = gone.get(remark.dataset.address) ?? [];
            const use = () => put(boards.change(current(), at, {address: nearest}), `open-${at}`);
            remark.hidden = !text;
            panel.querySelector(`[data-key="open-${at}"]`).disabled = Boolean(text) && !nearest;
            remark.replaceChildren(...(text ? [text, nearest ? button(`use-${at}`, words.use_nearest, use) : ""] : []));
        }
    }

    function input(className, ariaLabel, value, maxLength, key = "") {
        return element("input", {className, ariaLabel, value, maxLength, data: {key}});
    }

    function button(key, label, press, properties = {}) {
        const className = "btn btn-sm btn-outline-secondary";
        const made = element("button", {type: "button", className, ...properties, data: {key}}, label);
        made.addEventListener("click", () => press());
        return made;
    }

    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !panel?.contains(event.target)) return;
        event.stopPropagation();
        api.close();
    });

    storyboard.panel = {...api, repaint: paint};
})();
