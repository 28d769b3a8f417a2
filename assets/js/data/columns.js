// Step 2 of an import: the first rows of a file, and above each column what it is used for.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const page = window.junheng.data;
    let variables = []; // what a figure can be of, in groups: only a list that is opened is filled with them

    page.painters[DataView.COLUMNS] = (place, grid) => {
        variables = grid.variables;
        const head = [headings(grid), line("dp-uses", grid.words.role, grid.uses.map(useCell(grid)))];
        const body = grid.rows.map(([number, cells]) => line("", number, cells.map(previewCell)));
        const table = [element("thead", {}, head), element("tbody", {}, body)];
        const units = grid.units.map((value) => element("option", {value}));
        place.replaceChildren(
            element("table", {className: "dp-grid"}, table),
            element("datalist", {id: DataView.UNITS}, units),
        );
        const one = page.find(DataView.VARIABLE_PLACE);
        one?.replaceChildren(variableSelect(DataView.VARIABLE, grid.variable, grid.words.variable));
        markStatedRoles();
    };

    function headings({words, names}) {
        return element(
            "tr",
            {},
            [words.row, ...names].map((text) => element("th", {scope: "col"}, text)),
        );
    }

    function line(className, name, cells) {
        return element("tr", {className}, [element("th", {scope: "row"}, name), ...cells]);
    }

    const previewCell = ([text, className]) => element("td", {className}, text);

    function useCell({names, words, roles}) {
        return (use, at) => {
            const label = (word) => ({ariaLabel: `${names[at]} ${word}`});
            const input = (name, value, word, more) => textInput(`${name}-${at}`, value, {...label(word), ...more});
            const unit = input("unit", use.unit, words.unit, {placeholder: words.unit});
            unit.setAttribute("list", DataView.UNITS);
            const ofValue = [
                ...(use.area ? [element("span", {className: "quiet"}, use.area)] : []),
                Object.assign(variableSelect(`variable-${at}`, use.variable, words.variable), label(words.variable)),
                input("year", use.year, words.year, {placeholder: words.year, inputMode: "numeric", maxLength: 9}),
                unit,
            ];
            const role = select(`role-${at}`, Object.entries(roles).map(option), use.role);
            Object.assign(role, label(words.role));
            const box = element("div", {className: "dp-of-value"}, ofValue);
            role.addEventListener("change", () => {
                hideUnless(role.value === "value", box);
                markStatedRoles();
            });
            hideUnless(use.role === "value", box);
            return element("td", {}, [role, box]);
        };
    }

    const hideUnless = (shown, box) => box.classList.toggle("dp-off", !shown);
    const option = ([value, text]) => element("option", {value}, text);

    function textInput(name, value, more) {
        const common = {type: "text", className: "form-control form-control-sm", autocomplete: "off"};
        return element("input", {...common, id: name, name, value, ...more});
    }

    function select(name, options, value) {
        const made = element("select", {id: name, name, className: "form-select form-select-sm"}, options);
        made.value = value ?? "";
        return made;
    }

    // A choice of variable that holds only the chosen one until it is used.
    function variableSelect(name, chosen, nothing) {
        const first = () => option(["", nothing]);
        const made = select(name, [first(), ...(chosen ? [option(chosen)] : [])], chosen?.[0]);
        const fill = () => {
            const {value} = made;
            const groups = variables.map(([label, names]) => {
                return element("optgroup", {label}, Object.entries(names).map(option));
            });
            made.replaceChildren(first(), ...groups);
            made.value = value;
        };
        for (const kind of ["focusin", "pointerdown", "pointerenter"]) made.addEventListener(kind, fill, {once: true});
        return made;
    }

    // What a column of its own says need not be said of each column of values.
    function markStatedRoles() {
        const roles = [...page.body().querySelectorAll("[name^=role-]")].map((control) => control.value);
        for (const role of ["variable", "year", "unit"]) {
            page.body().querySelector("form").classList.toggle(`dp-said-${role}`, roles.includes(role));
        }
    }
})();
