// Charts and maps that the browser draws by itself. Plotly writes into a box inside the element of the page, and fits
// the drawing to it whenever its size changes. The shapes of a map are fetched here: Plotly gives up those that do not come
// at once, or within five seconds.
(() => {
    "use strict";

    const {element} = window.junheng.dom;
    const clicks = new Map(); // by id: what a click on the drawing does
    const newest = new WeakMap(); // by element, the figure that it is to show
    const shapes = {}; // by address, the promise of them
    const PAUSES = [500, 1000, 2000, 4000, 8000]; // milliseconds until shapes are asked for again

    const sizes = new ResizeObserver((entries) => {
        for (const {target} of entries) {
            const isDrawn = target.offsetParent && target.firstChild?.layout;
            if (isDrawn) window.Plotly.Plots.resize(target.firstChild).then(fit);
        }
    });

    function fit(plot) {
        if (!plot?.layout || !plot.clientWidth) return;
        const edges = window.junheng.plots.edges(plot, {width: plot.clientWidth, height: plot.clientHeight});
        if (Object.keys(edges).length) window.Plotly.relayout(plot, edges);
    }

    window.junheng.plots = {
        // What changes in the layout of a map that goes up to the edges of its box where that has another size.
        edges({layout: {geo, meta}}, size) {
            if (!meta?.part) return {};
            const {lonaxis, lataxis, center} = window.junheng.mercator.fill(size, meta.part);
            const change = {"geo.lonaxis.range": lonaxis.range, "geo.lataxis.range": lataxis.range};
            return (geo.projection?.scale ?? 1) === 1 ? {...change, "geo.center": center} : change;
        },

        // The drawing in the element `id`; null before the first one.
        of(id) {
            return document.getElementById(id)?.querySelector(".js-plotly-plot") ?? null;
        },

        // Draw a figure, or turn the drawing that is there into it. Resolves once it stands.
        draw(id, {data, layout}) {
            const host = document.getElementById(id);
            const plot = this.of(id);
            newest.set(host, data);
            const isAway = ({geojson}) => typeof geojson === "string" && !window.PlotlyGeoAssets[geojson];
            const away = data.filter(isAway);
            const figure = {data, layout};
            const urls = [...new Set(away.map(({geojson}) => geojson))];
            if (plot && urls.length) return follow(host, plot, figure, urls);
            if (plot) return window.Plotly.react(plot, data, layout, window.junheng.graph);
            const box = element("div", {className: "plot"});
            host.replaceChildren(box);
            sizes.observe(host);
            const ready = urls.length ? data.filter((trace) => !away.includes(trace)) : data;
            const drawn = window.Plotly.newPlot(box, ready, layout, window.junheng.graph);
            if (clicks.has(id)) box.on("plotly_click", clicks.get(id));
            return urls.length ? follow(host, box, figure, urls) : drawn;
        },

        // Give back what the drawings inside an element hold, before something else takes its place.
        clear(id) {
            document.querySelectorAll(`#${id} .js-plotly-plot`).forEach((plot) => window.Plotly.purge(plot));
        },

        onClick(id, answer) {
            clicks.set(id, answer);
        },
    };

    // Draws once the shapes are there; never resolves where the element is to show another figure by then.
    async function follow(host, plot, {data, layout}, urls) {
        await Promise.all(urls.map(obtain));
        if (newest.get(host) !== data || !host.isConnected) return new Promise(() => {});
        return window.Plotly.react(plot, data, layout, window.junheng.graph);
    }

    // The shapes where Plotly looks for them, asked for until they come. Those of a name that the program has no more
    // never do: a new page is on its way (renewal.js).
    function obtain(url) {
        shapes[url] ??= (async () => {
            for (let tries = 0; ; tries += 1) {
                const answer = await fetch(url).catch(() => null);
                if (answer?.status === 404) return new Promise(() => {});
                const found = answer?.ok ? await answer.json().catch(() => null) : null; // it may be cut in the middle
                if (found) return (window.PlotlyGeoAssets[url] = found);
                await new Promise((done) => setTimeout(done, PAUSES[Math.min(tries, PAUSES.length - 1)]));
            }
        })();
        return shapes[url];
    }
})();
