// What a reader does on the atlas page: selecting areas, stepping and playing the years, copying the link.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const put = (id, properties) => window.dash_clientside.set_props(id, properties);

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.controls = {
        // The shell's dataset, chosen while the map is shown or before it comes back.
        choose_dataset(hidden, dataset, view) {
            return hidden || !view || view.dataset === dataset ? window.dash_clientside.no_update : dataset;
        },

        select_row(clicked, selected) {
            return !clicked ? window.dash_clientside.no_update : clicked.row === selected ? null : clicked.row;
        },

        unselect_area(clicks) {
            return clicks ? null : window.dash_clientside.no_update;
        },

        copy_link(clicks, words) {
            if (!clicks) return;
            window.junheng.copyText(window.location.href).then(() => {
                put(Atlas.COPY, {children: words.copied});
                setTimeout(() => put(Atlas.COPY, {children: words.copy}), 1600);
            });
        },

        // Years follow one another until the last one or the next click.
        play_years(clicks, words) {
            if (clicks) play(!playing, words);
        },
    };

    const MAPS = [Atlas.MAP, Atlas.OTHER_MAP, Atlas.CHANGE_MAP];
    let clicked = null; // the area that was clicked last

    // A click on an area, a bar or a point selects it; a second one lets it go.
    for (const id of [...MAPS, Atlas.RANKING, Atlas.GAP]) {
        window.junheng.plots.onClick(id, ({points: [point]}) => {
            const {shown} = window.junheng.atlas;
            if (MAPS.includes(id) && window.junheng.zoom.dragged()) return;
            const code = point.location || point.customdata?.[0];
            // The gap chart shows counties at every level; only an area of the map can be selected.
            if (!shown.book.levels[shown.panel.level].codes.includes(code)) return;
            clicked = code;
            put(Atlas.SELECTED, {data: code === shown.selected ? null : code});
        });
    }

    // A double click opens an area, Enter the selected one; Backspace leads out of what is opened.
    document.addEventListener("dblclick", ({target}) => {
        if (target.closest(MAPS.map((id) => `#${id}`).join())) open(clicked);
    });

    const KEEPS_ENTER =
        "a, button, summary, select, textarea, input:not([type=radio]), [role=tab], .ag-root, .offcanvas, .modal";
    document.addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
        if (document.getElementById(Atlas.PAGE)?.hidden !== false || window.junheng.stage.isOn()) return;
        if (event.target.closest(KEEPS_ENTER)) return;
        const {shown} = window.junheng.atlas;
        if (event.key === "Enter") open(shown?.selected);
        if (event.key === "Backspace" && shown?.view.within) put(Atlas.CLOSE, {n_clicks: Date.now()});
    });

    function open(code) {
        const {panel, view, rows} = window.junheng.atlas.shown ?? {};
        if (!view?.opens || panel.level !== "county" || !rows.some((row) => row.code === code)) return;
        put(Atlas.SELECTED, {data: code});
        put(Atlas.OPEN, {n_clicks: Date.now()});
    }

    // What follows the years: the map, of two years that are compared the later one.
    const leading = () => (window.junheng.atlas.change ? window.junheng.atlas.other : window.junheng.atlas.shown);
    const timeline = () => (window.junheng.atlas.change ? Atlas.OTHER_YEAR : Atlas.YEAR);

    let playing = null; // the clock of the years
    const PLAY_INTERVAL = 1400; // milliseconds a year

    function play(starts, words) {
        clearInterval(playing);
        playing = null;
        const {panel, year} = leading() ?? {};
        if (starts && panel?.years.length > 1) {
            if (year === panel.years.at(-1)) put(timeline(), {value: panel.years[0]});
            playing = setInterval(() => {
                const now = leading();
                const next = window.junheng.years.step(now.panel, now.year, 1);
                put(timeline(), {value: next});
                if (next === now.panel.years.at(-1)) play(false, words);
            }, PLAY_INTERVAL);
        }
        put(Atlas.PLAY, {children: playing ? words.pause : words.play});
    }

    // Left and right step the year, on a slider and from anywhere but a control that needs these keys itself. The
    // slider's own handling would move by a twentieth of a year.
    const KEEPS_ARROWS =
        "input:not(.choice-list input), select, textarea, [role=tab], .mark, .map-box:has(.map-readout), .ag-root, .offcanvas, .modal";
    const steps = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity};
    document.addEventListener(
        "keydown",
        (event) => {
            if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
            if (document.getElementById(Atlas.PAGE)?.hidden !== false) return;
            const slider = event.target.closest(`#${Atlas.YEAR}, #${Atlas.OTHER_YEAR}`);
            const elsewhere = !slider && event.key.match(/^Arrow(Left|Right)$/);
            if (!(event.key in steps) || (!slider && !elsewhere)) return;
            if (elsewhere && event.target.closest(KEEPS_ARROWS)) return;
            event.preventDefault();
            event.stopPropagation();
            step(slider ? slider.id : timeline(), steps[event.key]);
        },
        true,
    );

    function step(slider, by) {
        const {shown, other} = window.junheng.atlas;
        const frame = slider === Atlas.YEAR ? shown : other;
        if (!frame) return;
        const next = window.junheng.years.step(frame.panel, frame.year, by);
        if (next !== frame.year) put(slider, {value: next});
    }
})();
