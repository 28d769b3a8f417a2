// The first page and its address: a dataset and a year.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    const {OverviewPage, Shell} = window.junheng.ids;
    const PATH = window.junheng.paths.OVERVIEW;
    let asked = null; // what the server was last asked for, as JSON
    let written = null; // the address of what is shown

    window.dash_clientside.overview = {
        // The address is read when it changes, and the year's control otherwise; another dataset opens its own year.
        choose(_href, dataset, year, content) {
            const {no_update} = window.dash_clientside;
            if (window.location.pathname !== PATH || !dataset) return no_update;
            const search = window.junheng.search();
            if (!search && written) writeAddress();
            const shown = content ? Object.fromEntries(content.query) : {};
            const address = Object.fromEntries(new URLSearchParams(search));
            const isOpened = search && search !== written;
            if (isOpened && address.dataset !== dataset && isOffered(address.dataset)) return no_update; // it is coming
            const wanted = {dataset};
            if (isOpened) wanted.year = address.year;
            else if (shown.dataset === dataset) wanted.year = year;
            if (!wanted.year) delete wanted.year;
            const question = JSON.stringify(wanted);
            const isShown = shown.dataset === dataset && (!wanted.year || shown.year === wanted.year);
            if (question === asked || isShown) return no_update;
            asked = question;
            return wanted;
        },

        paint(content) {
            if (!content) return;
            const {dom} = window.junheng;
            written = `?${new URLSearchParams(content.query)}`;
            writeAddress();
            dom.write(OverviewPage.TITLE, content.title);
            window.dash_clientside.set_props(OverviewPage.YEAR, {options: content.years, value: content.year});
            dom.paint(OverviewPage.BODY, content.body);
            window.junheng.removeFirstView();
        },
    };

    function isOffered(dataset) {
        return [...document.getElementById(Shell.DATASET).options].some(({value}) => value === dataset);
    }

    function writeAddress() {
        if (window.location.pathname !== PATH || window.junheng.search() === written) return;
        window.history.replaceState(null, "", `${PATH}${written}`);
    }
})();
