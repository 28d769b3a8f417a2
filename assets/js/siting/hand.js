// Changes by hand: a facility is added, moved or closed by clicks on the map, or from lists.
(() => {
    "use strict";

    const {CoveragePage, CoveragePainted} = window.junheng.ids;
    const PLACES = 5; // decimals of a degree
    const at = (id) => document.getElementById(id);
    const place = () => window.junheng.coverageAddress.place();
    let texts = {};
    let mode = null; // add, move or close
    let moving = null; // the facility that waits for its new place

    window.junheng.sitingHand = {
        choose(kind) {
            if (mode === kind) return;
            mode = kind;
            moving = null;
            markMode();
        },

        toggle(kind) {
            this.choose(mode === kind ? null : kind);
        },

        // The panel was painted anew.
        restore(words) {
            texts = words;
            moving = null;
            markMode();
        },

        applyLists(kind) {
            const [township, facility] = [at(CoveragePainted.TOWNSHIP).value, at(CoveragePainted.FACILITY).value];
            if (kind !== "close" && !township) return hint(texts.pick_township, "bad");
            if (kind !== "add" && !facility) return hint(texts.pick_facility, "bad");
            const [lon, lat] = township.split(",");
            return CHANGES[kind](facility, lon, lat);
        },
    };

    const degrees = (value) => String(Number(Number(value).toFixed(PLACES)));
    const escaped = (code) =>
        encodeURIComponent(code).replace(/[!'()*~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

    const CHANGES = {
        add(_facility, lon, lat) {
            const capacity = (place().capacity || "").trim();
            change(`add,${degrees(lon)},${degrees(lat)},${/^\d+(\.\d+)?$/.test(capacity) ? capacity : ""}`);
        },
        move: (facility, lon, lat) => change(`move,${escaped(facility)},${degrees(lon)},${degrees(lat)}`),
        close: (facility) => change(`close,${escaped(facility)}`),
    };

    function change(added) {
        window.junheng.sitingSearch.forget();
        window.junheng.siting.change([...window.junheng.siting.changes(), added]);
    }

    function markMode() {
        for (const each of window.junheng.siting.body()?.querySelectorAll("[data-act=mode]") ?? []) {
            const on = each.dataset.kind === mode;
            each.classList.toggle("segment-on", on);
            each.setAttribute("aria-pressed", String(on));
        }
        at(CoveragePage.MAP)?.classList.toggle("st-aiming", mode !== null);
        hint(mode ? texts.hints[mode] : texts.hint);
    }

    function hint(text, tone = "quiet") {
        const line = at(CoveragePainted.HINT);
        if (!line) return;
        line.className = `st-said-${tone}`;
        line.textContent = text;
    }

    function clicked({lon, lat, trace, code}) {
        if (!mode || place().mode !== "siting" || place().compare) return undefined;
        const facility = trace === "facilities" ? code : null;
        if (mode === "add" || moving) return CHANGES[mode](moving, lon, lat);
        if (!facility) return hint(texts.click_facility, "bad");
        if (mode === "close") return CHANGES.close(facility);
        moving = facility;
        window.junheng.coverageMap.highlight([{lon, lat}]);
        return hint(window.junheng.format.fill(texts.move_to, {name: nameOf(facility)}));
    }

    function nameOf(code) {
        return [...at(CoveragePainted.FACILITY).options].find((each) => each.value === code)?.textContent ?? "";
    }

    window.junheng.coverageMap.onClick(clicked);
})();
