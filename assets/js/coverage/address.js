// The address of the page of facilities: its query says what is shown.
(() => {
    "use strict";

    const PATH = window.junheng.paths.COVERAGE;
    let written = ""; // the query as it was left: coming back finds it

    window.junheng.coverageAddress = {
        path: PATH,

        // The query, with dataset, type and year as they are shown.
        place() {
            return Object.fromEntries(new URLSearchParams(window.junheng.search()));
        },

        // Opens the page with some parts of its query changed (null takes one away): a step of the history.
        go(changes) {
            const query = changed(changes);
            if (query !== window.junheng.search()) window.junheng.goTo(PATH + query);
        },

        // The same without a step of the history, and without opening anything.
        keep(changes) {
            const query = changed(changes);
            if (query !== window.junheng.search()) window.history.replaceState(window.history.state, "", PATH + query);
            written = query;
        },

        // Coming back to the page finds it as it was left.
        restore() {
            if (!window.junheng.search() && written) {
                window.history.replaceState(window.history.state, "", PATH + written);
            }
            written = window.junheng.search();
        },
    };

    function changed(changes) {
        const parts = Object.entries({...window.junheng.coverageAddress.place(), ...changes});
        return `?${new URLSearchParams(parts.filter(([, value]) => ![null, undefined, ""].includes(value)))}`;
    }
})();
