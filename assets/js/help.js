// The menu of help: it says what the page that is open answers.
(() => {
    "use strict";

    const {Shell} = window.junheng.ids;

    // "toggle" does not bubble.
    document.addEventListener(
        "toggle",
        ({target}) => {
            if (target.id !== Shell.HELP || !target.open) return;
            for (const sentence of target.querySelectorAll("[data-page]")) {
                sentence.hidden = sentence.dataset.page !== window.location.pathname;
            }
        },
        true,
    );
})();
