// The two groups of counties that the address gives (groups=...): one document shows one division. They are carried from
// page to page, and added to whatever is asked of the server; the dialog forms others and opens the page anew. So is the
// language of an address (lang=...); what is asked of the server is asked in the language of the document in any case,
// for a cookie may have changed since.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    const NAME = "groups";
    const NONE = "none"; // of the groups that are saved for every reader
    const ASKED = /^\/(_dash-|export\/|api\/)/; // what the server answers by groups
    const BETWEEN_GROUPS = "_"; // datasets/queries/group_query.py reads them
    const BETWEEN_CODES = ".";
    const GOOD_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ·（）()-]{0,9}$/u;
    const LONGEST = 4000;
    const EDITS = "import"; // the right to save groups for every reader
    const SIDES = ["focus", "benchmark"];
    const KINDS = [...SIDES, "neither"];
    const MANY = 20; // counties, of which one looks for those that one wants
    const {element} = window.junheng.dom;
    const {Shell} = window.junheng.ids;
    const LANGUAGE = "lang"; // callbacks/frame/language.py reads it
    const USUAL = "zh-CN";
    let text = new URLSearchParams(window.location.search).get(NAME) || "";
    const asked = new URLSearchParams(window.location.search).get(LANGUAGE) || "";
    let form = null;
    let dialogOpen = null; // how it is closed, and told a sentence
    let askedAt = 0; // when groups were to be saved, as long as that is not answered

    // An address of ours with the groups of this document in it, and a language.
    function withGroups(address, language = asked) {
        const url = new URL(address, window.location.href);
        if (url.origin !== window.location.origin) return address;
        for (const [name, value] of [
            [NAME, text],
            [LANGUAGE, language],
        ]) {
            url.searchParams.delete(name);
            if (value) url.searchParams.set(name, value);
        }
        return url.pathname + url.search + url.hash;
    }

    // The language of the document, where the server would not speak it anyway.
    function ownLanguage() {
        const {lang} = document.documentElement;
        return asked || lang !== USUAL || document.cookie.includes(`${LANGUAGE}=`) ? lang : "";
    }

    // The query of the page itself.
    window.junheng.search = () => {
        const query = new URLSearchParams(window.location.search);
        query.delete(NAME);
        query.delete(LANGUAGE);
        return query.size ? `?${query}` : "";
    };

    // What connection.js sends: whatever is answered by groups is asked for in those of this document.
    window.junheng.inGroups = (resource) =>
        (text || ownLanguage()) && typeof resource === "string" && ASKED.test(resource)
            ? withGroups(resource, ownLanguage())
            : resource;

    for (const name of ["pushState", "replaceState"]) {
        const write = window.history[name].bind(window.history);
        window.history[name] = (state, title, address) =>
            write(state, title, address === undefined || address === null ? address : withGroups(String(address)));
    }

    // A link that is opened in another tab carries them too.
    for (const kind of ["pointerdown", "focusin"]) {
        document.addEventListener(
            kind,
            ({target}) => {
                const link = target.closest?.("a[href^='/']");
                if (link && (text || asked) && !link.href.includes(`${NAME}=`)) {
                    link.setAttribute("href", withGroups(link.href));
                }
            },
            true,
        );
    }

    window.dash_clientside.groups = {
        // What became of an editor's groups; the page is opened anew in those that every reader sees from here on.
        show_saved(saved, isRunning) {
            const {no_update, callback_context} = window.dash_clientside;
            const answered = callback_context.triggered.some(({prop_id}) => prop_id === `${Shell.GROUPS_SAVED}.data`);
            if (answered) {
                askedAt = 0;
                if (saved.error) dialogOpen?.tell(saved.error);
                else show("");
            } else if (isRunning === false && askedAt) {
                dialogOpen?.tell(form.words.unsaved);
            }
            return no_update;
        },

        // What the server made of the address stands in it from here on; the buttons open the dialog and leave it.
        settle(data, opened, restored) {
            const {no_update, callback_context} = window.dash_clientside;
            const pressed = callback_context.triggered.map(({prop_id}) => prop_id.split(".")[0]);
            form = data;
            if (restored && pressed.includes(Shell.GROUPS_RESTORE)) {
                show("");
            } else if (opened && pressed.includes(Shell.GROUPS_OPEN)) {
                openDialog();
            } else if (text !== data.text) {
                text = data.text;
                window.history.replaceState(window.history.state, "", window.location.href);
            }
            return no_update;
        },
    };

    function show(groups) {
        dialogOpen?.close();
        text = groups;
        const address = withGroups(window.location.href);
        if (address === window.location.pathname + window.location.search + window.location.hash) {
            window.location.reload();
        } else {
            window.location.assign(address);
        }
    }

    // Ask the server to save groups for every reader, or to withdraw those that are saved.
    function save(act, groups) {
        askedAt = Date.now();
        dialogOpen.tell(form.words.saving);
        const data = {act, groups, seen: form.saved.seen, at: askedAt};
        window.dash_clientside.set_props(Shell.GROUPS_SAVE, {data});
    }

    // A dialog with a row a county; what is chosen is kept in `sides`, by code.
    function openDialog() {
        const {words, counties, text: shown} = form;
        const sides = new Map(counties.map(([code]) => [code, sideShown(code)]));
        const names = SIDES.map(nameField);
        const table = window.junheng.dom.table(
            "group-table",
            [words.county, ...KINDS.map((side) => words[side])],
            counties.map(([code, county]) => [
                nameCell(code, county),
                ...KINDS.map((side) => choice(code, county, side)),
            ]),
        );
        const rows = [...table.tBodies[0].rows];
        const counts = element("p", {className: "group-counts", role: "status"});
        const fault = element("p", {className: "group-fault", role: "alert"});
        const members = (side) => counties.map(([code]) => code).filter((code) => sides.get(code) === side);
        const tell = () => {
            const [first, second, rest] = KINDS.map((side) => members(side).length);
            counts.textContent = window.junheng.format.fill(words.counts, {first, second, rest});
            fault.textContent = "";
        };
        const close = () => dialog.close();
        const tellFault = (sentence) => {
            fault.textContent = sentence;
        };
        // Hand over the groups as an address has them, unless something is wrong with them.
        const handOver = (take) => {
            const groups = SIDES.map((side, at) => [names[at].querySelector("input").value.trim(), members(side)]);
            const written = groups.map(([name, codes]) => [name, ...shorten(codes)].join(BETWEEN_CODES));
            fault.textContent = findFault(groups, written.join(BETWEEN_GROUPS));
            if (!fault.textContent) take(written.join(BETWEEN_GROUPS));
        };
        const search = (wanted) =>
            rows.forEach((row, at) => {
                row.hidden = !(counties[at][1].includes(wanted) || counties[at][0].startsWith(wanted));
            });
        const putListed = (side) => {
            rows.filter((row) => !row.hidden).forEach((row) => {
                const radio = row.querySelector(`[value=${side}]`);
                radio.checked = true;
                sides.set(radio.dataset.code, side);
            });
            tell();
        };
        const filled = element("form", {method: "dialog", noValidate: true}, [
            element("h2", {}, words.title),
            element("p", {className: "group-hint"}, words.hint),
            ...form.saved.lines.map((line) => element("p", {className: "group-hint group-saved"}, line)),
            element("div", {className: "group-names"}, names),
            counties.length < MANY ? null : searchBar(search, putListed),
            element("div", {className: "group-list"}, table),
            counts,
            fault,
            element("div", {className: "group-actions"}, [
                shown ? button(words.restore, () => show("")) : null,
                form.saved.can_withdraw && shown !== NONE ? button(words.ungroup, () => show(NONE)) : null,
                element("span", {className: "group-space"}),
                ...editorsButtons(() => handOver((groups) => save("save", groups))),
                button(words.cancel, close),
                element("button", {type: "submit", className: "btn btn-sm btn-primary"}, words.apply),
            ]),
        ]);
        const dialog = element("dialog", {className: "group-dialog", ariaLabel: words.title}, filled);
        filled.addEventListener("change", ({target}) => {
            if (target.dataset.code) sides.set(target.dataset.code, target.value);
            tell();
        });
        filled.addEventListener("submit", (event) => {
            event.preventDefault();
            handOver(show);
        });
        dialog.addEventListener("close", () => {
            dialog.remove();
            dialogOpen = null;
        });
        dialogOpen = {close, tell: tellFault};
        document.body.append(dialog);
        tell();
        dialog.showModal();
    }

    // Shown to those who may, once it is known who is logged in.
    function editorsButtons(saveGroups) {
        const {words, saved} = form;
        const buttons = [
            saved.can_withdraw ? button(words.withdraw, () => save("withdraw", "")) : null,
            saved.can_save ? button(words.save, saveGroups) : null,
        ].filter(Boolean);
        buttons.forEach((each) => {
            each.hidden = true;
        });
        window.junheng.account().then(({may}) =>
            buttons.forEach((each) => {
                each.hidden = !may.includes(EDITS);
            }),
        );
        return buttons;
    }

    function nameCell(code, county) {
        return [county, form.counties.length < MANY ? "" : element("span", {className: "group-code"}, code)];
    }

    function sideShown(code) {
        return SIDES.find((side) => form.sides[side]?.counties.includes(code)) ?? "neither";
    }

    function nameField(side, at) {
        const {words, sides, colours} = form;
        return element("label", {className: "group-name"}, [
            element("span", {style: {borderColor: colours[at]}}, words[side]),
            element("input", {
                className: "form-control form-control-sm",
                maxLength: 10,
                value: sides[side]?.name ?? words[`${side}_name`],
            }),
        ]);
    }

    function choice(code, county, side) {
        const radio = element("input", {
            type: "radio",
            className: "form-check-input",
            name: `county-${code}`,
            value: side,
            checked: sideShown(code) === side,
            ariaLabel: `${county} ${form.words[side]}`,
            data: {code},
        });
        return element("td", {}, radio);
    }

    function button(label, press) {
        const made = element("button", {type: "button", className: "btn btn-sm btn-outline-secondary"}, label);
        made.addEventListener("click", press);
        return made;
    }

    // Of many counties those of a name or a code are listed, and may be put into a group together.
    function searchBar(search, putListed) {
        const {words} = form;
        const find = element("input", {
            type: "search",
            className: "form-control form-control-sm",
            placeholder: words.find,
            ariaLabel: words.find,
        });
        find.addEventListener("input", () => search(find.value.trim()));
        const puts = KINDS.map((side) => button(words[side], () => putListed(side)));
        return element("div", {className: "group-search"}, [find, element("span", {}, words.put), ...puts]);
    }

    // The server says the same of an address.
    function findFault([[first, firstCodes], [second, secondCodes]], written) {
        const {words} = form;
        if (![first, second].every((name) => GOOD_NAME.test(name))) return words.bad_name;
        if (first === second) return words.same;
        if (!firstCodes.length || !secondCodes.length) return words.empty;
        return written.length > LONGEST ? words.too_long : "";
    }

    // Whole provinces and prefectures as their codes of two and four digits.
    function shorten(members) {
        let codes = members;
        const every = form.counties.map(([code]) => code);
        for (const length of [2, 4]) {
            for (const prefix of new Set(codes.map((code) => code.slice(0, length)))) {
                if (prefix.length < length) continue;
                const within = every.filter((code) => code.startsWith(prefix));
                if (within.length > 1 && within.every((code) => codes.includes(code))) {
                    codes = [...codes.filter((code) => !code.startsWith(prefix)), prefix];
                }
            }
        }
        return codes.sort();
    }
})();
