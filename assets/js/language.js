// The switch of the language in the bar: the same view, in another language.
(() => {
    "use strict";

    document.addEventListener("click", (event) => {
        const link = event.target.closest?.(".language-link");
        if (!link) return;
        event.preventDefault();
        const address = new URL(window.location.href);
        address.searchParams.set("lang", link.lang);
        window.location.assign(address);
    });
})();
