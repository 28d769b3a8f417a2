// Tabs after the pattern of WAI-ARIA: Tab leads to the open one, arrow keys, Home and End to the others, which open at
// once. Which is open stands in a store of Dash, whose id the list names (layouts/frame/tabs.py).
window.junheng = window.junheng || {};
(() => {
    "use strict";

    const listOf = (id) => document.querySelector(`[role=tablist][data-store="${id}"]`);
    const tabsOf = (list) => [...list.querySelectorAll("[role=tab]")];
    const panelOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));

    // The number of the tab that a key leads to, or null for a key that tabs do not know.
    function step(key, at, count) {
        const steps = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1};
        return key in steps ? (steps[key] + count) % count : null;
    }

    function show(list, value) {
        for (const tab of tabsOf(list)) {
            const isOpen = tab.dataset.tab === value;
            tab.setAttribute("aria-selected", String(isOpen));
            tab.tabIndex = isOpen ? 0 : -1;
            panelOf(tab).hidden = !isOpen;
        }
    }

    function open(id, value) {
        const list = listOf(id);
        if (!list) return;
        show(list, value);
        window.dash_clientside.set_props(id, {data: value});
    }

    document.addEventListener("click", ({target}) => {
        const tab = target.closest?.("[role=tab]");
        if (tab) open(tab.parentElement.dataset.store, tab.dataset.tab);
    });

    document.addEventListener("keydown", (event) => {
        const tab = event.target.closest?.("[role=tab]");
        if (!tab || event.ctrlKey || event.altKey || event.metaKey) return;
        const tabs = tabsOf(tab.parentElement);
        const next = step(event.key, tabs.indexOf(tab), tabs.length);
        if (next === null) return;
        event.preventDefault();
        event.stopPropagation();
        tabs[next].focus();
        open(tab.parentElement.dataset.store, tabs[next].dataset.tab);
    });

    window.junheng.tabs = {open, step};
})();
