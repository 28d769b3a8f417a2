// The page of facilities (设施布局). The server sends what stands beside the map as trees of elements, and what is on the
// map as plain arrays; this module asks for what the address names and draws it.
//
// What the part 选址 of the page builds on, as window.junheng.coverage:
//   place()                  the query of the address, with dataset, type and year as they are shown
//   go(changes)              opens the page with some parts of its query changed (null takes one away): a step of the history
//   keep(changes)            the same, without a step of the history and without opening anything
//   say(text, tone)          a line below the controls; tone is "quiet", "good" or "bad"; an empty text takes it away
//   on_shown(listener)       listener({place, mode, answer}) after each answer is shown, and when the mode changes
//   map.draw(spec)           draws what a server's answer calls "map"; what lies over it stays
//   map.overlay(traces)      lays plotly traces (scattergeo, choropleth) over the map; [] takes them away
//   map.on_click(listener)   listener({lon, lat, trace, code}): where the map was clicked, and the trace and code of the
//                            point there, null where there is none; returns a function that ends it
//   map.highlight(points)    rings around [{lon, lat}, ...]; [] takes them away
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    const PATH = "/service";
    const OF_SERVER = ["dataset", "type", "year"]; // the parts of the address that decide what the server answers
    const STILL = 4; // pixels that a pointer may move within a click
    let texts = {};
    let base = null; // the figure before anything is drawn
    let written = ""; // the query as it was left: coming back finds it
    let arrived = null; // the address that was followed last
    let asked = ""; // what the server was last asked for
    let asking = null; // the request that is on its way
    let shown = null; // the last answer

    window.dash_clientside.coverage = {
        // An address that says another dataset than the shell sets it there; then the shell's choice is what counts.
        open_page(href, hidden, dataset, words, figure) {
            const {no_update, set_props} = window.dash_clientside;
            texts = words;
            base = figure;
            if (window.location.pathname !== PATH || hidden || !dataset) return no_update;
            if (!window.location.search && written)
                window.history.replaceState(window.history.state, "", PATH + written);
            const query = place();
            const offered = [...document.getElementById("shell-dataset").options].map((option) => option.value);
            const followed = arrived !== window.location.href;
            arrived = window.location.href;
            if (followed && query.dataset !== dataset && offered.includes(query.dataset)) {
                set_props("shell-dataset", {value: query.dataset}); // calls this function again
                return no_update;
            }
            if (query.dataset && !followed) keep({dataset, year: null}); // the other dataset may not hold it
            if (!query.dataset) keep({dataset});
            open();
            return no_update;
        },
    };

    const part = (name) => document.getElementById(`coverage-${name}`);
    const place = () => Object.fromEntries(new URLSearchParams(window.location.search));
    const mode = () => (place().mode === "siting" ? "siting" : "coverage");

    // --- the address -------------------------------------------------------------------------------------------------

    function changed(changes) {
        const kept = Object.entries({...place(), ...changes}).filter(
            ([, value]) => value !== null && value !== undefined && value !== "",
        );
        return `?${new URLSearchParams(kept)}`;
    }

    function go(changes) {
        const query = changed(changes);
        if (query === window.location.search) return;
        window.history.pushState({}, "", PATH + query);
        window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    }

    function keep(changes) {
        const query = changed(changes);
        if (query !== window.location.search) window.history.replaceState(window.history.state, "", PATH + query);
        written = query;
        arrived = window.location.href;
    }

    // --- what is shown -----------------------------------------------------------------------------------------------

    async function open() {
        written = window.location.search;
        const here = place();
        const wanted = new URLSearchParams(
            OF_SERVER.filter((name) => here[name]).map((name) => [name, here[name]]),
        ).toString();
        if (wanted === asked && shown) return turn();
        asked = wanted;
        asking?.abort();
        const mine = (asking = new AbortController());
        part("body").classList.add("cv-old");
        const waiting = window.setTimeout(() => say(texts.loading), 250); // most answers come before
        const answer = await request(`${PATH}/view?${wanted}`, mine.signal);
        window.clearTimeout(waiting);
        if (mine.signal.aborted) return undefined;
        part("body").classList.remove("cv-old");
        say("");
        if (answer.error) {
            asked = "";
            return say(answer.error.message, "bad");
        }
        show(answer);
        say(answer.remarks, "bad");
        return turn();
    }

    async function request(url, signal) {
        try {
            const answer = await fetch(url, {signal, headers: {Accept: "application/json"}});
            const told = await answer.json().catch(() => null);
            if (answer.ok && told) return told;
            return {
                error: {
                    message: told?.error?.message || window.junheng.format.fill(texts.failed, {status: answer.status}),
                },
            };
        } catch {
            return {error: {message: texts.unreachable}};
        }
    }

    function show(answer) {
        shown = answer;
        keep(answer.place);
        asked = new URLSearchParams(answer.place).toString();
        for (const [name, tree] of Object.entries(answer.trees)) {
            window.junheng.show_tree(part(name), tree);
        }
        const blocked = answer.trees.blocked.length > 0;
        part("blocked").hidden = !blocked;
        document.getElementById("coverage").classList.toggle("cv-is-blocked", blocked);
        highlighted = [];
        map.draw(answer.map);
    }

    function turn() {
        const now = mode();
        part("body").hidden = now !== "coverage";
        part("siting").hidden = now !== "siting";
        for (const link of part("controls").querySelectorAll("[data-mode]")) {
            link.classList.toggle("segment-on", link.dataset.mode === now);
            if (link.dataset.mode === now) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
        }
        resize_charts();
        for (const listener of listeners.shown) listener({place: place(), mode: now, answer: shown});
    }

    // Charts that were drawn while their side was hidden take their size now.
    function resize_charts() {
        for (const chart of part("body").querySelectorAll(".js-plotly-plot")) {
            if (chart.offsetParent) window.Plotly.Plots.resize(chart);
        }
    }

    function say(text, tone = "quiet") {
        const box = part("message");
        box.className = text ? `cv-message cv-said-${tone}` : "cv-message";
        box.textContent = text;
    }

    // --- the map -----------------------------------------------------------------------------------------------------

    const listeners = {shown: new Set(), click: new Set()};
    let drawn = null; // what the map shows
    let overlaid = []; // what lies over it
    let highlighted = [];
    let hovered = null; // the point below the pointer
    let pressed = null; // where the pointer went down

    const map = {
        draw(spec) {
            drawn = spec;
            paint();
        },

        overlay(traces) {
            overlaid = traces;
            paint();
        },

        highlight(points) {
            highlighted = points;
            paint();
        },

        on_click(listener) {
            listeners.click.add(listener);
            return () => listeners.click.delete(listener);
        },
    };

    // Plotly is loaded when the first graph asks for it, which may be after this page.
    function paint() {
        if (!drawn) return;
        if (!window.Plotly) {
            window.setTimeout(paint, 50);
            return;
        }
        const place = part("map");
        const figure = filled(structuredClone(base), drawn);
        window.junheng.zoom.into(figure, place.closest(".map-box"), "city");
        const first = !place.layout;
        window.Plotly.react(place, figure.data, figure.layout, CONFIG).then(() => {
            if (first) listen(place);
            sample(place);
            scale(place);
        });
    }

    const CONFIG = {
        displaylogo: false,
        showSendToCloud: false,
        displayModeBar: false,
        scrollZoom: false,
        doubleClick: false,
    };

    function filled(figure, spec) {
        const {trace} = window.junheng.figureParts;
        const flat = (name, codes) => Object.assign(trace(figure, name), {locations: codes, z: codes.map(() => 0)});
        flat("land", spec.counties.codes);
        flat("outlines", spec.counties.outlines);
        flat("catchments", spec.catchments ? [spec.catchments.features[0].id] : []);
        trace(figure, "catchments").geojson = spec.catchments;
        Object.assign(trace(figure, "labels"), {locations: spec.counties.codes, text: spec.counties.names});
        const {settlements, facilities} = spec;
        const most = Math.max(1, ...settlements.residents);
        const widest = settlements.lon.length > 400 ? 15 : 24; // pixels
        for (const [name, flag] of [
            ["covered", "1"],
            ["uncovered", "0"],
        ]) {
            const at = settlements.lon.map((_, index) => index).filter((index) => settlements.covered[index] === flag);
            const take = (values) => at.map((index) => values[index]);
            const {marker} = Object.assign(trace(figure, name), {
                lon: take(settlements.lon),
                lat: take(settlements.lat),
                text: take(settlements.text),
                customdata: take(settlements.codes),
            });
            Object.assign(marker, {size: take(settlements.residents), sizeref: (2 * most) / widest ** 2});
        }
        const {marker} = Object.assign(trace(figure, "facilities"), {
            lon: facilities.lon,
            lat: facilities.lat,
            text: facilities.text,
            customdata: facilities.codes,
        });
        Object.assign(marker, {
            symbol: facilities.approximate.map((each) => (each ? `${spec.symbol}-open` : spec.symbol)),
            size: facilities.lon.length > 300 ? 6 : 9,
            line: {
                width: facilities.approximate.map((each) => (each ? 1.8 : 1.2)),
                color: facilities.approximate.map((each) => (each ? marker.color : marker.line.color)),
            },
        });
        Object.assign(trace(figure, "highlight"), {
            lon: highlighted.map(({lon}) => lon),
            lat: highlighted.map(({lat}) => lat),
        });
        figure.data.push(...structuredClone(overlaid));
        return figure;
    }

    const subplot = (place) => place._fullLayout.geo._subplot;

    function listen(place) {
        place.on("plotly_hover", ({points}) => (hovered = points[0]));
        place.on("plotly_unhover", () => (hovered = null));
        place.on("plotly_relayout", () => scale(place));
        // Plotly lays a slip over the page while the pointer is down: no click would reach the map.
        place.addEventListener("pointerdown", (event) => (pressed = [event.clientX, event.clientY]), true);
        document.addEventListener(
            "pointerup",
            (event) => {
                const still = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) <= STILL;
                pressed = null;
                if (still) clicked(place, event);
            },
            true,
        );
        new ResizeObserver(() => {
            if (place.offsetParent) window.Plotly.Plots.resize(place).then(() => scale(place));
        }).observe(place);
    }

    function clicked(place, event) {
        const {left, top} = place.getBoundingClientRect();
        const found = subplot(place).projection.invert([event.clientX - left, event.clientY - top]);
        if (!found || !found.every(Number.isFinite)) return;
        const [lon, lat] = found;
        for (const listener of listeners.click)
            listener({lon, lat, trace: hovered?.data.name ?? null, code: hovered?.customdata ?? null});
    }

    // The samples of the legend are the marks themselves, copied from the map.
    function sample(place) {
        const traces = [...place.querySelectorAll(".scatterlayer .trace")];
        for (const box of part("legend").querySelectorAll("[data-trace]")) {
            const of_name = traces.find((each) => each.__data__?.[0]?.trace?.name === box.dataset.trace);
            const marks = [...(of_name?.querySelectorAll("path.point") || [])];
            box.parentElement.hidden = !marks.length;
            if (!marks.length) continue;
            const copy = marks[0].cloneNode();
            copy.removeAttribute("transform");
            const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
            picture.setAttribute("viewBox", "-12 -12 24 24");
            picture.append(copy);
            box.replaceChildren(picture);
            const {width, height, x, y} = copy.getBBox();
            const reach = Math.max(Math.abs(x), Math.abs(y), width + x, height + y) + 2;
            picture.setAttribute("viewBox", `${-reach} ${-reach} ${2 * reach} ${2 * reach}`);
        }
    }

    // A bar of a round length, measured in the middle of the map.
    function scale(place) {
        if (!place.offsetParent || !place._fullLayout?.geo) return;
        const {projection} = subplot(place);
        const middle = [place.clientWidth / 2, place.clientHeight / 2];
        const [lon, lat] = projection.invert(middle) || [];
        const aside = projection.invert([middle[0] + 100, middle[1]]) || [];
        const per_pixel = ((aside[0] - lon) * 111.32 * Math.cos((lat * Math.PI) / 180)) / 100; // km
        if (!(per_pixel > 0)) return;
        const km = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100].find((each) => each / per_pixel > 56) || 100;
        const bar = part("scale");
        bar.textContent = window.junheng.format.fill(texts.km, {km});
        bar.style.width = `${km / per_pixel}px`;
    }

    // --- what readers do ---------------------------------------------------------------------------------------------

    document.addEventListener("change", ({target}) => {
        if (target.closest?.("#coverage-controls") && target.name) go({[target.name]: target.value});
    });

    document.addEventListener("click", (event) => {
        const {target} = event;
        const turned = target.closest?.("#coverage-controls [data-mode]");
        if (turned) return go({mode: turned.dataset.mode === "siting" ? "siting" : null});
        const order = target.closest?.("#coverage-body [data-order]");
        if (order) return arrange(order.dataset.order);
        const row = target.closest?.("#coverage-body tr[data-lon]");
        if (row) return point_at(row);
        return undefined;
    });

    function arrange(order) {
        for (const each of part("body").querySelectorAll("[data-order]")) {
            each.classList.toggle("segment-on", each.dataset.order === order);
            each.setAttribute("aria-pressed", String(each.dataset.order === order));
        }
        for (const list of part("body").querySelectorAll("[data-list]")) list.hidden = list.dataset.list !== order;
    }

    function point_at(row) {
        const on = row.classList.contains("row-selected");
        for (const each of part("body").querySelectorAll("tr.row-selected")) each.classList.remove("row-selected");
        if (!on) row.classList.add("row-selected");
        map.highlight(on ? [] : [{lon: Number(row.dataset.lon), lat: Number(row.dataset.lat)}]);
    }

    window.junheng.coverage = {
        place,
        go,
        keep,
        say,
        map,
        on_shown(listener) {
            listeners.shown.add(listener);
            return () => listeners.shown.delete(listener);
        },
    };
})();
