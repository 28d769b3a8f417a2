// What is for those who hear the page: the title of the browser's tab, which says page and subject; a change of the
// subject, told once; and names for controls that Dash's components leave without one.
// Headings that name a subject bear the class map-title or page-subject; a box with data-name names the control in it.
(() => {
    "use strict";

    const {Shell} = window.junheng.ids;
    const SUBJECTS = ":is(.map-title, .page-subject)";
    const SETTLED = 300; // milliseconds without a change: a slider that is drawn over ten years tells the last
    let told = null; // the path and the subject that were told last
    let waiting = 0;

    const texts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
    const subjects = () => texts(`#${Shell.CONTENT} > :not([hidden]) ${SUBJECTS}`).filter(Boolean);

    function tell() {
        const subject = window.junheng.format.join("parts", subjects());
        const [page = ""] = texts(".shell:not(.first-view) .nav-page-on");
        const [city = ""] = texts(".shell:not(.first-view) .bar h1");
        if (!page) return;
        document.title = [subject, page, city].filter(Boolean).join(" · ");
        const now = `${window.location.pathname} ${subject}`;
        if (told !== null && told !== now) document.getElementById(Shell.LIVE).textContent = [page, subject].join(" ");
        told = now;
    }

    function nameControls() {
        const nameless = "[data-name] :is([role=slider], input[type=file]):not([aria-label])";
        for (const control of document.querySelectorAll(nameless)) {
            control.setAttribute("aria-label", control.closest("[data-name]").dataset.name);
        }
    }

    function watch(content) {
        const settle = () => {
            clearTimeout(waiting);
            waiting = setTimeout(() => {
                tell();
                nameControls();
            }, SETTLED);
        };
        const all = {subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"]};
        new MutationObserver(settle).observe(content, all);
        settle();
    }

    // The pages come with Dash's first answer.
    const arrival = new MutationObserver(() => {
        const content = document.getElementById(Shell.CONTENT);
        if (!content) return;
        arrival.disconnect();
        watch(content);
    });
    arrival.observe(document.body, {subtree: true, childList: true});

    // Focus goes with the skip link; the address stays as it is.
    document.addEventListener("click", (event) => {
        if (!event.target.closest?.(".skip-link")) return;
        event.preventDefault();
        document.getElementById(Shell.CONTENT).focus();
    });
})();
