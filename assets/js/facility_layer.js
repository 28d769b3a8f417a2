// The atlas's facilities: the choice of types, legends, list and counts. The points themselves are facilities.js.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    let file = null; // where the facilities of the dataset are
    let unreadable = false;
    let shown = null; // what the choice of types was last painted from

    window.dash_clientside.facilities = {
        // A dataset's facilities are read when the reader first asks for any of them.
        async read_book(url, types, tab) {
            const {no_update} = window.dash_clientside;
            file = url;
            if (!url) return no_update;
            if (!types?.length && tab !== "facilities" && !choice().open) return window.junheng.facilities.book(url) ? url : null;
            return read();
        },

        offer_types(types, url, panel, view, year, words) {
            if (!panel || !words) return words?.none_chosen ?? "";
            shown = {types: types || [], url, year: window.junheng.yearOf(panel, year), within: view.within, words};
            if (choice().open) paintChoice();
            return types?.length ? window.junheng.format.fill(words.chosen, {count: types.length}) : words.none_chosen;
        },

        explain_points(types, url, panel, view, year, words) {
            const {facilities, yearOf} = window.junheng;
            const book = facilities.book(url);
            if (!book || !panel || !types?.length) return [];
            return facilities.legend(book, {types: inOrder(book, types), year: yearOf(panel, year), within: view.within, words});
        },

        explain_other_points(types, url, panel, otherPanel, view, year, words) {
            return window.dash_clientside.facilities.explain_points(types, url, otherPanel || panel, view, year, words);
        },

        list_facilities(types, url, panel, view, year, tab, search, found, words) {
            const {no_update} = window.dash_clientside;
            const {facilities, yearOf, format} = window.junheng;
            if (tab !== "facilities" || !panel) return [no_update, no_update];
            const book = facilities.book(url);
            if (!book) return [[], unreadable ? words.unreachable : words.reading];
            const listed = chosen(book, types);
            if (!listed.length) return [[], words.no_facilities];
            const at = yearOf(panel, year);
            const rows = listed.flatMap((type) => facilities.open(book, type, at, view.within).map((place) => row(book, type, place, found)));
            const parts = folded(search).split(/\s+/).filter(Boolean);
            const sought = parts.length ? rows.filter((each) => parts.every((part) => each.sought.includes(part))) : rows;
            const every = listed.flatMap((type) => facilities.open(book, type, null, view.within)).length;
            const state = [
                format.fill(words.list_count, {year: at, open: rows.length}),
                parts.length ? format.fill(words.list_found, {found: sought.length}) : "",
                !parts.length && every > rows.length ? format.fill(words.list_closed, {closed: every - rows.length}) : "",
                types?.length ? "" : words.every_type,
            ];
            return [sought, state.filter(Boolean).join("，")];
        },

        // One row an area of the level that is shown, one column a type.
        count_by_area(types, url, panel, view, year, tab, areas, words) {
            const {no_update} = window.dash_clientside;
            const {facilities, yearOf, format} = window.junheng;
            const book = facilities.book(url);
            if (tab !== "facilities" || !panel || !book) return [no_update, no_update];
            const listed = chosen(book, types);
            const at = yearOf(panel, year);
            const places = areas.levels[panel.level];
            const counts = Object.fromEntries(places.codes.map((code) => [code, {}]));
            for (const type of listed) {
                for (const place of facilities.open(book, type, at, view.within)) {
                    const township = book.points[type].township[place];
                    const code = panel.level === "county" ? book.areas[township]?.county : township;
                    if (counts[code]) counts[code][type] = (counts[code][type] || 0) + 1;
                }
            }
            const rows = places.codes
                .map((code, index) => ({code, index}))
                .filter(({index}) => !view.within || places.counties[index] === view.within)
                .map(({code, index}) => ({
                    code,
                    area: format.name(areas, panel.level, index, at),
                    ...Object.fromEntries(listed.map((type) => [type, counts[code][type] || 0])),
                    total: listed.reduce((sum, type) => sum + (counts[code][type] || 0), 0),
                }));
            const width = 84;
            const columns = [
                {field: "area", headerName: words.area, flex: 1, minWidth: 150, pinned: listed.length > 3 ? "left" : null},
                {field: "total", headerName: words.total, width, type: "rightAligned", sort: "desc"},
                ...listed.map((type) => ({field: type, headerName: book.types[type].name, width: Math.max(width, book.types[type].name.length * 14 + 30), type: "rightAligned"})),
            ];
            return [columns, rows];
        },

        turn_table(table) {
            return [table !== "list", table !== "counts"];
        },

        // A facility of the list is ringed on the map, its type shown with it.
        find_facility(cell, url, types) {
            const {no_update, set_props} = window.dash_clientside;
            const book = window.junheng.facilities.book(url);
            if (!cell || !book) return no_update;
            const code = cell.rowId;
            const type = Object.keys(book.points).find((each) => book.points[each].code.includes(code));
            if (!type) return no_update;
            if (!types?.includes(type)) set_props("atlas-facilities", {data: [...(types || []), type]});
            const at = book.points[type].code.indexOf(code);
            const [lon, lat] = [book.points[type].lon[at], book.points[type].lat[at]];
            window.junheng.zoom.to(document.getElementById("atlas-map").closest(".map-box"), [lon - NEAR, lat - NEAR, lon + NEAR, lat + NEAR]);
            return code;
        },
    };

    const NEAR = 0.12; // degrees around a facility that was looked for

    function choice() {
        return document.getElementById("atlas-facility-choice");
    }

    async function read() {
        const {facilities} = window.junheng;
        const url = file;
        unreadable = false;
        try {
            await facilities.load(url);
        } catch {
            unreadable = true;
        }
        return unreadable ? null : url;
    }

    function inOrder(book, types) {
        return Object.keys(book.types).filter((type) => types.includes(type));
    }

    // The chosen types; all of them where none is chosen.
    function chosen(book, types) {
        return types?.length ? inOrder(book, types) : Object.keys(book.types);
    }

    function row(book, type, at, found) {
        const [held, look] = [book.points[type], book.types[type]];
        const area = book.areas[held.township[at]];
        const place = area ? area.name : "";
        return {
            code: held.code[at],
            name: held.name[at],
            typeName: look.name,
            place,
            capacity: held.capacity[at],
            capacityText: held.capacity[at] === null ? "" : held.capacity[at].toLocaleString("zh-CN"),
            unit: look.capacity,
            grade: held.grade[at],
            opened: held.opened[at],
            closed: held.closed[at],
            source: book.sources[held.source[at]],
            sought: folded([held.name[at], look.name, place, area?.countyName, held.grade[at]].join(" ")),
            marked: held.code[at] === found,
        };
    }

    function folded(text) {
        return (text || "").normalize("NFKC").toLowerCase();
    }

    function paintChoice() {
        const place = document.getElementById("atlas-facility-options");
        const {url, words} = shown;
        const book = window.junheng.facilities.book(url);
        if (!book) {
            window.junheng.show_tree(place, note(unreadable ? words.unreachable : words.reading));
            return;
        }
        const focused = document.activeElement?.dataset?.type;
        const types = Object.keys(book.types);
        window.junheng.show_tree(place, types.length ? [...offered(book, types), clear()] : note(words.no_facilities));
        if (focused) place.querySelector(`[data-type="${focused}"]`)?.focus();
    }

    function offered(book, types) {
        const domains = [...new Set(types.map((type) => book.types[type].domain))];
        return domains.map((domain) => part("fieldset", {}, [
            part("legend", {}, domain),
            ...types.filter((type) => book.types[type].domain === domain).map((type) => option(book, type)),
        ]));
    }

    function option(book, type) {
        const {facilities} = window.junheng;
        const count = facilities.open(book, type, shown.year, shown.within).length;
        const ticked = shown.types.includes(type) ? {checked: ""} : {};
        return part("label", {className: "facility-option"}, [
            part("input", {type: "checkbox", className: "form-check-input", "data-type": type, ...ticked}),
            facilities.glyph(book.types[type]),
            part("span", {className: "facility-name"}, book.types[type].name),
            part("span", {className: "legend-count"}, String(count)),
        ]);
    }

    function clear() {
        const off = shown.types.length ? {} : {disabled: ""};
        return part("button", {type: "button", className: "btn btn-sm btn-outline-secondary facility-clear", ...off}, shown.words.clear);
    }

    function note(text) {
        return part("p", {className: "facility-note"}, text);
    }

    function part(type, props, children = []) {
        return {type, props: {...props, children}};
    }

    function choose(types) {
        window.dash_clientside.set_props("atlas-facilities", {data: types});
    }

    // The choice is read when it is opened, and closed by a click beside it or by Escape.
    document.addEventListener("toggle", async (event) => {
        if (event.target !== choice() || !choice().open) return;
        if (shown) paintChoice();
        if (!file) return;
        const url = await read();
        window.dash_clientside.set_props("atlas-facility-book", {data: url});
        if (!url && shown) paintChoice();
    }, true);

    document.addEventListener("change", (event) => {
        const type = event.target.dataset?.type;
        if (!type || !choice().contains(event.target)) return;
        choose(event.target.checked ? [...shown.types, type] : shown.types.filter((each) => each !== type));
    });

    document.addEventListener("click", (event) => {
        if (!choice()) return;
        if (event.target.closest(".facility-clear")) choose([]);
        else if (choice().open && !choice().contains(event.target) && event.target.isConnected) choice().open = false;
    });

    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !choice()?.open) return;
        choice().open = false;
        choice().querySelector("summary").focus();
    });
})();
