// The address names a view of the page 数据: it is asked for, and what comes beside its components is painted.
(() => {
    "use strict";

    const {DataPage} = window.junheng.ids;
    const page = window.junheng.data;
    let asked = null; // the view that is waited for
    let running = 0; // requests for views, of which only the last one's answer is shown
    let moves = false; // whether the keyboard follows to the next view
    let said = [""]; // what is said once it stands

    Object.assign(window.dash_clientside.data, {
        ask(_href, hidden, words) {
            page.texts = words;
            const isShown = !hidden && window.location.pathname === page.PATH;
            return isShown ? request() : window.dash_clientside.no_update;
        },

        async show_view(content) {
            const {upload} = asked ?? page.query();
            const [message, follows] = [said, moves];
            forget();
            if (content.error) {
                page.tellError(content.error);
            } else {
                page.tell(...message);
                if (content.order) page.orders.save(upload, content.order);
                await Promise.all(Object.entries(content.parts).map(paint));
                if (follows) page.body().focus({preventScroll: true});
                page.body().scrollTop = 0;
            }
            return window.dash_clientside.no_update;
        },

        tell_failure(runs) {
            if (runs === false && asked && --running <= 0) {
                const of = asked; // the view that is asked for next is another one
                setTimeout(() => asked === of && (forget(), page.tellFailure()), page.late);
            }
            return window.dash_clientside.no_update;
        },
    });

    // Ask for the view of the address anew; `message` is what is said then, with its tone and more.
    page.open = (message = [""]) => {
        moves = true;
        said = message;
        window.dash_clientside.set_props(DataPage.ASKED, {data: request()});
    };

    function forget() {
        [asked, running, moves, said] = [null, 0, false, [""]];
    }

    function request() {
        const {version, upload, step, set, kind, variable} = page.query();
        const order = upload ? page.orders.load(upload) : null;
        const draft = !version && order?.version; // what was kept as a draft is not there any more
        asked = draft ? {version: String(draft), upload} : {version, upload, step, set, kind, variable, order};
        running += 1;
        const {checking, loading} = page.texts.words;
        page.tell(asked.upload && asked.step === "report" && !version ? checking : loading);
        markTab(step === "file" || Boolean(upload));
        return {...asked, at: Date.now()};
    }

    function markTab(isImport) {
        for (const [at, link] of [...document.querySelectorAll(`#${DataPage.TABS} a`)].entries()) {
            const isOn = (at === 1) === isImport;
            link.classList.toggle("dp-tab-on", isOn);
            if (isOn) link.setAttribute("aria-current", "page");
            else link.removeAttribute("aria-current");
        }
    }

    async function paint([id, part]) {
        const place = await standing(id);
        if (place) page.painters[id](place, part);
    }

    // The place of a part among the components of its view, which come with it and stand some frames later.
    async function standing(id) {
        for (let frames = 0; frames < 60 && !page.find(id); frames += 1) await new Promise(requestAnimationFrame);
        return page.find(id);
    }

    document.addEventListener("submit", (event) => {
        if (page.body()?.contains(event.target)) event.preventDefault();
    });
})();
