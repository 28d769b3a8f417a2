// Tables that AG Grid draws. Its script is the largest of all and only they need it: it is fetched when the first of
// them comes onto the screen.
(() => {
    "use strict";

    let script = null; // the promise of AG Grid

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.grids = {
        // The place of a table gets its grid once a reader sees it.
        put_in_place(grid, place) {
            return seen(document.getElementById(place))
                .then(load)
                .then(() => roomy(JSON.parse(grid)));
        },

        fill_rows(rows) {
            return rows ?? [];
        },

        // A second click on the same row is told again.
        tell_click(cell) {
            return cell ? {row: cell.rowId, at: cell.timestamp} : window.dash_clientside.no_update;
        },
    };

    window.junheng.grids = {
        // Rows for a grid, whether it is there already or not.
        fill(id, rows) {
            window.dash_clientside.set_props(`${id}-rows`, {data: rows});
        },
    };

    // A table is one stop of the Tab key, and arrows move inside it: cell by cell, hundreds of stops would lie between what
    // stands before it and what stands after. Where a cell is edited, the key goes on to the next one.
    document.addEventListener(
        "keydown",
        (event) => {
            const table = event.key === "Tab" && event.target.closest?.(".ag-root-wrapper");
            if (!table || event.target.closest(".ag-cell-inline-editing")) return;
            event.stopPropagation();
            table.inert = true; // while the browser looks for the next stop
            setTimeout(() => (table.inert = false));
        },
        true,
    );

    // Rows that a finger hits (assets/css/touch.css).
    function roomy(grid) {
        const options = grid.props.dashGridOptions;
        if (window.matchMedia("(pointer: coarse)").matches) Object.assign(options, {rowHeight: 44, headerHeight: 44});
        return grid;
    }

    function seen(place) {
        return new Promise((resolve) => {
            const observer = new IntersectionObserver((entries) => {
                if (!entries.some((entry) => entry.isIntersecting)) return;
                observer.disconnect();
                resolve();
            });
            observer.observe(place);
        });
    }

    function load() {
        script ??= new Promise((resolve, reject) => {
            const element = document.createElement("script");
            element.src = document.querySelector("meta[name=grid-script]").content;
            element.onload = resolve;
            element.onerror = () => {
                script = null; // the next table tries again
                reject(new Error(element.src));
            };
            document.head.append(element);
        });
        return script;
    }
})();
