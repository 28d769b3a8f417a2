// The gap page and the address bar: a link opens the page as it was, and the page keeps its link current.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    const {GapPage, Shell} = window.junheng.ids;
    const PATH = window.junheng.paths.GAP;
    let years = []; // those that the slider offers
    let year = null;
    let written = null; // the address as last written: coming back finds the page as it was left

    window.junheng.gapYears = () => ({every: years, now: year});

    window.dash_clientside.gap_page = {
        // The dataset is the shell's; going back to an address with another one sets it there, and it comes round again.
        read_address(href, dataset) {
            const {no_update, callback_context, set_props} = window.dash_clientside;
            const {pathname} = window.location;
            const search = window.junheng.search();
            if (pathname !== PATH) return no_update;
            const query = new URLSearchParams(search || written || "");
            const arrived = !callback_context.triggered.some((change) => change.prop_id.startsWith(Shell.DATASET));
            const elsewhere = query.get("dataset") !== dataset;
            if (!elsewhere && search && search === written) return no_update;
            const offered = [...document.getElementById(Shell.DATASET).options].map((option) => option.value);
            if (elsewhere && arrived && offered.includes(query.get("dataset"))) {
                set_props(Shell.DATASET, {value: query.get("dataset")});
            } else {
                if (elsewhere && written) query.delete("year"); // the other dataset may not hold it
                query.set("dataset", dataset);
            }
            if (`?${query}` !== written) return `?${query}`;
            keepAddress(); // it is on the screen already
            return no_update;
        },

        // One answer holds the page: texts change at once, charts follow.
        paint(shown, choice, marks) {
            if (!shown) return;
            writeAddress(choice, marks);
            const {dom, plots, inSteps} = window.junheng;
            const {overview, indicator, path, reference, needs, inequality} = shown;
            dom.write(GapPage.OVERVIEW_FINDING, overview.finding);
            dom.write(GapPage.PATH_FINDING, path.finding);
            dom.write(GapPage.PATH_TITLE, path.title);
            dom.write(GapPage.REFERENCE_FINDING, reference.finding);
            dom.write(GapPage.NEEDS_FINDING, needs.finding);
            dom.write(GapPage.OVERVIEW_TITLE, overview.title);
            dom.paint(GapPage.OVERVIEW_COUNTS, overview.counts);
            dom.write(GapPage.LEFT_OUT, overview.left_out);
            dom.write(GapPage.INDICATOR_TITLE, indicator.title);
            document.getElementById(GapPage.INDICATOR_LINK).href = indicator.link;
            dom.paint(GapPage.INDICATOR_BODY, indicator.body);
            dom.write(GapPage.REFERENCE_TITLE, reference.title);
            dom.write(GapPage.NEEDS_TITLE, needs.title);
            dom.paint(GapPage.INEQUALITY, inequality);
            dom.paint(GapPage.REFERENCES, shown.references);
            dom.paint(GapPage.ALIKE, shown.alike);
            const drawOverview = () => {
                document.getElementById(GapPage.OVERVIEW).style.height = `${overview.figure.layout.height}px`;
                plots.draw(GapPage.OVERVIEW, overview.figure);
            };
            inSteps(GapPage.PAGE, [
                drawOverview,
                ...paintCard(path, GapPage.PATH, GapPage.PATH_BOX, GapPage.PATH_TEXT),
                ...paintCard(reference, GapPage.REFERENCE, GapPage.REFERENCE_BOX, GapPage.REFERENCE_TEXT),
                ...paintCard(needs, GapPage.NEEDS, GapPage.NEEDS_BOX, GapPage.NEEDS_TEXT),
            ]);
        },
    };

    window.junheng.plots.onClick(GapPage.OVERVIEW, ({points}) =>
        window.dash_clientside.set_props(GapPage.INDICATOR, {value: points[0].customdata[0]}),
    );

    // The text of a card; its chart is left to be drawn. Without one its box is hidden, and the text says why.
    function paintCard({figure, text}, chart, box, place) {
        const {dom, plots} = window.junheng;
        document.getElementById(box).hidden = !figure;
        dom.paint(place, text);
        return figure ? [() => plots.draw(chart, figure)] : [];
    }

    function writeAddress(choice, marks) {
        years = Object.keys(marks).map(Number);
        year = Number(choice.year);
        written = `?${new URLSearchParams(choice)}`;
        keepAddress();
    }

    function keepAddress() {
        if (window.location.pathname === PATH && window.junheng.search() !== written) {
            window.history.replaceState(window.history.state, "", written);
        }
    }

    // The slider's own handling of keys would move by a twentieth of a year.
    const steps = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity};
    document.addEventListener(
        "keydown",
        (event) => {
            if (!(event.key in steps) || !event.target.closest(`#${GapPage.YEAR}`)) return;
            event.preventDefault();
            event.stopPropagation();
            const to = Math.min(Math.max(years.indexOf(year) + steps[event.key], 0), years.length - 1);
            window.dash_clientside.set_props(GapPage.YEAR, {value: years[to]});
        },
        true,
    );
})();
