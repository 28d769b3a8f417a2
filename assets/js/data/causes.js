// Step 3 of an import: the causes of faults, each with an answer that mends all of it. An answer becomes a part of the
// order, with which the file is checked anew.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const page = window.junheng.data;

    page.painters[DataView.CAUSES] = (place, {words, causes, lists, readings, certain, certain_text}) => {
        const answered = readings.map((text, at) => {
            return element("li", {className: "dp-answered"}, [
                element("span", {}, text),
                button(words.take_back, () =>
                    change(({readings: all}) => ({readings: all.filter((_, other) => other !== at)})),
                ),
            ]);
        });
        const all = () => change(({readings: before = []}) => ({readings: [...before, ...certain]}));
        const together = certain.length > 1 ? [element("li", {className: "dp-cause"}, button(certain_text, all))] : [];
        const open = causes.map((cause) => {
            const {severity, severity_name, problem, found, count, advice, mend} = cause;
            const told = [
                element("span", {className: `chip dp-${severity}`}, severity_name),
                element("strong", {}, problem),
                ...(found ? [element("span", {className: "dp-found"}, page.fill(words.quoted, {found}))] : []),
                element("span", {className: "quiet"}, count),
            ];
            const answers = mend ? controls(mend, lists[mend.role], words) : [element("span", {}, advice)];
            return element("li", {className: "dp-cause"}, [
                element("div", {className: "dp-cause-told"}, told),
                element("div", {className: "dp-acts"}, answers),
            ]);
        });
        place.replaceChildren(element("ul", {className: "dp-cause-list"}, [...together, ...open, ...answered]));
    };

    function controls(mend, list, words) {
        const likely = mend.likely.map(([value, text]) => button(text, () => answer(mend, value)));
        if (mend.kind === "fill") return fillControls(mend, words);
        if (!list) return likely;
        const first = element("option", {value: ""}, likely.length ? words.another : words.choose);
        const select = element("select", {className: "form-select form-select-sm", ariaLabel: words.choose}, [
            first,
            ...list.map(([value, text]) => element("option", {value}, text)),
        ]);
        select.addEventListener("change", () => select.value && answer(mend, select.value));
        return [...likely, select];
    }

    function fillControls(mend, words) {
        const input = element("input", {
            className: "form-control form-control-sm",
            ariaLabel: mend.label,
            placeholder: mend.label,
        });
        const fill = () => (input.value.trim() ? answer(mend, input.value.trim()) : input.focus());
        input.addEventListener("keydown", ({key}) => key === "Enter" && fill());
        return [input, button(words.fill, fill)];
    }

    function button(text, act) {
        const made = element("button", {type: "button", className: "btn btn-sm btn-outline-secondary"}, text);
        made.addEventListener("click", act);
        return made;
    }

    function answer(mend, value) {
        change((order) => ANSWERS[mend.kind](order, mend, value));
    }

    const ANSWERS = {
        choose: read,
        fill: read,
        datum: (_, __, datum) => ({datum}),
        swap: ({mapping}) => {
            const other = {longitude: "latitude", latitude: "longitude"};
            return ofColumns(mapping, (use) => ({...use, role: other[use.role] ?? use.role}));
        },
        share: ({mapping}, {column}, unit) => {
            return ofColumns(mapping, (use, at) => (letter(at) === column ? {...use, unit} : use));
        },
    };

    function read({readings = []}, {role, found}, meant) {
        return {
            readings: [...readings.filter((each) => each.role !== role || each.found !== found), {role, found, meant}],
        };
    }

    const ofColumns = (mapping, change) => ({mapping: {...mapping, columns: mapping.columns.map(change)}});

    // The letters of a column of a sheet by its position.
    function letter(at) {
        const last = String.fromCharCode(65 + (at % 26));
        return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
    }

    function change(part) {
        const {upload} = page.query();
        const order = page.orders.load(upload);
        page.orders.save(upload, {...order, ...part(order)});
        page.open();
    }
})();
