// The menu of tables: its links lead to the tables of the page as its address is when they are used.
(() => {
    "use strict";

    const {TableMenu} = window.junheng.ids;

    const menu = () => document.getElementById(TableMenu.MENU);

    function lead(event) {
        const link = event.target instanceof Element ? event.target.closest("a[data-table]") : null;
        if (link) link.href = link.dataset.table + window.location.search;
    }

    function close() {
        if (menu()?.open) menu().open = false;
    }

    // Before a link is followed, copied or opened by the keyboard.
    for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, lead, true);

    // "toggle" does not bubble.
    document.addEventListener(
        "toggle",
        (event) => {
            if (event.target !== menu() || !menu().open) return;
            for (const list of menu().querySelectorAll("[data-page]")) {
                list.hidden = list.dataset.page !== window.location.pathname;
            }
        },
        true,
    );
    document.addEventListener("click", (event) => {
        if (!menu()?.contains(event.target) || event.target.closest("a[data-table]")) close();
    });
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !menu()?.open) return;
        close();
        menu().querySelector("summary").focus();
    });
})();
