// The part 选址 of the page of facilities: asks the solver, changes facilities by hand on the map, saves and compares.
// What is chosen stands in the address: the changes of the scenario, the plan, the scenarios that are compared.
(() => {
    "use strict";

    const URL_OF = "/service/siting";
    const EVERY = 300; // milliseconds between two looks at a run
    const PLACES = 5; // decimals of a degree
    let texts = {};
    let shown = null; // the query that the panel was made for
    let about = null; // dataset and type that the changes are about
    let mode = null; // add, move or close
    let moving = null; // the facility that waits for its new place
    let run = null; // the run of the solver that is looked at
    let spoken = false; // whether the line below the controls is ours
    let told = {text: "", tone: "quiet"}; // what stands below the button

    const coverage = () => window.junheng.coverage;
    const body = () => document.getElementById("coverage-siting");
    const at = (id) => document.getElementById(`st-${id}`);
    const fill = (template, parts) => window.junheng.format.fill(template || "", parts);

    // --- what is shown -----------------------------------------------------------------------------------------------

    coverage().on_shown(({place, mode: of_page}) => (of_page === "siting" ? open(place) : leave()));
    coverage().map.on_click(clicked);

    function leave() {
        shown = null;
        choose(null);
        coverage().map.overlay([]);
    }

    // Changes are about facilities of one type: another type or dataset begins anew.
    function begun_anew(place) {
        const now = `${place.dataset} ${place.type}`;
        const anew = about !== null && about !== now && shown !== null;
        about = now;
        return anew && Boolean(place.changes || place.compare);
    }

    // A line below the controls, until the reader goes on.
    function tell(text, tone) {
        spoken = Boolean(text);
        coverage().say(text, tone);
    }

    async function open(place, again = false) {
        if (begun_anew(place)) coverage().keep({changes: null, compare: null});
        const query = new URLSearchParams(coverage().place()).toString();
        if (query === shown && !again) return;
        shown = query;
        if (spoken) tell("");
        const answer = await request(`${URL_OF}/view?${query}`);
        if (query !== shown) return;
        if (answer.error) {
            shown = null;
            tell(answer.error.message, "bad");
            return;
        }
        show(answer);
    }

    // The panel is painted anew after each change; the keyboard stays where it was, and what is unfolded stays so.
    function show({tree, overlay, words}) {
        texts = words;
        const held = body().contains(document.activeElement) ? handle(document.activeElement) : null;
        const unfolded = [...body().querySelectorAll("details")].map((each) => each.open);
        const tops = [...body().querySelectorAll(".st-column")].map((each) => each.scrollTop);
        window.junheng.show_tree(body(), tree);
        for (const [order, each] of [...body().querySelectorAll("details")].entries())
            each.open ||= Boolean(unfolded[order]);
        for (const [order, each] of [...body().querySelectorAll(".st-column")].entries())
            each.scrollTop = tops[order] || 0;
        if (held) body().querySelector(held)?.focus();
        coverage().map.overlay(overlay);
        coverage().map.highlight([]);
        mark_mode();
        say(told.text, told.tone);
        running(run !== null);
    }

    function handle(element) {
        if (element.id) return `#${CSS.escape(element.id)}`;
        const {act, kind} = element.dataset;
        return act ? `[data-act="${act}"]${kind ? `[data-kind="${kind}"]` : ""}` : null;
    }

    function say(text, tone = "quiet") {
        told = {text, tone};
        const line = at("told");
        if (!line) return;
        line.className = `st-told st-said-${tone}`;
        line.textContent = text;
    }

    // --- asking the server -------------------------------------------------------------------------------------------

    async function request(url, options = {}) {
        try {
            const answer = await fetch(url, {headers: {Accept: "application/json"}, ...options});
            const content = await answer.json().catch(() => null);
            if (answer.ok && content) return content;
            return {error: {message: content?.error?.message || fill(texts.failed, {status: answer.status})}};
        } catch {
            return {error: {message: texts.unreachable}};
        }
    }

    async function post(url, content = {}) {
        const {csrf_token} = await window.junheng.account();
        const headers = {
            "Content-Type": "application/json",
            Accept: "application/json",
            "X-CSRFToken": csrf_token || "",
        };
        return request(url, {method: "POST", headers, body: JSON.stringify(content)});
    }

    // --- the scenario ------------------------------------------------------------------------------------------------

    const changes = () => (coverage().place().changes || "").split(";").filter(Boolean);
    const degrees = (value) => String(Number(Number(value).toFixed(PLACES)));
    const code_text = (code) =>
        encodeURIComponent(code).replace(/[!'()*~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

    // What a run came to is told until something else is changed.
    function change(all, news = {text: "", tone: "quiet"}) {
        told = news;
        coverage().go({changes: all.join(";"), mode: "siting"});
    }

    function add(lon, lat) {
        const capacity = (coverage().place().capacity || "").trim();
        change([...changes(), `add,${degrees(lon)},${degrees(lat)},${/^\d+(\.\d+)?$/.test(capacity) ? capacity : ""}`]);
    }

    function move(code, lon, lat) {
        change([...changes(), `move,${code_text(code)},${degrees(lon)},${degrees(lat)}`]);
    }

    function close(code) {
        change([...changes(), `close,${code_text(code)}`]);
    }

    // --- by hand on the map ------------------------------------------------------------------------------------------

    function choose(kind) {
        mode = kind;
        moving = null;
        mark_mode();
    }

    function mark_mode() {
        for (const each of body().querySelectorAll("[data-act=mode]")) {
            const on = each.dataset.kind === mode;
            each.classList.toggle("segment-on", on);
            each.setAttribute("aria-pressed", String(on));
        }
        document.getElementById("coverage-map").classList.toggle("st-aiming", mode !== null);
        hint(mode ? texts.hints[mode] : texts.hint);
    }

    function hint(text, tone = "quiet") {
        const line = at("hint");
        if (!line) return;
        line.className = `st-said-${tone}`;
        line.textContent = text;
    }

    function clicked({lon, lat, trace, code}) {
        if (!mode || coverage().place().mode !== "siting" || coverage().place().compare) return;
        if (mode === "add") return add(lon, lat);
        const facility = trace === "facilities" ? code : null;
        if (mode === "close") return facility ? close(facility) : hint(texts.click_facility, "bad");
        if (moving) {
            const from = moving;
            moving = null;
            return move(from, lon, lat);
        }
        if (!facility) return hint(texts.click_facility, "bad");
        moving = facility;
        coverage().map.highlight([{lon, lat}]);
        return hint(fill(texts.move_to, {name: name_of(facility)}));
    }

    function name_of(code) {
        const option = [...(at("facility")?.options || [])].find((each) => each.value === code);
        return option ? option.textContent : "";
    }

    function from_lists(kind) {
        const [township, facility] = [at("township").value, at("facility").value];
        if (kind !== "close" && !township) return hint(texts.pick_township, "bad");
        if (kind !== "add" && !facility) return hint(texts.pick_facility, "bad");
        const [lon, lat] = township.split(",");
        if (kind === "add") return add(lon, lat);
        return kind === "move" ? move(facility, lon, lat) : close(facility);
    }

    // --- the solver --------------------------------------------------------------------------------------------------

    async function compute() {
        if (run) return;
        run = "asked";
        say(texts.starting);
        running(true);
        const answer = await post(`${URL_OF}/runs`, coverage().place());
        if (answer.error) return finish(answer.error.message, "bad");
        run = answer.run;
        return look(answer.run);
    }

    async function look(id) {
        const answer = await request(`${URL_OF}/runs/${id}`);
        if (run !== id) return undefined;
        if (answer.error) return finish(answer.error.message, "bad");
        if (answer.done && answer.changes === null) return finish(answer.text, "bad");
        if (answer.done) {
            finish(answer.text, "good");
            return change([answer.changes], told);
        }
        if (at("progress")) at("progress").value = answer.percent;
        say(answer.text);
        return window.setTimeout(() => look(id), EVERY);
    }

    function finish(text, tone) {
        run = null;
        running(false);
        say(text, tone);
    }

    function running(on) {
        if (!at("running")) return;
        at("running").hidden = !on;
        body().querySelector("[data-act=compute]").disabled = on;
        if (!on) at("progress").value = 0;
    }

    // --- saved ones --------------------------------------------------------------------------------------------------

    async function save() {
        const name = at("name").value.trim();
        if (!name) {
            tell(texts.name_needed, "bad");
            return at("name").focus();
        }
        const answer = await post(`${URL_OF}/scenarios`, {...coverage().place(), name});
        return kept(answer);
    }

    async function remove({id, name}) {
        if (!(await window.junheng.sure(fill(texts.sure_delete, {name}), texts))) return;
        await kept(await post(`${URL_OF}/scenarios/${id}/delete`));
    }

    async function kept(answer) {
        if (answer.error) return tell(answer.error.message, "bad");
        await open(coverage().place(), true);
        return tell(answer.message, "good");
    }

    function compare() {
        const picked = [...body().querySelectorAll("[data-pick]:checked")].map((box) => box.value);
        if (picked.length < 2 || picked.length > 4) return tell(texts.compare, "bad");
        return coverage().go({compare: picked.join(","), mode: "siting"});
    }

    // --- what readers do ---------------------------------------------------------------------------------------------

    const ACTS = {
        compute,
        stop: () => run && post(`${URL_OF}/runs/${run}/stop`),
        mode: ({kind}) => choose(mode === kind ? null : kind),
        apply: ({kind}) => from_lists(kind),
        undo: ({position}) => change(changes().filter((_, order) => order !== Number(position))),
        undo_all: () => change([]),
        point: ({lon, lat}) => coverage().map.highlight([{lon: Number(lon), lat: Number(lat)}]),
        save,
        delete: remove,
        compare,
    };

    document.addEventListener("click", ({target}) => {
        const button = target.closest?.("#coverage-siting button[data-act]");
        if (button) ACTS[button.dataset.act](button.dataset);
    });

    // What is asked of the solver is kept in the address, without a step of the history for each field.
    document.addEventListener("change", ({target}) => {
        if (
            !target.closest?.("#coverage-siting .st-asking") ||
            !target.name ||
            ["township", "facility"].includes(target.name)
        )
            return;
        coverage().keep({[target.name]: target.value.trim() || null});
        shown = new URLSearchParams(coverage().place()).toString();
    });

    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && mode) choose(null);
        if (event.key === "Enter" && event.target.id === "st-name") save();
    });
})();
