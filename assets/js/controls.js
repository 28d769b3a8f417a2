// Selection, play and keys: what the reader does that needs no server.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.controls = {
        select_area(mapClick, otherClick, rankingClick, gapClick, cell, unselect, selected, panel, book) {
            const {no_update, callback_context} = window.dash_clientside;
            const trigger = callback_context.triggered_id;
            if (!trigger) return no_update;
            if (trigger === "atlas-unselect") return null;
            if (/-map$/.test(trigger) && window.junheng.zoom.dragged()) return no_update;
            const value = callback_context.triggered[0].value;
            if (!value) return no_update;
            const point = value.points ? value.points[0] : null;
            const code = point ? point.location || point.customdata?.[0] : value.rowId;
            // The gap chart shows counties at every level; only an area of the map can be selected.
            if (!panel || !book.levels[panel.level].codes.includes(code)) return no_update;
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
            if (trigger === "atlas-step") return [no_update, no_update, stepped(step, "atlas-year", years, year)];
            if (trigger === "atlas-tick") return at >= last ? [true, words.play, no_update] : [false, words.pause, years[at + 1]];
            if (!paused || last === 0) return [true, words.play, no_update];
            return [false, words.pause, at === last ? years[0] : no_update];
        },

        move_other_year(step, year, panel, otherPanel) {
            return stepped(step, "atlas-other-year", (otherPanel || panel).years, year);
        },

        copy_link(clicks, words) {
            const {no_update, set_props} = window.dash_clientside;
            if (!clicks) return no_update;
            window.junheng.copyText(window.location.href).then(() => {
                set_props("atlas-copy", {children: words.copied});
                setTimeout(() => set_props("atlas-copy", {children: words.copy}), 1600);
            });
            return no_update;
        },
    };

    function stepped(step, slider, years, year) {
        if (step.slider !== slider) return window.dash_clientside.no_update;
        const to = years.indexOf(year) + step.by;
        return years[Math.min(Math.max(to, 0), years.length - 1)];
    }

    // The clipboard is only open to pages served over https or from this machine; elsewhere the old way serves.
    window.junheng = window.junheng || {};
    window.junheng.copyText = async (text) => {
        if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
        const field = document.createElement("textarea");
        field.value = text;
        (document.activeElement?.closest(".modal") || document.body).append(field); // a dialog keeps the focus inside
        field.select();
        document.execCommand("copy");
        field.remove();
    };

    // Left and right step the year, on a slider and from anywhere but a control that needs these keys itself. The
    // slider's own handling would move by a twentieth of a year.
    const KEEPS_ARROWS = "input:not(.choice-list input), select, textarea, [role=tab], .ag-root, .offcanvas, .modal";
    const steps = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity};
    document.addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (document.getElementById("atlas").hidden) return;
        const slider = event.target.closest("#atlas-year, #atlas-other-year");
        const elsewhere = !slider && event.key.match(/^Arrow(Left|Right)$/);
        if (!(event.key in steps) || (!slider && !elsewhere)) return;
        if (elsewhere && event.target.closest(KEEPS_ARROWS)) return;
        event.preventDefault();
        event.stopPropagation();
        const data = {slider: slider ? slider.id : "atlas-year", by: steps[event.key], at: event.timeStamp};
        window.dash_clientside.set_props("atlas-step", {data});
    }, true);
})();
