// What the scripts of the page 数据 share: its address, its words, its controls, and the line of messages above it.
(() => {
    "use strict";

    const {DataPage, Shell} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const PATH = window.junheng.paths.DATA;

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.data = {};
    const page = (window.junheng.data = {
        PATH,
        texts: {words: {}, largest: Infinity, limit: ""},
        late: 2000, // milliseconds after the end of a request by which its answer has come, on a busy machine too
        painters: {}, // by id of a place among the components of a view: (place, part) => paint it

        body: () => document.getElementById(DataPage.BODY),
        find: (id) => document.getElementById(id),
        query: () => Object.fromEntries(new URLSearchParams(window.junheng.search())),
        fill: (template, parts) => window.junheng.format.fill(template || "", parts),

        // The value of a control, by its id; of radio buttons the chosen one's.
        value(id) {
            const found = document.getElementById(id);
            return found && "value" in found ? found.value : found?.querySelector("input:checked")?.value;
        },

        // As a link of the page does: the address changes, and the page follows it.
        go(query) {
            const search = `?${new URLSearchParams(query)}`;
            const {href} = new URL(PATH + search, window.location.href);
            if (href === window.location.href) page.open();
            else window.dash_clientside.set_props(Shell.LOCATION, {href, search});
        },

        // `more` are elements after the text.
        tell(text, tone = "quiet", more = []) {
            const box = document.getElementById(DataPage.MESSAGE);
            box.className = text ? `dp-message dp-said-${tone}` : "dp-message";
            box.replaceChildren(...(text ? [element("p", {}, text), ...more] : []));
        },

        tellError({message, status, faults = []}) {
            const list = element(
                "ul",
                {},
                faults.map((fault) => element("li", {}, fault.text)),
            );
            const href = `/login?${new URLSearchParams({next: PATH + window.location.search})}`;
            const link = status === 401 ? [element("a", {href}, page.texts.words.log_in)] : [];
            page.tell(message, "bad", [...(faults.length ? [list] : []), ...link]);
        },

        // The server failed to answer a question of Dash; where reading needs an account, this leads to the login.
        tellFailure() {
            page.tell(page.fill(page.texts.words.failed, {status: 500}), "bad");
            window.junheng.account(true);
        },

        // The refusal of a file that was sent or asked for.
        readError(text, status) {
            try {
                return {...JSON.parse(text).error, status};
            } catch {
                return {message: page.fill(page.texts.words.failed, {status}), status};
            }
        },
    });
})();
