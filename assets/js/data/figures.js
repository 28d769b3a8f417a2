// Single figures of a dataset, corrected in a grid: what was typed is kept here until it becomes a draft.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const page = window.junheng.data;
    let set = ""; // the dataset whose figures are corrected
    let shown = {variable: "", words: {}};
    let typed = new Map(); // by variable, area and year: the correction

    const keyOf = (variable, row) => `${variable}|${row.id}`;

    page.painters[DataView.CORRECTIONS] = (_place, part) => {
        if (part.set !== set) page.corrections.clear();
        [set, shown] = [part.set, part];
        const rows = part.rows.map((row) => ({
            ...row,
            value: typed.get(keyOf(part.variable, row))?.value ?? row.value,
        }));
        window.junheng.grids.fill(DataView.FIGURES, rows);
        tellCount();
    };

    page.corrections = {
        // What is asked for; null if the reason or every correction is missing, which is said.
        read() {
            const reason = page.value(DataView.REASON).trim();
            if (!typed.size || !reason) {
                page.tell(typed.size ? shown.words.reason_needed : shown.words.none, "bad");
                if (typed.size) page.find(DataView.REASON).focus();
                return null;
            }
            return {corrections: [...typed.values()], reason};
        },

        clear() {
            typed = new Map();
        },
    };

    Object.assign(window.dash_clientside.data, {
        note_corrections(changes) {
            for (const {data} of changes ?? []) {
                const {area_code, year, published} = data;
                const value = String(data.value ?? "").trim();
                const key = keyOf(shown.variable, data);
                if (value === published) typed.delete(key);
                else typed.set(key, {variable: shown.variable, area_code, year, value});
            }
            tellCount();
            return window.dash_clientside.no_update;
        },
    });

    function tellCount() {
        const count = typed.size;
        page.find(DataView.CORRECTED).textContent = count ? page.fill(shown.words.counted, {count}) : "";
    }

    document.addEventListener("change", ({target}) => {
        if (target.id === DataView.FIGURES_OF) page.go({set, step: "figures", variable: target.value});
    });
})();
