// A page that was opened before a publication or an upgrade of the program: it opens itself anew, once, where its address
// holds all that the reader has done; else it says so and leaves the moment to the reader.
(() => {
    "use strict";

    const {CoveragePage, DataPage, PackPage, Shell} = window.junheng.ids;
    const WORK = `#${DataPage.PAGE}, #${PackPage.PAGE}, #${CoveragePage.SITING}`; // what the reader does there has no address
    const DIALOGS = ".modal.show, .offcanvas.show, dialog[open]";
    const MARK = "junheng-renewed-to"; // of this tab: the edition that it was opened anew for
    const typed = new Set(); // fields

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.renewal = {
        async look(_looks, edition) {
            const now = await askEdition();
            if (!now || now === edition) return true;
            if (!isSafe() || window.sessionStorage.getItem(MARK) === now) return false;
            window.sessionStorage.setItem(MARK, now);
            window.location.reload();
            return window.dash_clientside.no_update;
        },
    };

    window.junheng.renewal = {
        // A question that the server refuses may come from a page that is older than the server.
        suspect() {
            window.dash_clientside.set_props(Shell.LOOK, {n_intervals: Date.now()});
        },
    };

    // A server out of reach, or not ready, has none.
    function askEdition() {
        return fetch("/ready").then(
            (answer) => answer.json().then(({edition}) => edition),
            () => null,
        );
    }

    function isSafe() {
        const isWorking = [...document.querySelectorAll(WORK)].some((part) => part.offsetParent);
        const isTyped = [...typed].some((field) => field.isConnected && (field.value || field.closest(WORK)));
        return !isWorking && !isTyped && !document.querySelector(DIALOGS);
    }

    // Choices of the pages with an address are in it; what is typed is not, nor what is chosen where there is work.
    for (const kind of ["input", "change"]) {
        document.addEventListener(
            kind,
            ({target}) => {
                if (target.matches("textarea, input:not([type=radio], [type=checkbox], [type=range])")) {
                    typed.add(target);
                } else if (target.closest(WORK)) {
                    typed.add(target);
                }
            },
            true,
        );
    }
})();
