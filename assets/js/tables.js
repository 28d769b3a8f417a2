// The menu of tables: its links lead to the tables of the page as its address is when they are used.
(() => {
    "use strict";

    const {Export} = window.junheng.ids;

    const menu = () => document.getElementById(Export.TABLE_MENU);
    const openMenus = () => document.querySelectorAll(".table-menu[open]");

    function lead(event) {
        const link = event.target instanceof Element ? event.target.closest("a[data-table]") : null;
        if (link) link.href = link.dataset.table + window.location.search;
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
    // Every menu of the bar closes when something else is used, and by Escape.
    document.addEventListener("click", ({target}) => {
        for (const open of openMenus()) {
            if (!open.contains(target) || target.closest("a[data-table]")) open.open = false;
        }
    });
    document.addEventListener("keydown", ({key}) => {
        if (key !== "Escape") return;
        for (const open of openMenus()) {
            open.open = false;
            open.querySelector("summary").focus();
        }
    });
})();
