// The tour of a first visit. Who closes it never sees it again, unless the menu of help begins it anew.
(() => {
    "use strict";

    const {Shell} = window.junheng.ids;
    const SEEN = "junheng-tour-seen";

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.tour = {
        show_first() {
            return isSeen() || document.documentElement.classList.contains("is-meeting");
        },
    };

    // A browser that keeps nothing would show it at every visit.
    function isSeen() {
        try {
            return Boolean(window.localStorage.getItem(SEEN));
        } catch {
            return true;
        }
    }

    const card = () => document.getElementById(Shell.TOUR);
    const hide = (hidden) => window.dash_clientside.set_props(Shell.TOUR, {hidden});

    function show(at) {
        const steps = [...card().querySelectorAll("li")];
        for (const [number, step] of steps.entries()) step.hidden = number !== at;
        card().querySelector("[data-tour=next]").hidden = at === steps.length - 1;
    }

    const ACTS = {
        start() {
            document.getElementById(Shell.HELP).open = false;
            show(0);
            hide(false);
            requestAnimationFrame(() => card().querySelector("[data-tour=next]").focus());
        },
        next() {
            const at = [...card().querySelectorAll("li")].findIndex(({hidden}) => !hidden);
            show(at + 1);
            if (card().querySelector("[data-tour=next]").hidden) card().querySelector("[data-tour=end]").focus();
        },
        end() {
            window.localStorage.setItem(SEEN, "1");
            hide(true);
        },
    };

    document.addEventListener("click", ({target}) => {
        const button = target.closest?.("button[data-tour]");
        if (button) ACTS[button.dataset.tour]();
    });
    document.addEventListener("keydown", ({key, target}) => {
        if (key === "Escape" && card()?.contains(target)) ACTS.end();
    });
})();
