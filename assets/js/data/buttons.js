// What the buttons of the page 数据 do: most ask the server for something, some whether it is meant.
(() => {
    "use strict";

    const {DataPage, DataView} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const page = window.junheng.data;
    let waiting = null; // the action that is under way
    let failing = 0; // the timer after which it is taken for failed

    const ACTS = {
        check() {
            page.orders.storeForm();
            page.go({upload: page.query().upload, step: "report"});
        },

        keep() {
            const {upload} = page.query();
            const stop = page.body().querySelector("[data-blocked]");
            const isGoodOnly = page.value(DataView.GOOD_ONLY) === "1";
            if (stop && !isGoodOnly) return page.tell(stop.dataset.blocked, "bad");
            const replace = page.value(DataView.REPLACE) === "1";
            const order = {...page.orders.load(upload), good_only: isGoodOnly, replace};
            page.orders.save(upload, order);
            return run("keeping", {act: "keep", upload, order});
        },

        correct({set}) {
            const corrections = page.corrections.read();
            return corrections && run("keeping", {act: "correct", set, ...corrections});
        },

        report: ({form}) => saveReport(form),
        rebase: (named) => run("working", named),
        publish: (named) => runIfMeant("publishing", "sure_publish", named),
        roll_back: (named) => runIfMeant("working", "sure_roll_back", named),
        withdraw: (named) => runIfMeant("working", "sure_withdraw", named),
        discard: (named) => runIfMeant("working", "sure_discard", named),
    };

    // What follows, by the answer and what was asked for.
    const DONE = {
        keep({version}, {upload}) {
            page.orders.save(upload, {version});
            page.go({upload, version});
        },
        correct({upload, order, version}) {
            page.corrections.clear();
            if (upload) page.orders.save(upload, order);
            page.go(upload ? {upload, step: "report"} : {version});
        },
        rebase: ({version}) => page.go({...page.query(), version}),
        publish: (answer, {set}) => (page.query().upload ? page.open() : showDataset(set, answer)),
        roll_back: (answer, {set}) => showDataset(set, answer),
        withdraw: (answer, {set}) => showDataset(set, answer),
        discard: (answer, {set}) => showDataset(set, answer),
    };

    Object.assign(window.dash_clientside.data, {
        show_done(answer) {
            const asked = end();
            if (answer.error) page.tellError(answer.error);
            else if (asked) DONE[asked.act](answer, asked);
            return window.dash_clientside.no_update;
        },

        tell_undone(runs) {
            if (runs === false && waiting) failing = setTimeout(() => end() && page.tellFailure(), page.late);
            return window.dash_clientside.no_update;
        },
    });

    async function run(word, asked) {
        if (waiting) return;
        waiting = asked;
        for (const button of page.body().querySelectorAll("button")) button.disabled = true;
        page.tell(page.texts.words[word]);
        const {csrf_token} = await window.junheng.account(true);
        window.dash_clientside.set_props(DataPage.ACTION, {data: {...asked, token: csrf_token || "", at: Date.now()}});
    }

    async function runIfMeant(word, question, named) {
        const words = page.texts.words;
        if (await window.junheng.sure(page.fill(words[question], named), words)) run(word, named);
    }

    function end() {
        const asked = waiting;
        clearTimeout(failing); // that of this action is not to end the next one
        waiting = null;
        for (const button of page.body().querySelectorAll("button")) button.disabled = false;
        return asked;
    }

    function showDataset(set, {message, map}) {
        const query = `?${new URLSearchParams({set})}`;
        if (window.junheng.search() !== query) window.history.replaceState({}, "", page.PATH + query);
        page.open([message, "good", map ? [element("a", {href: map.href}, map.text)] : []]);
    }

    // The report is made of the order, which only this page holds.
    async function saveReport(form) {
        const {upload} = page.query();
        page.tell(page.texts.words.working);
        const {csrf_token} = await window.junheng.account(true);
        const headers = {"Content-Type": "application/json", "X-CSRFToken": csrf_token || ""};
        const body = JSON.stringify({order: page.orders.load(upload)});
        const url = `${page.PATH}/uploads/${upload}/report.${form}`;
        const answer = await fetch(url, {method: "POST", headers, body}).catch(() => null);
        if (!answer) return page.tellError({message: page.texts.words.unreachable});
        if (!answer.ok) return page.tellError(page.readError(await answer.text(), answer.status));
        const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition"))?.[1];
        const href = URL.createObjectURL(await answer.blob());
        element("a", {href, download: decodeURIComponent(named || `report.${form}`)}).click();
        URL.revokeObjectURL(href);
        return page.tell("");
    }

    document.addEventListener("click", ({target}) => {
        const button = page.body()?.contains(target) && target.closest("button[data-act]");
        if (button) ACTS[button.dataset.act]({...button.dataset});
    });
})();
