// Charts and maps that the browser draws by itself. Plotly writes into a box inside the element of the page, and fits
// the drawing to it whenever its size changes.
(() => {
    "use strict";

    const {element} = window.junheng.dom;
    const clicks = new Map(); // by id: what a click on the drawing does

    const sizes = new ResizeObserver((entries) => {
        for (const {target} of entries) {
            if (target.offsetParent && target.firstChild?.layout) window.Plotly.Plots.resize(target.firstChild);
        }
    });

    window.junheng.plots = {
        // The drawing in the element `id`; null before the first one.
        of(id) {
            return document.getElementById(id)?.querySelector(".js-plotly-plot") ?? null;
        },

        // Draw a figure, or turn the drawing that is there into it. Resolves once it stands.
        draw(id, {data, layout}) {
            const host = document.getElementById(id);
            const plot = this.of(id);
            if (plot) return window.Plotly.react(plot, data, layout, window.junheng.graph);
            const box = element("div", {className: "plot"});
            host.replaceChildren(box);
            sizes.observe(host);
            const drawn = window.Plotly.newPlot(box, data, layout, window.junheng.graph);
            if (clicks.has(id)) box.on("plotly_click", clicks.get(id));
            return drawn;
        },

        // Give back what the drawings inside an element hold, before something else takes its place.
        clear(id) {
            document.querySelectorAll(`#${id} .js-plotly-plot`).forEach((plot) => window.Plotly.purge(plot));
        },

        onClick(id, answer) {
            clicks.set(id, answer);
        },
    };
})();
