// A component tree of the server as plain elements. Dash subscribes every component to every change of the page: a
// thousand table cells as components would make each click wait for seconds. Text stays text, it is never parsed.
(() => {
    "use strict";

    const ATTRIBUTES = {className: "class", htmlFor: "for", colSpan: "colspan", rowSpan: "rowspan"};

    window.junheng.show_tree = (place, tree) => {
        for (const chart of place.querySelectorAll(".js-plotly-plot")) window.Plotly.purge(chart);
        const charts = [];
        place.replaceChildren(...list(tree).map((part) => element(part, charts)));
        if (charts.length) drawn(charts);
    };

    function list(children) {
        return (Array.isArray(children) ? children : [children]).filter(
            (child) => child !== null && child !== undefined,
        );
    }

    function element(part, charts) {
        if (typeof part !== "object") return document.createTextNode(part);
        if (part.type === "Graph") return chart(part.props, charts);
        const {children, style, ...attributes} = part.props;
        const made = document.createElement(part.type === "Link" ? "a" : part.type);
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(ATTRIBUTES[name] || name, value);
        Object.assign(made.style, style);
        made.append(...list(children).map((child) => element(child, charts)));
        if (part.type === "Link") made.addEventListener("click", follow);
        return made;
    }

    function chart({figure, config, className}, charts) {
        const made = document.createElement("div");
        made.className = className;
        charts.push(() => window.Plotly.newPlot(made, figure.data, figure.layout, config));
        return made;
    }

    // Plotly is loaded when the first graph asks for it, which may be after this page.
    function drawn(charts) {
        if (window.Plotly) charts.forEach((draw) => draw());
        else window.setTimeout(drawn, 50, charts);
    }

    // As dcc.Link does: the page changes without a reload. A click for a new tab is the browser's.
    function follow(click) {
        if (click.metaKey || click.ctrlKey || click.shiftKey) return;
        click.preventDefault();
        window.history.pushState({}, "", click.currentTarget.href);
        window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
        window.scrollTo(0, 0);
    }
})();
