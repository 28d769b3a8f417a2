// On a narrow screen the links of the bar and the controls of a page come as sheets. A button with the class sheet-button
// opens and closes the one that it names; Esc, a link of the sheet and a click beside it close it too.
(() => {
    "use strict";

    const OPEN = ".sheet-button[aria-expanded=true]";
    const sheetOf = (button) => document.getElementById(button.getAttribute("aria-controls"));

    function turn(button, isOpen) {
        button.setAttribute("aria-expanded", String(isOpen));
        sheetOf(button).classList.toggle("is-open", isOpen);
        document.documentElement.classList.toggle("has-sheet", isOpen);
    }

    function close() {
        const button = document.querySelector(OPEN);
        if (button) turn(button, false);
        return button;
    }

    document.addEventListener("click", ({target}) => {
        const pressed = target.closest(".sheet-button");
        const open = document.querySelector(OPEN);
        const isWithin = open && sheetOf(open).contains(target) && !target.closest("a[href]");
        if (open && (pressed || !isWithin)) turn(open, false);
        if (pressed && pressed !== open) turn(pressed, true);
    });

    document.addEventListener("keydown", ({key}) => {
        if (key === "Escape") close()?.focus();
    });
})();
