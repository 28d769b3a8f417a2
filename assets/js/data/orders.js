// The order of an import, as step 2 is filled in: the browser keeps it until the window is closed.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const page = window.junheng.data;
    const UNSAVED = "junheng-import-";

    const number = (text) => (/^\s*\d+\s*$/.test(text || "") ? Number(text) : null);
    const text = (id) => (page.value(id) || "").trim();

    page.orders = {
        load(upload) {
            return JSON.parse(window.sessionStorage.getItem(UNSAVED + upload) || "null");
        },

        save(upload, order) {
            if (upload) window.sessionStorage.setItem(UNSAVED + upload, JSON.stringify(order));
        },

        // Keep what step 2 shows.
        storeForm() {
            const {upload} = page.query();
            const order = upload && page.orders.load(upload);
            if (order && page.find("role-0")) page.orders.save(upload, readForm(order));
        },

        // Keep a part of it that makes the rest another one: the server proposes that.
        restart(part) {
            const {upload} = page.query();
            page.orders.save(upload, {...page.orders.load(upload), ...part, mapping: null});
            page.open();
        },

        // What step 1 says; null if a name is missing.
        readStart() {
            const name = text(DataView.NEW_NAME);
            const dataset = page.value(DataView.DATASET);
            if (dataset === "new" && !name) {
                page.tell(page.texts.words.name_needed, "bad");
                page.find(DataView.NEW_NAME).focus();
                return null;
            }
            const made = {name, description: "", base: text(DataView.BASE) || null};
            const isNew = dataset === "new";
            return {kind: page.value(DataView.KIND), dataset: isNew ? "" : dataset, new_dataset: isNew ? made : null};
        },
    };

    function readForm(order) {
        const mapping = order.mapping && {
            ...order.mapping,
            columns: order.mapping.columns.map((column, at) => withArea(readUse(at), column)),
            variable: text(DataView.VARIABLE) || null,
            year: number(page.value(DataView.YEAR)),
            unit: text(DataView.UNIT) || null,
            kind: text(DataView.KIND_OF_VALUE) || null,
            source: text(DataView.SOURCE),
            facility_type: text(DataView.FACILITY_TYPE) || null,
            ...readRows(order.mapping),
        };
        return {
            ...order,
            mapping,
            datum: text(DataView.DATUM) || order.datum,
            source: text(DataView.SOURCE),
            note: text(DataView.NOTE),
            remember_as: text(DataView.REMEMBER_AS),
        };
    }

    function readRows(mapping) {
        if (!page.find(DataView.FIRST_ROW)) return {};
        return {
            header_rows: (text(DataView.HEADER_ROWS).match(/\d+/g) || []).map(Number),
            first_row: number(page.value(DataView.FIRST_ROW)) ?? mapping.first_row,
            last_row: number(page.value(DataView.LAST_ROW)) ?? mapping.last_row,
        };
    }

    // The area that a heading names is no field of the form: it stays as long as the column holds figures.
    function withArea(use, column) {
        if (!use) return column;
        return use.role === "value" && column.area ? {...use, area: column.area} : use;
    }

    function readUse(at) {
        const role = page.value(`role-${at}`);
        if (!role) return null;
        if (role !== "value") return {role, variable: null, year: null, unit: null};
        const [variable, unit] = [page.value(`variable-${at}`) || null, text(`unit-${at}`) || null];
        return {role, variable, year: number(page.value(`year-${at}`)), unit};
    }

    document.addEventListener("change", ({target}) => {
        if (!page.body()?.contains(target)) return;
        page.orders.storeForm();
        if (target.id === DataView.ORDER_KIND) page.orders.restart({kind: target.value});
        if (target.id === DataView.SHEET) page.orders.restart({sheet: target.value});
    });
})();
