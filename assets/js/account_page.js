// The page of accounts: a one-time link is told with the address that the page was opened at, and copied.
(() => {
    "use strict";

    const field = document.querySelector("[data-part=link]");
    if (!field) return;
    field.value = new URL(field.value, window.location.href).href;
    field.addEventListener("focus", () => field.select());
    const copy = document.querySelector("[data-part=copy]");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
        field.select();
        try {
            await navigator.clipboard.writeText(field.value);
        } catch {
            document.execCommand("copy"); // without HTTPS there is no clipboard
        }
        copy.textContent = copy.dataset.done;
    });
})();
