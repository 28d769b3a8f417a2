// The page where figures are loaded (数据). The server sends what is to be shown as trees of elements; this module asks
// for the one that the address names, keeps the order of an import while it is filled in, and sends what is decided.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    const PATH = "/data";
    const UNSAVED = "junheng-import-"; // the order of an upload, kept until the window is closed
    let texts = {words: {}, largest: Infinity, limit: ""};
    let request_number = 0; // counts what was asked for: only the last answer is shown

    window.dash_clientside.data = {
        open_page(href, hidden, words) {
            texts = words;
            if (!hidden && window.location.pathname === PATH) open(false);
            return window.dash_clientside.no_update;
        },
    };

    const body = () => document.getElementById("data-body");
    const find = (name) => body().querySelector(`[name="${name}"]`);
    const value = (name) =>
        (find(name)?.type === "radio" ? body().querySelector(`[name="${name}"]:checked`) : find(name))?.value;
    const read_query = () => Object.fromEntries(new URLSearchParams(window.location.search));

    // --- what is shown -----------------------------------------------------------------------------------------------

    async function open(move = true) {
        const mine = ++request_number;
        const here = read_query();
        show_message(waiting(here));
        mark_tab(here.step === "file" || Boolean(here.upload));
        const answer = await request_view(here);
        if (mine !== request_number) return;
        show_message(answer.error ? "" : here.say || "", "good");
        if (answer.error) return show_error(answer.error);
        if (answer.order) save_order(here.upload, answer.order);
        window.junheng.show_tree(body(), answer.tree);
        if (find("map_subject")) compare(true);
        body().tabIndex = -1;
        if (move) body().focus({preventScroll: true});
        body().scrollTop = 0;
        return undefined;
    }

    function request_view({version, upload, step, set, kind}) {
        const draft = upload && !version && load_order(upload)?.version; // what was kept as a draft is not there any more
        if (draft) return get(`${PATH}/views/changes`, {version: draft, upload});
        if (version) return get(`${PATH}/views/changes`, {version, upload});
        if (upload && step === "report") return post(`${PATH}/uploads/${upload}/check`, {order: load_order(upload)});
        if (upload) return post(`${PATH}/uploads/${upload}/columns`, {order: load_order(upload)});
        if (step === "file") return get(`${PATH}/views/import`, {set, kind});
        return get(`${PATH}/views/datasets`, {set});
    }

    function waiting({upload, step}) {
        return upload && step === "report" ? texts.words.checking : texts.words.loading;
    }

    function mark_tab(importing) {
        for (const [at, link] of [...document.querySelectorAll("#data-tabs a")].entries()) {
            const on = (at === 1) === importing;
            link.classList.toggle("dp-tab-on", on);
            if (on) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
        }
    }

    // As a link of the page does: the address changes, and the page follows it.
    function go(query) {
        window.history.pushState({}, "", `${PATH}?${new URLSearchParams(query)}`);
        window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    }

    function show_message(text, tone = "quiet", more = []) {
        const box = document.getElementById("data-message");
        box.className = text ? `dp-message dp-said-${tone}` : "dp-message";
        box.replaceChildren(...(text ? [build_element("p", text), ...more] : []));
    }

    function build_element(tag, text, attributes = {}) {
        return Object.assign(document.createElement(tag), {textContent: text, ...attributes});
    }

    function show_error({message, faults = [], login = null}) {
        const list = document.createElement("ul");
        list.append(...faults.map((fault) => build_element("li", fault.text)));
        const link = login ? [build_element("a", login.text, {href: login.href})] : [];
        show_message(message, "bad", [...(faults.length ? [list] : []), ...link]);
    }

    // --- asking the server -------------------------------------------------------------------------------------------

    async function read(answer) {
        const content = await answer.json().catch(() => null);
        if (content && answer.ok) return content;
        const message = content?.error?.message || fill(texts.words.failed, {status: answer.status});
        const login = answer.status === 401 && {
            text: texts.words.log_in,
            href: `/login?${new URLSearchParams({next: PATH + window.location.search})}`,
        };
        return {error: {faults: [], ...content?.error, message, login}};
    }

    async function request(url, options) {
        try {
            return await read(await fetch(url, options));
        } catch {
            return {error: {message: texts.words.unreachable}};
        }
    }

    function get(url, query) {
        const given = Object.entries(query).filter(([, each]) => each);
        return request(`${url}?${new URLSearchParams(given)}`, {headers: {Accept: "application/json"}});
    }

    async function token() {
        return (await request("/account", {headers: {Accept: "application/json"}})).csrf_token || "";
    }

    async function sending(content) {
        const headers = {"Content-Type": "application/json", "X-CSRFToken": await token()};
        return {method: "POST", headers, body: JSON.stringify(content)};
    }

    async function post(url, content) {
        return request(url, await sending(content));
    }

    function fill(template, parts) {
        return window.junheng.format.fill(template || "", parts);
    }

    // --- the order of an import --------------------------------------------------------------------------------------

    function load_order(upload) {
        return JSON.parse(window.sessionStorage.getItem(UNSAVED + upload) || "null");
    }

    function save_order(upload, order) {
        if (upload) window.sessionStorage.setItem(UNSAVED + upload, JSON.stringify(order));
    }

    const number = (text) => (/^\s*\d+\s*$/.test(text || "") ? Number(text) : null);
    const text = (name) => (value(name) || "").trim();

    // What step 2 shows, as an order.
    function read_form(order) {
        const mapping = order.mapping && {
            ...order.mapping,
            columns: order.mapping.columns.map((column, at) => with_area(read_use(at), column)),
            variable: text("variable") || null,
            year: number(value("year")),
            unit: text("unit") || null,
            kind: text("kind_of_value") || null,
            source: text("source"),
            facility_type: text("facility_type") || null,
            ...rows(order.mapping),
        };
        return {
            ...order,
            mapping,
            datum: text("datum") || order.datum,
            source: text("source"),
            note: text("note"),
            remember_as: text("remember_as"),
        };
    }

    function rows(mapping) {
        if (!find("first_row")) return {};
        return {
            header_rows: (text("header_rows").match(/\d+/g) || []).map(Number),
            first_row: number(value("first_row")) ?? mapping.first_row,
            last_row: number(value("last_row")) ?? mapping.last_row,
        };
    }

    // The area that a heading names is no field of the form: it stays as long as the column holds figures.
    function with_area(use, column) {
        if (!use) return column;
        return use.role === "value" && column.area ? {...use, area: column.area} : use;
    }

    function read_use(at) {
        const role = value(`role-${at}`);
        if (!role) return null;
        if (role !== "value") return {role, variable: null, year: null, unit: null};
        return {
            role,
            variable: value(`variable-${at}`) || null,
            year: number(value(`year-${at}`)),
            unit: text(`unit-${at}`) || null,
        };
    }

    // What a column of its own says need not be said of each column of values.
    function mark_stated_roles() {
        const roles = [...body().querySelectorAll("[data-role]")].map((control) => control.value);
        for (const role of ["variable", "year", "unit"]) {
            document.getElementById("dp-order").classList.toggle(`dp-said-${role}`, roles.includes(role));
        }
    }

    function store_form() {
        const {upload} = read_query();
        const order = load_order(upload);
        if (order && find("role-0")) save_order(upload, read_form(order));
    }

    function read_start_form() {
        const name = text("new_name");
        const dataset = value("dataset");
        if (dataset === "new" && !name) {
            show_message(texts.words.name_needed, "bad");
            find("new_name").focus();
            return null;
        }
        const made = {name, description: "", base: text("base") || null};
        return {
            kind: value("kind"),
            dataset: dataset === "new" ? "" : dataset,
            new_dataset: dataset === "new" ? made : null,
        };
    }

    // --- sending a file ----------------------------------------------------------------------------------------------

    async function send(file) {
        const order = file && read_start_form();
        if (!order) return;
        if (file.size > texts.largest) {
            const size = `${(file.size / 1048576).toFixed(1)} MB`;
            show_message(fill(texts.words.too_large, {name: file.name, size, limit: texts.limit}), "bad");
            return;
        }
        show_message("");
        progress(0);
        const answer = await send_request(file, order);
        progress(null);
        if (answer.error) show_error(answer.error);
        else {
            save_order(answer.upload, order);
            go({upload: answer.upload});
        }
    }

    // fetch does not tell how much of a file was sent.
    async function send_request(file, {kind}) {
        const form = new FormData();
        form.append("kind", kind);
        form.append("file", file, file.name);
        const csrf = await token();
        return new Promise((resolve) => {
            const asking = new XMLHttpRequest();
            asking.open("POST", `${PATH}/uploads`);
            asking.setRequestHeader("X-CSRFToken", csrf);
            asking.upload.addEventListener("progress", ({loaded, total}) =>
                progress(Math.floor((100 * loaded) / total)),
            );
            asking.addEventListener("load", () =>
                resolve(read(new Response(asking.responseText, {status: asking.status}))),
            );
            asking.addEventListener("error", () => resolve({error: {message: texts.words.unreachable}}));
            asking.send(form);
        });
    }

    function progress(percent) {
        document.getElementById("dp-uploading").classList.toggle("dp-off", percent === null);
        document.getElementById("dp-progress").value = percent || 0;
        const message = percent === 100 ? texts.words.reading : fill(texts.words.uploading, {percent: percent || 0});
        document.getElementById("dp-progress-text").textContent = message;
    }

    // --- what buttons do ---------------------------------------------------------------------------------------------

    const ACTS = {
        check() {
            store_form();
            go({upload: read_query().upload, step: "report"});
        },

        async keep() {
            const {upload} = read_query();
            const stop = document.getElementById("dp-keep");
            if (stop && value("good_only") !== "1") return show_message(stop.dataset.blocked, "bad");
            const order = {
                ...load_order(upload),
                good_only: value("good_only") === "1",
                replace: value("replace") === "1",
            };
            save_order(upload, order);
            const answer = await run_action("keeping", `${PATH}/uploads/${upload}/keep`, {order});
            if (answer.error) return undefined;
            save_order(upload, {version: answer.version});
            return go({upload, version: answer.version});
        },

        // The report is made of the order, which only this page holds.
        async report({form}) {
            const {upload} = read_query();
            show_message(texts.words.working);
            const answer = await fetch(
                `${PATH}/uploads/${upload}/report.${form}`,
                await sending({order: load_order(upload)}),
            ).catch(() => null);
            if (!answer?.ok)
                return show_error((answer ? await read(answer) : {error: {message: texts.words.unreachable}}).error);
            const name = decodeURIComponent(
                /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition"))?.[1] || `report.${form}`,
            );
            const link = build_element("a", "", {href: URL.createObjectURL(await answer.blob()), download: name});
            link.click();
            URL.revokeObjectURL(link.href);
            return show_message("");
        },

        async publish({set, version}) {
            if (!(await confirm_action("sure_publish"))) return;
            const answer = await run_action("publishing", `${PATH}/versions/${version}/publish`, {});
            if (answer.error) return;
            if (read_query().upload) open();
            else show_done(set, answer);
        },

        async roll_back({set, number: wanted}) {
            if (!(await confirm_action("sure_roll_back", {number: wanted}))) return;
            const answer = await run_action("working", `${PATH}/datasets/${set}/roll-back`, {number: Number(wanted)});
            if (!answer.error) show_done(set, answer);
        },

        async withdraw({set}) {
            if (!(await confirm_action("sure_withdraw"))) return;
            const answer = await run_action("working", `${PATH}/datasets/${set}/withdraw`, {});
            if (!answer.error) show_done(set, answer);
        },

        async discard({set, version}) {
            if (!(await confirm_action("sure_discard"))) return;
            const answer = await run_action("working", `${PATH}/versions/${version}/discard`, {});
            if (!answer.error) show_done(set, answer);
        },

        async rebase({version}) {
            const answer = await run_action("working", `${PATH}/versions/${version}/rebase`, {});
            if (!answer.error) go({...place(), version: answer.version});
        },
    };

    async function show_done(set, answer) {
        const query = `?${new URLSearchParams({set})}`;
        if (window.location.search !== query) window.history.replaceState({}, "", PATH + query);
        await open();
        show_message(
            answer.message,
            "good",
            answer.map ? [build_element("a", answer.map.text, {href: answer.map.href})] : [],
        );
    }

    async function run_action(word, url, content) {
        const buttons = [...body().querySelectorAll("button")];
        buttons.forEach((each) => (each.disabled = true));
        show_message(texts.words[word]);
        const answer = await post(url, content);
        buttons.forEach((each) => (each.disabled = false));
        if (answer.error) show_error(answer.error);
        return answer;
    }

    function confirm_action(question, parts = {}) {
        return window.junheng.sure(fill(texts.words[question], parts), texts.words);
    }

    // --- changes of controls -----------------------------------------------------------------------------------------

    const CHANGES = {
        kind(control) {
            for (const help of body().querySelectorAll(".dp-help"))
                help.classList.toggle("dp-off", help.dataset.kind !== control.value);
        },

        dataset(control) {
            document.getElementById("dp-new").classList.toggle("dp-off", control.value !== "new");
        },

        order_kind(control) {
            const {upload} = read_query();
            save_order(upload, {...load_order(upload), kind: control.value, mapping: null});
            open();
        },

        sheet(control) {
            const {upload} = read_query();
            const {mapping, ...order} = load_order(upload);
            save_order(upload, {...order, mapping: null, sheet: control.value});
            open();
        },

        severity: filter,
        code: filter,
        good_only: () => show_message(""),
        map_subject: () => compare(true),
        map_year: () => compare(false),
    };

    function filter() {
        const [severity, code] = [value("severity"), value("code")];
        const found = [...body().querySelectorAll("tr[data-code]")];
        for (const row of found) {
            row.hidden = Boolean(
                (severity && row.dataset.severity !== severity) || (code && row.dataset.code !== code),
            );
        }
        const shown = found.filter((row) => !row.hidden).length;
        document.getElementById("dp-listed").textContent = fill(texts.words.faults_shown, {shown});
    }

    // The picture of the chosen indicator or kind; its years are offered, the last one first.
    function compare(anew) {
        const [subject, years, picture] = [
            value("map_subject"),
            find("map_year"),
            document.getElementById("dp-compare"),
        ];
        for (const option of years.options) option.hidden = option.disabled = !option.value.startsWith(`${subject}|`);
        if (anew) years.value = [...years.options].find((option) => !option.hidden).value;
        const query = new URLSearchParams({subject, year: years.value.split("|")[1], state: picture.dataset.state});
        const status = document.getElementById("dp-compare-status");
        const show_status = (message) => {
            status.textContent = message;
            status.classList.toggle("dp-off", !message);
            picture.classList.toggle("dp-off", Boolean(message));
        };
        show_status(texts.words.drawing);
        const url = `${PATH}/versions/${picture.dataset.version}/compare.svg?${query}`;
        window.junheng.pictures.load(picture, url, show_status).then((drawn) => {
            if (drawn !== null) show_status(drawn ? "" : texts.words.not_drawn);
        });
    }

    // A long list of options is filled in where it is opened, not in every column.
    function fill_options(control) {
        const source = document.getElementById(control.dataset.lazy);
        if (!source || control.dataset.filled) return;
        const chosen = control.value;
        control.replaceChildren(...[...source.children].map((part) => part.cloneNode(true)));
        control.value = chosen;
        control.dataset.filled = "1";
    }

    const is_on_page = (event) => event.target.closest?.("#data-body");

    for (const kind of ["focusin", "pointerdown", "pointerenter"]) {
        document.addEventListener(
            kind,
            (event) => {
                const control = event.target.closest?.("select[data-lazy]");
                if (control) fill_options(control);
            },
            true,
        );
    }

    document.addEventListener("change", (event) => {
        if (!is_on_page(event)) return;
        const {target} = event;
        if (target.id === "dp-file") {
            send(target.files[0]);
            target.value = ""; // the same file may be chosen again
            return;
        }
        if (target.dataset.role) {
            target.parentElement.querySelector(".dp-of-value").classList.toggle("dp-off", target.value !== "value");
            mark_stated_roles();
        }
        store_form();
        CHANGES[target.name]?.(target);
    });

    document.addEventListener("click", (event) => {
        const button = is_on_page(event) && event.target.closest("button[data-act]");
        if (button) ACTS[button.dataset.act](button.dataset);
    });

    document.addEventListener("submit", (event) => {
        if (is_on_page(event)) event.preventDefault();
    });

    for (const kind of ["dragover", "dragleave", "drop"]) {
        document.addEventListener(kind, (event) => {
            const drop = is_on_page(event) && document.getElementById("dp-drop");
            if (!drop) return;
            event.preventDefault(); // a file beside the box would replace the page
            drop.classList.toggle("dp-drop-on", kind === "dragover");
            if (kind === "drop" && event.dataTransfer.files.length) send(event.dataTransfer.files[0]);
        });
    }
})();
