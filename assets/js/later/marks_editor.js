// Putting marks on a map: with the pointer (click or drag), or with the keyboard (a button puts one at the chosen area or
// in the middle of the map, arrow keys move it, with Alt the other end of it). Each change is kept at once.
(() => {
    "use strict";

    const {marks, markLayer} = window.junheng;
    const {element} = window.junheng.dom;
    const {fill: format} = window.junheng.format;
    const words = window.junheng.words.marks;
    const {limits} = window.junheng.storyboardForm;
    const KINDS = ["note", "arrow", "ring"];
    const LINE = /.{1,20}/gu; // letters of a longer line go on below
    const STEP = 8; // pixels of an arrow key; one with Shift
    const LEAST = 12; // pixels that a pointer moves at least in a drag
    const OTHER_END = {arrow: [-70, -45], ring: [40, 0]}; // pixels from the place where one is put that was not dragged
    const MOVES = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    // What is open: {id, tool, list, chosen, kind, undo, waits, drag, bar, svg, view}; `kind` is what the pointer puts next,
    // `waits` are the texts that the view was given and has not shown yet, `seen` is the one that it shows.
    let open = null;

    window.junheng.markEditor = {
        toggle(id, tool) {
            const wasOpen = open?.id === id;
            if (open) close();
            if (!wasOpen) begin(id, tool);
        },
    };

    function begin(id, tool) {
        open = {id, tool, list: marks.parse(tool.text()), chosen: null, kind: null, undo: [], waits: [], seen: null};
        open.bar = element("div", {className: "mark-bar", role: "group", ariaLabel: words.title});
        open.bar.addEventListener("keydown", pressInBar);
        document.getElementById(id).closest(".map-box").append(open.bar);
        markLayer.edit({id, take, decorate});
        refresh();
        for (const [name, answer] of Object.entries(heard())) open.svg.addEventListener(name, answer);
        open.bar.querySelector("button").focus();
    }

    function heard() {
        return {pointerdown: grip, pointermove: drag, pointerup: letGo, keydown: pressOnMark, dblclick: write};
    }

    function close() {
        commit();
        const {id, bar, svg, tool} = open;
        markLayer.edit(null);
        svg.classList.remove("is-editing", "has-tool");
        for (const [name, answer] of Object.entries(heard())) svg.removeEventListener(name, answer);
        bar.remove();
        open = null;
        markLayer.show(id, marks.parse(tool.text()));
        document.querySelector(`[data-marks="${id}"]`)?.focus();
    }

    // --- what is drawn -------------------------------------------------------------------------------------------------

    function refresh() {
        draw();
        paintBar();
    }

    function draw() {
        const written = open.list.map((mark) => (mark.kind === "note" && !mark.text ? {...mark, text: "…"} : mark));
        markLayer.draft(open.id, written);
    }

    // The layer was drawn: its marks can be reached, the chosen one has handles.
    function decorate(svg, view, focused) {
        Object.assign(open, {svg, view});
        svg.classList.add("is-editing");
        svg.classList.toggle("has-tool", Boolean(open.kind));
        const groups = [...svg.querySelectorAll(".mark")];
        groups.forEach((group, at) => {
            const {kind, text} = open.list[at];
            const label = format(words.mark, {kind: words[kind], text: text.replaceAll("\n", " ")});
            const attributes = {tabindex: 0, role: "button", "aria-label": label, "data-at": at};
            for (const [name, value] of Object.entries(attributes)) group.setAttribute(name, value);
            group.classList.toggle("is-chosen", at === open.chosen);
        });
        const mark = open.list[open.chosen];
        if (mark?.to) svg.append(...(mark.kind === "arrow" ? ["at", "to"] : ["to"]).map((end) => handle(mark, end)));
        if (focused >= 0) groups[open.chosen ?? focused]?.focus({preventScroll: true});
    }

    function handle(mark, end) {
        const [cx, cy] = open.view.toPixels(mark[end]);
        const made = document.createElementNS("http://www.w3.org/2000/svg", "circle");
        for (const [name, value] of Object.entries({cx, cy, r: 6, class: "mark-handle", "data-end": end})) {
            made.setAttribute(name, value);
        }
        return made;
    }

    function paintBar() {
        const {list, kind, chosen, undo, bar} = open;
        const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.key : null;
        const isFull = list.length >= limits.marks;
        const kinds = KINDS.map((each) => {
            const pressed = String(kind === each);
            const made = button(each, words[each], (event) => choose(each, event), {disabled: isFull});
            made.setAttribute("aria-pressed", pressed);
            return made;
        });
        const hint = isFull ? format(words.full, {most: limits.marks}) : kind ? words[`${kind}_hint`] : words.hint;
        const rows = [
            element("div", {className: "mark-row"}, [
                ...kinds,
                ...(chosen === null ? [] : form(list[chosen])),
                element("span", {className: "mark-space"}),
                button("undo", words.undo, undoOne, {disabled: !undo.length}),
                button("clear", words.clear, clear, {disabled: !list.length}),
                button("done", words.done, close, {className: "btn btn-sm btn-primary"}),
            ]),
            element("p", {className: "mark-hint", role: "status"}, hint),
        ];
        bar.replaceChildren(...rows);
        if (focused) bar.querySelector(`[data-key="${focused}"]`)?.focus();
    }

    function form(mark) {
        const field = element("textarea", {
            className: "form-control form-control-sm",
            ariaLabel: words.text,
            placeholder: words.text_hint,
            maxLength: limits.mark_letters,
            rows: 2,
            value: mark.text,
            data: {key: "text"},
        });
        field.addEventListener("input", () => {
            const before = open.list;
            change(open.chosen, {text: marks.plain(field.value)});
            if (marks.countLetters(open.list) <= limits.all_letters) return draw();
            open.list = before;
            field.value = before[open.chosen].text;
            open.bar.querySelector(".mark-hint").textContent = format(words.letters, {most: limits.all_letters});
        });
        field.addEventListener("change", () => {
            const lines = field.value.split("\n").flatMap((line) => line.match(LINE) ?? [""]);
            change(open.chosen, {text: marks.plain(lines.join("\n").trim())});
            commit();
        });
        return [field, button("remove", words.remove, remove)];
    }

    function button(key, label, press, properties = {}) {
        const className = "btn btn-sm btn-outline-secondary";
        const made = element("button", {type: "button", className, ...properties, data: {key}}, label);
        made.addEventListener("click", press);
        return made;
    }

    // --- what is changed -----------------------------------------------------------------------------------------------

    function change(at, changes) {
        open.list = open.list.map((mark, other) => (other === at ? {...mark, ...changes} : mark));
    }

    // What is whole of the draft is kept: in the view and in its address.
    function commit() {
        const text = marks.write(marks.read(open.list));
        const before = open.waits.at(-1) ?? open.tool.text();
        if (text === before) return;
        open.undo.push(before);
        hand(text);
    }

    function hand(text) {
        open.waits.push(text);
        open.tool.put(text);
    }

    // The view shows what it was given, while more may be written; or the marks of an address that "back" opened.
    function take(list) {
        const text = marks.write(list);
        const at = open.waits.indexOf(text);
        open.waits.splice(0, at + 1);
        const isKnown = at >= 0 || text === open.seen;
        open.seen = text;
        if (isKnown) return draw();
        Object.assign(open, {list, chosen: null});
        return refresh();
    }

    function undoOne() {
        const text = open.undo.pop();
        Object.assign(open, {list: marks.parse(text), chosen: null});
        hand(text);
        refresh();
    }

    function clear() {
        Object.assign(open, {list: [], chosen: null});
        commit();
        refresh();
    }

    function remove() {
        open.list = open.list.filter((_, at) => at !== open.chosen);
        open.chosen = null;
        commit();
        refresh();
        open.bar.querySelector("button:not(:disabled)").focus();
    }

    // A note that says nothing goes when another one is chosen.
    function pick(at) {
        const mark = open.list[at];
        open.list = open.list.filter((each) => each === mark || each.kind !== "note" || each.text.trim());
        open.chosen = mark ? open.list.indexOf(mark) : null;
    }

    function choose(kind, event) {
        open.kind = open.kind === kind ? null : kind;
        pick(null);
        if (event.detail) return refresh();
        open.kind = kind;
        const {tool, view} = open;
        const place = tool.place();
        put(place ? view.toPixels(place) : [view.width / 2, view.height / 2]);
        return finish();
    }

    // A new one, chosen; its other end stands where it would without a drag.
    function put(point) {
        const {kind, list} = open;
        const [at, to] = [degrees(point), kind === "note" ? null : degrees(add(point, OTHER_END[kind]))];
        pick(null);
        open.list = [...list, kind === "arrow" ? {kind, at: to, to: at, text: ""} : {kind, at, to, text: ""}];
        open.chosen = open.list.length - 1;
    }

    function finish() {
        open.kind = null;
        commit();
        refresh();
        write();
    }

    // --- pointer -------------------------------------------------------------------------------------------------------

    function grip(event) {
        if (event.button !== 0) return;
        const point = pointOf(event);
        const {end} = event.target.dataset;
        const group = event.target.closest(".mark");
        if (end) {
            open.drag = {point, ends: [end], mark: open.list[open.chosen]};
        } else if (open.kind) {
            open.drag = {point, isNew: true};
        } else if (group) {
            pick(Number(group.dataset.at));
            open.drag = {point, ends: ["at", "to"], mark: open.list[open.chosen]};
            refresh();
        } else {
            return;
        }
        event.preventDefault();
        open.svg.setPointerCapture(event.pointerId);
    }

    function drag(event) {
        if (!open.drag) return;
        const {point, isNew, isPut, ends, mark} = open.drag;
        const now = pointOf(event);
        const by = [now[0] - point[0], now[1] - point[1]];
        if (isNew) {
            if (open.kind === "note" || Math.hypot(...by) < LEAST) return;
            if (!isPut) put(point);
            open.drag.isPut = true;
            change(open.chosen, {at: degrees(point), to: degrees(now)});
        } else {
            const moved = ends.filter((end) => mark[end]).map((end) => [end, shift(mark[end], by)]);
            change(open.chosen, Object.fromEntries(moved));
        }
        draw();
    }

    function letGo(event) {
        if (!open.drag) return;
        const {isNew, isPut} = open.drag;
        open.drag = null;
        if (isNew && !isPut) put(pointOf(event));
        if (isNew) finish();
        else commit();
    }

    function write(event) {
        event?.stopPropagation(); // a double click opens no area
        open.bar.querySelector("textarea")?.focus();
    }

    // --- keyboard ------------------------------------------------------------------------------------------------------

    function pressOnMark(event) {
        const group = event.target.closest(".mark");
        if (!group) return;
        const at = Number(group.dataset.at);
        const steps = MOVES[event.key];
        const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && open.undo.length;
        const act = isUndo ? undoOne : {Enter: write, Delete: remove, Backspace: remove, Escape: back}[event.key];
        if (!steps && !act) return;
        event.preventDefault();
        event.stopPropagation();
        if (at !== open.chosen) {
            pick(at);
            refresh();
        }
        if (act) return void act();
        const by = steps.map((step) => step * (event.shiftKey ? 1 : STEP));
        const mark = open.list[open.chosen];
        const ends = (event.altKey ? ["to"] : ["at", "to"]).filter((end) => mark[end]);
        change(open.chosen, Object.fromEntries(ends.map((end) => [end, shift(mark[end], by)])));
        commit();
        draw();
    }

    function pressInBar(event) {
        const isText = event.target.tagName === "TEXTAREA";
        if (event.key === "Escape") back();
        else if (event.key === "z" && (event.ctrlKey || event.metaKey) && !isText && open.undo.length) undoOne();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    // One step out: of what is put next, of what is chosen, of the marks.
    function back() {
        if (open.kind === null && open.chosen === null) return close();
        open.kind = null;
        if (open.chosen !== null) commit();
        pick(null);
        refresh();
        return open.bar.querySelector("button").focus();
    }

    // --- places --------------------------------------------------------------------------------------------------------

    // Pixels of the layer, which a meeting's stage may have enlarged.
    function pointOf({clientX, clientY}) {
        const {left, top, width} = open.svg.getBoundingClientRect();
        const scale = width / open.view.width || 1;
        return [(clientX - left) / scale, (clientY - top) / scale];
    }

    const add = (one, other) => one.map((value, axis) => value + other[axis]);
    const degrees = (point) => marks.round(open.view.toDegrees(point));
    const shift = (place, by) => degrees(add(open.view.toPixels(place), by));
})();
