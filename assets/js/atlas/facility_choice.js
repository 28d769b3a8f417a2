// The atlas's facilities: the choice of types, legends, list and counts. The points themselves are facilities.js.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {element, fill, write} = window.junheng.dom;

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
            if (!types?.length && tab !== "facilities" && !choice().open) {
                return window.junheng.facilities.book(url) ? url : null;
            }
            return read();
        },

        name_columns() {
            return countColumns;
        },

        // A facility of the list is ringed on the map, its type shown with it.
        find_facility(clicked, url, types) {
            const {no_update, set_props} = window.dash_clientside;
            const book = window.junheng.facilities.book(url);
            if (!clicked || !book) return no_update;
            const code = clicked.row;
            const type = Object.keys(book.points).find((each) => book.points[each].code.includes(code));
            if (!type) return no_update;
            if (!types?.includes(type)) set_props(Atlas.FACILITIES, {data: [...(types || []), type]});
            const at = book.points[type].code.indexOf(code);
            const [lon, lat] = [book.points[type].lon[at], book.points[type].lat[at]];
            window.junheng.zoom.to(document.getElementById(Atlas.MAP).closest(".map-box"), [
                lon - NEAR,
                lat - NEAR,
                lon + NEAR,
                lat + NEAR,
            ]);
            return code;
        },
    };

    const NEAR = 0.12; // degrees around a facility that was looked for

    window.junheng.facilityChoice = {
        // All on the page that speaks of facilities, for the frames of both maps.
        paint(frame, other) {
            offerTypes(frame);
            fill(Atlas.FACILITY_LEGEND, legendOf(frame));
            if (other) fill(Atlas.OTHER_FACILITY_LEGEND, legendOf(other));
            if (frame.tab !== "facilities") return;
            document.getElementById(Atlas.FACILITY_LIST_BOX).hidden = frame.table !== "list";
            document.getElementById(Atlas.FACILITY_COUNTS_BOX).hidden = frame.table !== "counts";
            listFacilities(frame);
            countByArea(frame);
        },
    };

    let countColumns = []; // of the table of counts, as its rows were made last

    function offerTypes({types, points, year, view, pointWords: words}) {
        shown = {types, url: points, year, within: view.within, words};
        if (choice().open) paintChoice();
        write(
            Atlas.FACILITY_SUMMARY,
            types.length ? window.junheng.format.fill(words.chosen, {count: types.length}) : words.none_chosen,
        );
    }

    function legendOf({types, points, year, view, pointWords}) {
        const {facilities} = window.junheng;
        const book = facilities.book(points);
        if (!book || !types.length) return [];
        return facilities.legend(book, {types: inOrder(book, types), year, within: view.within, words: pointWords});
    }

    function listFacilities({types, points, year, view, search, found, pointWords: words}) {
        const {facilities, format, grids} = window.junheng;
        const book = facilities.book(points);
        const listed = book ? chosen(book, types) : [];
        if (!listed.length) {
            grids.fill(Atlas.FACILITY_LIST, []);
            write(Atlas.FACILITY_STATE, book ? words.no_facilities : unreadable ? words.unreachable : words.reading);
            return;
        }
        const rows = listed.flatMap((type) =>
            facilities.open(book, type, year, view.within).map((place) => row(book, type, place, found)),
        );
        const parts = folded(search).split(/\s+/).filter(Boolean);
        const sought = parts.length ? rows.filter((each) => parts.every((part) => each.sought.includes(part))) : rows;
        const every = listed.flatMap((type) => facilities.open(book, type, null, view.within)).length;
        const state = [
            format.fill(words.list_count, {year, open: rows.length}),
            parts.length ? format.fill(words.list_found, {found: sought.length}) : "",
            !parts.length && every > rows.length ? format.fill(words.list_closed, {closed: every - rows.length}) : "",
            types.length ? "" : words.every_type,
        ];
        grids.fill(Atlas.FACILITY_LIST, sought);
        write(Atlas.FACILITY_STATE, window.junheng.format.join("comma", state));
    }

    // One row an area of the level that is shown, one column a type.
    function countByArea({types, points, panel, year, view, book: areas, pointWords: words}) {
        const {facilities, grids, rowsOf} = window.junheng;
        const book = facilities.book(points);
        if (!book) return;
        const listed = chosen(book, types);
        const places = areas.levels[panel.level];
        const counts = Object.fromEntries(places.codes.map((code) => [code, {}]));
        for (const type of listed) {
            for (const place of facilities.open(book, type, year, view.within)) {
                const township = book.points[type].township[place];
                const code = panel.level === "county" ? book.areas[township]?.county : township;
                if (counts[code]) counts[code][type] = (counts[code][type] || 0) + 1;
            }
        }
        const rows = places.codes
            .map((code, index) => ({code, index}))
            .filter(({index}) => !view.within || places.counties[index].startsWith(view.within))
            .map(({code, index}) => ({
                code,
                area: rowsOf.name({panel, book: areas, year}, panel.level, index),
                ...Object.fromEntries(listed.map((type) => [type, counts[code][type] || 0])),
                total: listed.reduce((sum, type) => sum + (counts[code][type] || 0), 0),
            }));
        const width = 84;
        countColumns = [
            {field: "area", headerName: words.area, flex: 1, minWidth: 150, pinned: listed.length > 3 ? "left" : null},
            {field: "total", headerName: words.total, width, type: "rightAligned", sort: "desc"},
            ...listed.map((type) => ({
                field: type,
                headerName: book.types[type].name,
                width: Math.max(width, book.types[type].name.length * 14 + 30),
                type: "rightAligned",
            })),
        ];
        grids.fill(Atlas.FACILITY_COUNTS, rows);
    }

    function choice() {
        return document.getElementById(Atlas.FACILITY_CHOICE);
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
            unit: window.junheng.format.aside(look.capacity, look.unit),
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
        const place = document.getElementById(Atlas.FACILITY_OPTIONS);
        const {url, words} = shown;
        const book = window.junheng.facilities.book(url);
        if (!book) {
            place.replaceChildren(note(unreadable ? words.unreachable : words.reading));
            return;
        }
        const focused = document.activeElement?.dataset?.type;
        const types = Object.keys(book.types);
        place.replaceChildren(...(types.length ? [...offered(book, types), clear()] : [note(words.no_facilities)]));
        if (focused) place.querySelector(`[data-type="${focused}"]`)?.focus();
    }

    function offered(book, types) {
        const domains = [...new Set(types.map((type) => book.types[type].domain))];
        return domains.map((domain) =>
            element("fieldset", {}, [
                element("legend", {}, domain),
                ...types.filter((type) => book.types[type].domain === domain).map((type) => option(book, type)),
            ]),
        );
    }

    function option(book, type) {
        const {facilities} = window.junheng;
        const count = facilities.open(book, type, shown.year, shown.within).length;
        const box = element("input", {
            type: "checkbox",
            className: "form-check-input",
            checked: shown.types.includes(type),
        });
        box.dataset.type = type;
        return element("label", {className: "facility-option"}, [
            box,
            facilities.glyph(book.types[type]),
            element("span", {className: "facility-name"}, book.types[type].name),
            element("span", {className: "legend-count"}, String(count)),
        ]);
    }

    function clear() {
        const className = "btn btn-sm btn-outline-secondary facility-clear";
        return element("button", {type: "button", className, disabled: !shown.types.length}, shown.words.clear);
    }

    function note(text) {
        return element("p", {className: "facility-note"}, text);
    }

    // What is chosen counts at once: the next click may come before the page is painted again.
    function choose(types) {
        shown.types = types;
        window.dash_clientside.set_props(Atlas.FACILITIES, {data: types});
    }

    // The choice is read when it is opened, and closed by a click beside it or by Escape.
    document.addEventListener(
        "toggle",
        async (event) => {
            if (event.target !== choice() || !choice().open) return;
            if (shown) paintChoice();
            if (!file) return;
            const url = await read();
            window.dash_clientside.set_props(Atlas.FACILITY_BOOK, {data: url});
            if (!url && shown) paintChoice();
        },
        true,
    );

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
