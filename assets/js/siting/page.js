// The part 选址 of the page of facilities: asks for what the address names, paints the answer, saves and compares.
// What is chosen stands in the address: the changes of the scenario, the plan, the scenarios that are compared.
(() => {
    "use strict";

    const {CoveragePage, Siting, CoveragePainted} = window.junheng.ids;
    const put = (id, data) => window.dash_clientside.set_props(id, {data});
    const address = () => window.junheng.coverageAddress;
    const body = () => document.getElementById(CoveragePage.SITING);

    let texts = {};
    let asked = null; // the query that the panel was made for, as text
    let about = null; // dataset and type that the changes are about
    let news = ""; // what was saved or deleted
    let spoken = false; // whether the line below the controls is ours

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.siting = {
        paint(answer, words) {
            if (!answer || asked === null) return;
            texts = words;
            wait();
            if (answer.error) {
                asked = null;
                tell(answer.error, "bad");
                return;
            }
            const {coverageControls, coverageMap, sitingHand, sitingPanel, sitingSearch} = window.junheng;
            keepingPlace(() => sitingPanel.paint(answer, texts));
            coverageControls.lay(answer.panel?.outcome?.head ?? null);
            coverageMap.overlay(answer.overlay);
            coverageMap.highlight([]);
            sitingHand.restore(texts);
            sitingSearch.restore(texts);
            if (news) tell(news, "good");
            news = "";
        },

        wait(working, words) {
            texts = words;
            wait(working);
        },

        begin: (run, words) => window.junheng.sitingSearch.begin(run, words),
        follow: (progress, words) => window.junheng.sitingSearch.follow(progress, words),

        // What came of saving or deleting.
        tell(result) {
            if (!result) return;
            if (result.error) {
                tell(result.error, "bad");
                return;
            }
            news = result.message; // told once the panel shows it
            ask(true);
        },
    };

    window.junheng.siting = {
        // Shows the part for the query of the page; null where the other side is shown.
        open(place) {
            if (!place) {
                if (asked !== null) leave();
                return;
            }
            const now = `${place.dataset} ${place.type}`;
            // Changes are about facilities of one type: another type or dataset begins anew.
            if (asked !== null && about !== now) window.junheng.coverage.keep({changes: null, compare: null});
            about = now;
            ask();
        },

        // The scenario with other changes: a step of the history.
        change(changes) {
            address().go({changes: changes.join(";"), mode: "siting"});
        },

        changes: () => (address().place().changes || "").split(";").filter(Boolean),
        body,
    };

    const query = () => new URLSearchParams(address().place()).toString();

    function ask(again = false) {
        if (query() === asked && !again) return;
        asked = query();
        if (spoken) tell("");
        put(Siting.ASKED, address().place());
    }

    function leave() {
        asked = null;
        put(Siting.ASKED, null);
        window.junheng.sitingHand.choose(null);
        window.junheng.coverageControls.lay(null);
        window.junheng.coverageMap.overlay([]);
    }

    // A line below the controls, until the reader goes on.
    function tell(text, tone) {
        spoken = Boolean(text);
        window.junheng.coverage.say(text, tone);
    }

    const PATIENCE = 400; // milliseconds for an answer to be painted
    let clock = null;

    // The server has done with a question: where no answer follows, it has failed.
    function wait(working) {
        window.clearTimeout(clock);
        if (working !== false || asked === null) return;
        clock = window.setTimeout(() => {
            tell(texts.failed, "bad");
            asked = null;
        }, PATIENCE);
    }

    // The panel is painted anew after each change; the keyboard stays where it was, and what is unfolded stays so.
    function keepingPlace(paint) {
        const each = (selector) => [...body().querySelectorAll(selector)];
        const held = body().contains(document.activeElement) ? handle(document.activeElement) : null;
        const unfolded = each("details").map((part) => part.open);
        const tops = each(".st-column").map((part) => part.scrollTop);
        paint();
        each("details").forEach((part, order) => (part.open ||= Boolean(unfolded[order])));
        each(".st-column").forEach((part, order) => (part.scrollTop = tops[order] || 0));
        if (held) body().querySelector(held)?.focus();
    }

    function handle(element) {
        if (element.id) return `#${CSS.escape(element.id)}`;
        const {act, kind} = element.dataset;
        return act ? `[data-act="${act}"]${kind ? `[data-kind="${kind}"]` : ""}` : null;
    }

    // --- what readers do ---------------------------------------------------------------------------------------------

    const savedChange = (change) => put(Siting.CHANGE, {...change, at: Date.now()});

    function save() {
        const field = document.getElementById(CoveragePainted.NAME);
        if (field.value.trim()) return savedChange({act: "save", query: address().place(), name: field.value.trim()});
        tell(texts.name_needed, "bad");
        return field.focus();
    }

    async function remove({id, name}) {
        const question = window.junheng.format.fill(texts.sure_delete, {name});
        if (await window.junheng.sure(question, texts)) savedChange({act: "delete", id: Number(id)});
    }

    function compare() {
        const picked = [...body().querySelectorAll("[data-pick]:checked")].map((box) => box.value);
        if (picked.length < 2 || picked.length > 4) return tell(texts.compare_needs, "bad");
        return address().go({compare: picked.join(","), mode: "siting"});
    }

    const {siting} = window.junheng;
    const ACTS = {
        compute: () => window.junheng.sitingSearch.start(texts),
        stop: () => window.junheng.sitingSearch.stop(),
        mode: ({kind}) => window.junheng.sitingHand.toggle(kind),
        apply: ({kind}) => window.junheng.sitingHand.applyLists(kind),
        undo: ({position}) => siting.change(siting.changes().filter((_, order) => order !== Number(position))),
        undo_all: () => siting.change([]),
        point: ({lon, lat}) => window.junheng.coverageMap.highlight([{lon: Number(lon), lat: Number(lat)}]),
        save,
        delete: remove,
        compare,
    };

    document.addEventListener("click", ({target}) => {
        const button = target.closest?.(`#${CoveragePage.SITING} button[data-act]`);
        if (!button) return;
        if (["undo", "undo_all"].includes(button.dataset.act)) window.junheng.sitingSearch.forget();
        ACTS[button.dataset.act](button.dataset);
    });

    // What is asked of the solver is kept in the address, without a step of the history for each field.
    document.addEventListener("change", ({target}) => {
        if (!target.closest?.(`#${CoveragePage.SITING} .st-asking`) || !target.name) return;
        if ([CoveragePainted.TOWNSHIP, CoveragePainted.FACILITY].includes(target.id)) return;
        window.junheng.coverage.keep({[target.name]: target.value.trim() || null});
        asked = query();
    });

    document.addEventListener("keydown", ({key, target}) => {
        if (key === "Escape") window.junheng.sitingHand.choose(null);
        if (key === "Enter" && target.id === CoveragePainted.NAME) save();
    });
})();
