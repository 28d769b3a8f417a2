// The corner of the bar: the way in, or who is logged in and the way out. Changes need the token that is told here.
(() => {
    "use strict";

    const {AccountMenu} = window.junheng.ids;

    window.dash_clientside = window.dash_clientside || {};

    const NOBODY = {name: null, role: null, may: [], csrf_token: null};
    let asked = null;

    // Who is logged in: {name, role, may, csrf_token}, asked for once a page; `again` asks anew.
    window.junheng.account = (again = false) => {
        if (!asked || again) asked = ask();
        return asked;
    };
    window.junheng.account(); // at once: the answer is there when the bar is, before charts keep the browser busy

    async function ask() {
        try {
            const answer = await fetch("/account", {cache: "no-store"});
            if (answer.status === 401) window.location.reload(); // reading needs an account: this leads to the login
            return answer.ok ? await answer.json() : NOBODY;
        } catch {
            return NOBODY;
        }
    }

    window.dash_clientside.account = {
        async show_account() {
            const {name, csrf_token} = await window.junheng.account();
            return [name !== null, name === null, name, name, csrf_token];
        },
    };

    // A session may have ended, here or in another tab, while nobody looked.
    document.addEventListener("visibilitychange", async () => {
        if (document.visibilityState !== "visible") return;
        const before = await asked;
        const now = await window.junheng.account(true);
        if (before.name === now.name && before.csrf_token === now.csrf_token) return;
        const {set_props} = window.dash_clientside;
        set_props(AccountMenu.LOG_IN, {hidden: now.name !== null});
        set_props(AccountMenu.LOG_OUT, {hidden: now.name === null});
        set_props(AccountMenu.NAME, {children: now.name, title: now.name});
        set_props(AccountMenu.TOKEN, {value: now.csrf_token});
    });

    // Whoever logs in comes back to what was on the screen.
    document.addEventListener("click", (event) => {
        const link = event.target.closest(`#${AccountMenu.LOG_IN}`);
        if (!link) return;
        const here = window.location.pathname + window.location.search;
        link.href = `/login?${new URLSearchParams({next: here})}`;
    });
})();
