// Selection, play and keys: what the reader does that needs no server.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.controls = {
        select_area(mapClick, otherClick, rankingClick, gapClick, cell, unselect, selected) {
            const {no_update, callback_context} = window.dash_clientside;
            const trigger = callback_context.triggered_id;
            if (!trigger) return no_update;
            if (trigger === "atlas-unselect") return null;
            const value = callback_context.triggered[0].value;
            if (!value) return no_update;
            const point = value.points ? value.points[0] : null;
            const code = point ? point.location || point.customdata?.[0] : value.rowId;
            if (!code) return no_update;
            return code === selected ? null : code;
        },

        // The year moves by the play button, by the clock while playing, and by the arrow keys.
        move_year(clicks, tick, step, year, panel, paused, words) {
            const {no_update, callback_context} = window.dash_clientside;
            const trigger = callback_context.triggered_id;
            if (!panel || !trigger) return [no_update, no_update, no_update];
            const {years} = panel;
            const at = years.indexOf(year);
            const last = years.length - 1;
            if (trigger === "atlas-step") return [no_update, no_update, years[Math.min(Math.max(at + step.by, 0), last)]];
            if (trigger === "atlas-tick") return at >= last ? [true, words.play, no_update] : [false, words.pause, years[at + 1]];
            if (!paused || last === 0) return [true, words.play, no_update];
            return [false, words.pause, at === last ? years[0] : no_update];
        },

        copy_link(clicks, words) {
            const {no_update, set_props} = window.dash_clientside;
            if (!clicks) return no_update;
            copyText(window.location.href).then(() => {
                set_props("atlas-copy", {children: words.copied});
                setTimeout(() => set_props("atlas-copy", {children: words.copy}), 1600);
            });
            return no_update;
        },
    };

    // The clipboard is only open to pages served over https or from this machine; elsewhere the old way serves.
    async function copyText(text) {
        if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
        const field = document.createElement("textarea");
        field.value = text;
        document.body.append(field);
        field.select();
        document.execCommand("copy");
        field.remove();
    }

    // Left and right step the year from anywhere but a control that needs these keys itself.
    document.addEventListener("keydown", (event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        if (event.target.closest("input, select, textarea, [role=slider], [role=tab], .ag-root")) return;
        const step = event.key === "ArrowRight" ? 1 : -1;
        window.dash_clientside.set_props("atlas-step", {data: {by: step, at: event.timeStamp}});
    });
})();
