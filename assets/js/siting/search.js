// The search for sites: starts it, follows it, and puts what it found into the scenario.
(() => {
    "use strict";

    const {Siting, CoveragePainted} = window.junheng.ids;
    const put = (id, properties) => window.dash_clientside.set_props(id, properties);
    const at = (id) => document.getElementById(id);
    let run = null; // the search that is followed; "asked" until the server has begun it
    let told = {text: "", tone: "quiet"}; // what stands below the button

    window.junheng.sitingSearch = {
        start(texts) {
            if (run) return;
            run = "asked";
            say(texts.starting);
            showRunning();
            put(Siting.START, {data: {...window.junheng.coverageAddress.place(), at: String(Date.now())}});
        },

        stop() {
            if (run) put(Siting.STOP, {data: run});
        },

        begin(begun) {
            if (!begun) return;
            if (begun.error) return finish(begun.error, "bad");
            run = begun.run;
            return put(Siting.TIMER, {disabled: false});
        },

        follow(progress) {
            if (!progress || !run || (progress.run && progress.run !== run)) return;
            if (progress.error || (progress.done && progress.changes === null)) {
                finish(progress.error ?? progress.text, "bad");
            } else if (progress.done) {
                finish(progress.text, "good");
                window.junheng.siting.change([progress.changes]);
            } else {
                if (at(CoveragePainted.BAR)) at(CoveragePainted.BAR).value = progress.percent;
                say(progress.text);
            }
        },

        // The panel was painted anew.
        restore() {
            say(told.text, told.tone);
            showRunning();
        },

        // What a search came to is told until something else is changed.
        forget() {
            told = {text: "", tone: "quiet"};
        },
    };

    function finish(text, tone) {
        run = null;
        put(Siting.TIMER, {disabled: true});
        showRunning();
        say(text, tone);
    }

    function say(text, tone = "quiet") {
        told = {text, tone};
        const line = at(CoveragePainted.TOLD);
        if (!line) return;
        line.className = `st-told st-said-${tone}`;
        line.textContent = text;
    }

    function showRunning() {
        if (!at(CoveragePainted.RUNNING)) return;
        at(CoveragePainted.RUNNING).hidden = !run;
        window.junheng.siting.body().querySelector("[data-act=compute]").disabled = Boolean(run);
        if (!run) at(CoveragePainted.BAR).value = 0;
    }
})();
