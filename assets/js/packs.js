// The page that makes packs: the list of indicators as plain elements, and buttons of jobs.
(() => {
    "use strict";

    const {PackPage} = window.junheng.ids;

    window.dash_clientside = window.dash_clientside || {};

    const LIST = PackPage.INDICATORS;
    let offered = {domains: [], picked: []};
    let texts = {words: {}, megabytes: {}};
    let sender = "readers"; // or "importers", who may send larger files

    window.dash_clientside.packs = {
        show_indicators(offer, search, words) {
            const {no_update} = window.dash_clientside;
            texts = words;
            limitTemplates();
            if (!offer) return no_update;
            if (offer === offered) {
                find(search || "");
                return no_update;
            }
            offered = offer;
            document.getElementById(LIST).replaceChildren(...offer.domains.map(domain), nothing());
            find(search || "");
            tell();
            return offer.picked;
        },

        tick_all() {
            pick((box) => !box.closest("label").hidden, true);
            return window.dash_clientside.no_update;
        },

        tick_none() {
            pick((box) => !box.closest("label").hidden, false);
            return window.dash_clientside.no_update;
        },

        // Written into the list that stands: one that is drawn anew takes the focus from its buttons.
        show_progress(progress) {
            for (const [job, {share, text}] of Object.entries(progress ?? {})) {
                const article = document.querySelector(`.pack-job[data-job="${CSS.escape(job)}"]`);
                const bar = article?.querySelector(".progress-bar");
                if (!bar) continue; // it is about to be drawn, with its progress
                const per_cent = Math.round(share * 100);
                bar.style.width = `${per_cent}%`;
                bar.setAttribute("aria-valuenow", per_cent);
                article.querySelector(".pack-text").textContent = text;
            }
            return window.dash_clientside.no_update;
        },

        // The unit is the one that pictures bear too.
        read_maker(hidden, kept) {
            const maker = kept || document.getElementById(window.junheng.ids.Shell.BAR).dataset.office;
            return hidden || !maker ? window.dash_clientside.no_update : maker;
        },

        keep_maker(maker) {
            return maker;
        },

        // The dataset stands in the address, so that a reload finds it.
        write_address(dataset, hidden) {
            const query = `?${new URLSearchParams({dataset})}`;
            if (!hidden && dataset && query !== window.junheng.search()) window.history.replaceState(null, "", query);
            return window.dash_clientside.no_update;
        },
    };

    function domain({name, indicators}) {
        const group = document.createElement("fieldset");
        const legend = document.createElement("legend");
        legend.append(tick(name, null));
        const list = document.createElement("div");
        list.append(...indicators.map((each) => tick(each.name, each.id)));
        group.append(legend, list);
        return group;
    }

    function tick(text, id) {
        const label = document.createElement("label");
        const box = document.createElement("input");
        box.type = "checkbox";
        box.className = "form-check-input";
        if (id) box.value = id;
        if (id) box.checked = offered.picked.includes(id);
        box.dataset.kind = id ? "indicator" : "domain";
        label.title = text;
        label.append(box, Object.assign(document.createElement("span"), {textContent: text}));
        return label;
    }

    function nothing() {
        return Object.assign(document.createElement("p"), {className: "quiet", hidden: true});
    }

    function boxes(kind, within = document.getElementById(LIST)) {
        return [...within.querySelectorAll(`input[data-kind=${kind}]`)];
    }

    function pick(which, checked) {
        for (const box of boxes("indicator").filter(which)) box.checked = checked;
        changed();
    }

    function changed() {
        tell();
        const data = boxes("indicator")
            .filter((box) => box.checked)
            .map((box) => box.value);
        window.dash_clientside.set_props(PackPage.PICKED, {data});
    }

    // How many are ticked, in all and of each domain.
    function tell() {
        for (const group of document.querySelectorAll(`#${LIST} fieldset`)) {
            const own = boxes("indicator", group);
            const count = own.filter((box) => box.checked).length;
            const [whole] = boxes("domain", group);
            whole.checked = count === own.length;
            whole.indeterminate = count > 0 && count < own.length;
        }
        const all = boxes("indicator");
        const picked = all.filter((box) => box.checked).length;
        const children = window.junheng.format.fill(texts.words.picked, {picked, all: all.length});
        window.dash_clientside.set_props(PackPage.PICKED_COUNT, {children});
    }

    function find(text) {
        const wanted = text.trim().toLowerCase();
        for (const group of document.querySelectorAll(`#${LIST} fieldset`)) {
            const labels = boxes("indicator", group).map((box) => box.closest("label"));
            for (const label of labels) label.hidden = !label.textContent.toLowerCase().includes(wanted);
            group.hidden = labels.every((label) => label.hidden);
        }
        const message = document.querySelector(`#${LIST} > p`);
        message.hidden = boxes("indicator").some((box) => !box.closest("label").hidden);
        const {words} = texts;
        message.textContent = offered.domains.length
            ? window.junheng.format.fill(words.nothing, {text: wanted})
            : words.empty;
    }

    document.addEventListener(
        "change",
        (event) => {
            if (event.target.closest(`#${PackPage.TEMPLATE}`)) tellLarge(event.target.files);
            const {kind} = event.target.dataset;
            if (!event.target.closest(`#${LIST}`) || !kind) return;
            if (kind === "indicator") {
                changed();
            } else {
                pick(
                    (box) =>
                        box.closest("fieldset") === event.target.closest("fieldset") && !box.closest("label").hidden,
                    event.target.checked,
                );
            }
        },
        true,
    );

    document.addEventListener("click", (event) => {
        const button = event.target.closest(".pack-job-button");
        if (!button) return;
        const {job, action} = button.dataset;
        window.dash_clientside.set_props(PackPage.JOB_REQUEST, {data: {job, action, at: event.timeStamp}});
    });

    // The control for uploads leaves out a file that is too large without a word.
    document.addEventListener(
        "drop",
        (event) => {
            if (event.target.closest(`#${PackPage.TEMPLATE}`)) tellLarge(event.dataTransfer.files);
        },
        true,
    );

    async function limitTemplates() {
        const {may} = await window.junheng.account();
        sender = may.includes("import") ? "importers" : "readers";
        window.dash_clientside.set_props(PackPage.TEMPLATE, {max_size: texts.megabytes[sender] * 1e6});
    }

    function tellLarge(files) {
        const megabytes = texts.megabytes[sender];
        const large = [...files].find((file) => file.size > megabytes * 1e6);
        if (!large) return;
        const children = window.junheng.format.fill(texts.words.too_large[sender], {name: large.name, megabytes});
        window.dash_clientside.set_props(PackPage.TEMPLATE_NOTE, {children, className: "pack-note pack-fault"});
    }
})();
