// The way into the search: Ctrl+K (on a Mac with the command key) and the button of the bar. What is behind it is fetched
// when it is first asked for.
(() => {
    "use strict";

    const {Shell} = window.junheng.ids;

    async function open() {
        await Promise.all(["search_match", "search_rank", "search_dialog"].map(window.junheng.load));
        window.junheng.searchDialog.open();
    }

    document.addEventListener("keydown", (event) => {
        const asks =
            event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
        if (!asks || document.documentElement.classList.contains("is-meeting")) return;
        event.preventDefault(); // the browser's own search
        if (!document.querySelector("dialog[open]")) open();
    });

    document.addEventListener("click", ({target}) => {
        if (target.closest?.(`#${Shell.SEARCH}`)) open();
    });
})();
