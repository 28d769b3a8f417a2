// Printing takes the page as it is: assets/css/print.css lays it out on a sheet while <html> bears is-printing, and
// every drawing that is seen takes the size that its place has there. The browser prints what stands when this returns.
(() => {
    "use strict";

    // Those of a county's profile scale by themselves.
    const drawings = () =>
        [...document.querySelectorAll(".js-plotly-plot:not(.county *)")].filter(
            (plot) => plot.offsetParent && plot.layout,
        );

    window.addEventListener("beforeprint", () => {
        window.junheng.printedTables.put();
        document.documentElement.classList.add("is-printing");
        for (const plot of drawings()) {
            const {clientWidth: width, clientHeight: height} = plot.parentElement;
            const edges = window.junheng.plots.edges(plot, {width, height});
            if (width && height) window.Plotly.relayout(plot, {width, height, ...edges});
        }
    });

    window.addEventListener("afterprint", () => {
        window.junheng.printedTables.remove();
        document.documentElement.classList.remove("is-printing");
        for (const plot of drawings()) window.Plotly.relayout(plot, {width: null, height: null, autosize: true});
    });
})();
