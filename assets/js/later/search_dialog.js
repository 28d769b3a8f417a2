// The search: a field and what it finds, grouped, for the keyboard and for those who hear it (a combobox with a listbox).
// The list of names is fetched when the dialog is first opened with a dataset. Text is text: it is never parsed.
(() => {
    "use strict";

    const {element} = window.junheng.dom;
    const {fill} = window.junheng.format;
    const {Shell} = window.junheng.ids;
    const URL = "/search/index";
    const KEPT = "junheng.search";
    const MOST_KEPT = 8;
    const LIST = "search-list";
    const indexes = new Map(); // by dataset: the promise of its list

    let shown = null; // {dialog, input, list, told, dataset, index, words, chosen}

    window.junheng.searchDialog = {open};

    async function open() {
        if (shown) return;
        const dataset = document.getElementById(Shell.DATASET)?.value ?? "";
        build(dataset);
        try {
            const {index, words} = await load(dataset);
            if (!shown) return;
            Object.assign(shown, {index, words});
            name(words);
            refresh();
        } catch {
            if (shown) shown.told.textContent = document.getElementById(Shell.SEARCH).dataset.failed;
        }
    }

    function load(dataset) {
        if (!indexes.has(dataset)) {
            const asked = fetch(`${URL}?${new URLSearchParams({dataset})}`)
                .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.statusText)))
                .then((list) => ({index: window.junheng.searchRank.read(list), words: list.words}));
            asked.catch(() => indexes.delete(dataset)); // the next one tries again
            indexes.set(dataset, asked);
        }
        return indexes.get(dataset);
    }

    function build(dataset) {
        const input = element("input", {type: "text", className: "sr-input", autocomplete: "off", spellcheck: false});
        const aria = {role: "combobox", "aria-expanded": "true", "aria-controls": LIST, "aria-autocomplete": "list"};
        for (const [key, value] of Object.entries(aria)) input.setAttribute(key, value);
        const list = element("div", {id: LIST, className: "sr-list", role: "listbox"});
        const told = element("p", {className: "sr-told", role: "status"});
        const keys = element("p", {className: "sr-keys"});
        const dialog = element("dialog", {className: "sr-dialog"}, [input, told, list, keys]);
        dialog.addEventListener("keydown", press);
        dialog.addEventListener("click", (event) => (event.target === dialog ? close() : follow(event)));
        dialog.addEventListener("close", () => {
            dialog.remove();
            shown = null;
        });
        input.addEventListener("input", (event) => (event.isComposing ? null : refresh()));
        input.addEventListener("compositionend", refresh);
        document.body.append(dialog);
        shown = {dialog, input, list, told, keys, dataset, index: null, chosen: -1};
        dialog.showModal();
        input.focus();
    }

    function name(words) {
        shown.dialog.setAttribute("aria-label", words.title);
        shown.input.setAttribute("aria-label", words.title);
        shown.input.placeholder = words.hint;
        shown.list.setAttribute("aria-label", words.results);
        shown.keys.textContent = words.keys;
    }

    function close() {
        shown?.dialog.close();
    }

    // --- what is found -----------------------------------------------------------------------------------------------

    function refresh() {
        if (!shown?.index) return;
        const {index, input, words} = shown;
        const text = input.value.trim();
        const {hits, said, found, used} = window.junheng.searchRank.find(index, text);
        const groups = new Map(text ? [] : [[words.recent, readKept()]]);
        for (const hit of hits) {
            const label = words.kinds[hit.kind];
            groups.set(label, [...(groups.get(label) ?? []), toEntry(hit)]);
        }
        paint([...groups].filter(([, entries]) => entries.length));
        shown.told.textContent = said
            ? fill(words[said], {found, used})
            : text && fill(words.counted, {count: hits.length});
        shown.told.classList.toggle("is-caution", Boolean(said));
    }

    // What is kept of a hit too: plain texts, and an address without a dataset.
    function toEntry({kind, name: title, marks, notes, path, query, year}) {
        const {words} = shown;
        const page = document.querySelector(`.bar-nav a[href="${path}"]`)?.textContent ?? "";
        const note = [words.kinds[kind], ...notes].join("·");
        const written = title || page;
        const years = year ? fill(words.year, {year}) : "";
        return {title: written, marks, note, page: [title ? page : "", years].filter(Boolean).join(" "), path, query};
    }

    function paint(groups) {
        let at = 0;
        const parts = groups.map(([label, entries], number) => {
            const id = `${LIST}-${number}`;
            const head = element("div", {id, className: "sr-group", role: "presentation"}, label);
            const group = element("div", {role: "group"}, [head, ...entries.map((entry) => option(entry, at++))]);
            group.setAttribute("aria-labelledby", id);
            return group;
        });
        shown.list.replaceChildren(...parts);
        shown.list.scrollTop = 0;
        choose(at ? 0 : -1);
    }

    function option(entry, at) {
        const {title, marks = [], note, page, path, query} = entry;
        const letters = [...title].map((letter, place) =>
            marks.includes(place) ? element("mark", {}, letter) : letter,
        );
        const address = `${path}?${new URLSearchParams({dataset: shown.dataset, ...query})}`;
        const made = element("a", {id: `${LIST}-option-${at}`, className: "sr-option", href: address, tabIndex: -1}, [
            element("span", {className: "sr-name"}, letters),
            element("span", {className: "sr-note"}, note),
            element("span", {className: "sr-page"}, page),
        ]);
        made.setAttribute("role", "option");
        made.entry = entry;
        return made;
    }

    // --- keys and clicks ---------------------------------------------------------------------------------------------

    const options = () => [...shown.list.querySelectorAll(".sr-option")];

    function choose(at) {
        shown.chosen = at;
        options().forEach((each, place) => each.setAttribute("aria-selected", String(place === at)));
        const chosen = options()[at];
        if (chosen) {
            shown.input.setAttribute("aria-activedescendant", chosen.id);
            chosen.scrollIntoView({block: "nearest"});
        } else {
            shown.input.removeAttribute("aria-activedescendant");
        }
    }

    function press(event) {
        event.stopPropagation(); // the page behind has keys of its own
        const count = options().length;
        const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
        if (event.isComposing) return;
        if (step && count) {
            event.preventDefault();
            choose((shown.chosen + step + count) % count);
        } else if (event.key === "Enter" && shown.chosen >= 0) {
            event.preventDefault();
            options()[shown.chosen].click();
        } else if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            shown.input.select();
        }
    }

    // A click for a new tab is the browser's.
    function follow(event) {
        const link = event.target.closest(".sr-option");
        if (!link) return;
        keep(link.entry);
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        close();
        window.junheng.goTo(link.href);
        document.getElementById(Shell.CONTENT).focus();
    }

    // --- what was opened last ----------------------------------------------------------------------------------------

    function keep({title, note, page, path, query}) {
        const now = {title, note, page, path, query};
        const others = readKept().filter((one) => JSON.stringify(one) !== JSON.stringify(now));
        try {
            window.localStorage.setItem(KEPT, JSON.stringify([now, ...others].slice(0, MOST_KEPT)));
        } catch {
            // A browser that keeps nothing has no recent ones.
        }
    }

    function readKept() {
        try {
            const kept = JSON.parse(window.localStorage.getItem(KEPT)) ?? [];
            const paths = Object.values(shown.index.paths);
            return kept
                .filter(({path, title}) => paths.includes(path) && typeof title === "string")
                .slice(0, MOST_KEPT);
        } catch {
            return [];
        }
    }
})();
