// A map by the keyboard: while it has the focus, arrow keys go from area to area and Enter selects; what stands below the
// names says where one is. A map that a pointer went to keeps the keys of the page: the arrows step the years there.
//
//   mapKeys.next(places, code, key)   the code of the area that lies that way; places are {code, x, y} in pixels
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const SVG = "http://www.w3.org/2000/svg";
    const WAYS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    const SETTLED = 400; // milliseconds until a map stands that was changed

    let pointed = false; // whether the focus comes from a pointer
    let waiting = 0;
    let changes = null; // of the map that has the focus
    let at = null; // {map, code}: where the keyboard is

    window.junheng.mapKeys = {
        next(places, code, key) {
            const here = places.find((place) => place.code === code);
            if (!here) return places[0]?.code ?? null;
            const [across, down] = WAYS[key];
            const far = ({x, y}) => {
                const [right, below] = [x - here.x, y - here.y];
                const ahead = right * across + below * down;
                return ahead > 1 ? ahead + Math.abs(right * down + below * across) : Infinity;
            };
            const best = places.reduce((one, other) => (far(other) < far(one) ? other : one), here);
            return best.code;
        },
    };

    const frameOf = (map) => window.junheng.atlas[map.id === Atlas.OTHER_MAP ? "other" : "shown"];
    const isMap = (target) => [Atlas.MAP, Atlas.OTHER_MAP].includes(target?.id);

    // Every area that is drawn: its code, the middle of its box, its path.
    function placesOn(map) {
        const plot = window.junheng.plots.of(map.id);
        if (!plot) return [];
        const traces = plot.data.filter(({type, locations}) => type === "choropleth" && locations.length);
        const groups = plot.querySelectorAll(".choroplethlayer > .trace");
        return traces.flatMap(({name, locations}, number) => {
            if (!["areas", "missing"].includes(name)) return [];
            return [...groups[number].querySelectorAll("path")].map((path, index) => {
                const {left, top, width, height} = path.getBoundingClientRect();
                return {code: locations[index], x: left + width / 2, y: top + height / 2, path};
            });
        });
    }

    function tell() {
        const box = at.map.closest(".map-box");
        const frame = frameOf(at.map);
        const rowOf = (sought) => frame.rows.find(({code}) => code === sought);
        const row = rowOf(at.code) ?? rowOf(frame.selected) ?? frame.rows[0]; // another place may have been opened
        at.code = row.code;
        const place = placesOn(at.map).find(({code}) => code === at.code);
        box.querySelector(".map-cursor")?.remove();
        if (!place) return;
        box.append(outline(place.path, box));
        const year = window.junheng.format.fill(frame.words.year, {year: frame.year});
        const known = row.value !== null;
        const parts = known
            ? [row.text, year, row.rankText, row.classText, row.note]
            : [year, row.reason ?? row.classText];
        const readout = box.querySelector(".map-readout");
        readout.replaceChildren(element("strong", {}, row.name), `　${parts.filter(Boolean).join("　")}`);
    }

    // The border of the area over everything else, where its path stands on the screen.
    function outline(path, box) {
        const {left, top, width} = box.getBoundingClientRect();
        const enlarged = width / box.offsetWidth; // on a large screen
        const {a, b, c, d, e, f} = path.getScreenCTM();
        const matrix = [a, b, c, d, e - left, f - top].map((part) => part / enlarged);
        const svg = document.createElementNS(SVG, "svg");
        svg.setAttribute("class", "map-cursor");
        for (const name of ["map-cursor-halo", "map-cursor-line"]) {
            const line = document.createElementNS(SVG, "path");
            line.setAttribute("class", name);
            line.setAttribute("d", path.getAttribute("d"));
            line.setAttribute("transform", `matrix(${matrix})`);
            svg.append(line);
        }
        return svg;
    }

    // What the map shows has changed, or how close it is.
    function tellLater() {
        clearTimeout(waiting);
        waiting = setTimeout(() => at?.map && tell(), SETTLED);
    }

    function leave() {
        for (const part of document.querySelectorAll(".map-readout, .map-cursor")) part.remove();
        changes?.disconnect();
        if (at) at = {map: null, code: at.code};
    }

    document.addEventListener(
        "pointerdown",
        () => {
            pointed = true;
            if (at?.map) leave();
        },
        true,
    );
    document.addEventListener("keydown", () => (pointed = false), true);

    document.addEventListener("focusin", ({target}) => {
        if (!isMap(target) || pointed) return;
        const frame = frameOf(target);
        if (!frame) return;
        at = {map: target, code: at?.code ?? frame.selected};
        target.closest(".map-box").append(element("div", {className: "map-readout", role: "status"}));
        changes = new MutationObserver(tellLater);
        changes.observe(target.closest(".map-card").querySelector(".card-head"), {
            subtree: true,
            childList: true,
            characterData: true,
        });
        tell();
    });

    document.addEventListener("focusout", ({target}) => {
        if (isMap(target)) leave();
    });

    document.addEventListener(
        "keydown",
        (event) => {
            if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || at?.map !== event.target) return;
            if (event.key in WAYS) {
                at.code = window.junheng.mapKeys.next(placesOn(at.map), at.code, event.key);
                tell();
            } else if (event.key === "Enter" && frameOf(at.map).selected !== at.code) {
                window.dash_clientside.set_props(Atlas.SELECTED, {data: at.code});
            } else {
                tellLater();
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
        },
        true,
    );
})();
