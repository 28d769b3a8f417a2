// The page of facilities (设施布局): opens what the address names, asks the server for it, and paints the answer.
(() => {
    "use strict";

    const {CoveragePage, Shell} = window.junheng.ids;
    const {write} = window.junheng.dom;
    const OF_SERVER = ["dataset", "type", "year"]; // the parts of the address that decide what the server answers
    const PATIENCE = 400; // milliseconds for an answer to be painted
    const put = (id, properties) => window.dash_clientside.set_props(id, properties);
    const address = () => window.junheng.coverageAddress;

    let texts = {};
    let arrived = null; // the address that was followed last
    let asked = ""; // what the server was last asked for
    let shown = null; // the last answer
    let waiting = null; // the clock of an answer that may not come

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.coverage = {
        // What the server is asked for. An address that says another dataset than the shell sets it there; then the
        // shell's choice is what counts.
        open(_href, hidden, dataset, words) {
            const {no_update} = window.dash_clientside;
            texts = words;
            if (window.location.pathname !== address().path || hidden || !dataset) return no_update;
            address().restore();
            const query = address().place();
            const offered = [...document.getElementById(Shell.DATASET).options].map((option) => option.value);
            const followed = arrived !== window.location.href;
            arrived = window.location.href;
            if (followed && query.dataset !== dataset && offered.includes(query.dataset)) {
                put(Shell.DATASET, {value: query.dataset}); // calls this function again
                return no_update;
            }
            if (query.dataset && query.dataset !== dataset && !followed) keep({dataset, year: null}); // the other dataset may not hold it
            if (!query.dataset) keep({dataset});
            return ask();
        },

        // The server has done with a question: where no answer follows, it has failed.
        wait(working, words) {
            window.clearTimeout(waiting);
            if (working === false) waiting = window.setTimeout(() => lose(words), PATIENCE);
        },

        paint(answer, figure) {
            if (!answer) return;
            window.clearTimeout(waiting);
            shown = answer;
            keep(answer.place);
            asked = new URLSearchParams(answer.place).toString();
            const {coverageControls, coverageMap, coverageSide} = window.junheng;
            document.getElementById(CoveragePage.BODY).classList.remove("cv-old");
            say(answer.remarks, "bad");
            coverageControls.paint(answer, texts);
            coverageSide.paint(answer, texts);
            turn();
            coverageMap.draw(answer, figure);
        },

        turn(mode) {
            if (mode) address().go({mode: mode === "siting" ? mode : null});
        },

        arrange(order) {
            window.junheng.coverageSide.arrange(order);
        },
    };
    window.junheng.coverage = {say, keep};

    function ask() {
        const here = address().place();
        const parts = OF_SERVER.filter((name) => here[name]).map((name) => [name, here[name]]);
        const wanted = new URLSearchParams(parts).toString();
        if (wanted === asked && shown) {
            turn();
            return window.dash_clientside.no_update;
        }
        asked = wanted;
        document.getElementById(CoveragePage.BODY).classList.add("cv-old");
        return Object.fromEntries(parts);
    }

    function lose(words) {
        say(words.failed, "bad");
        asked = ""; // the next step asks again
    }

    function keep(changes) {
        address().keep(changes);
        arrived = window.location.href;
    }

    // Which of both sides stands beside the map.
    function turn() {
        window.junheng.coverageMarks.show();
        const mode = address().place().mode === "siting" ? "siting" : "coverage";
        put(CoveragePage.MODE, {value: mode});
        put(CoveragePage.BODY, {hidden: mode !== "coverage"});
        put(CoveragePage.SITING, {hidden: mode !== "siting"});
        window.junheng.siting.open(mode === "siting" ? address().place() : null);
    }

    // A line below the controls; tone is "quiet", "good" or "bad"; an empty text takes it away.
    function say(text, tone = "quiet") {
        document.getElementById(CoveragePage.MESSAGE).className = text ? `cv-message cv-said-${tone}` : "cv-message";
        write(CoveragePage.MESSAGE, text);
    }
})();
