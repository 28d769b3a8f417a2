// The wheel, two fingers and keys bring a map closer; assets/js/zoom.js moves it.
//
// The wheel zooms with Ctrl, or where a map has the whole screen; else it scrolls the page, as a reader expects who only
// passes over a map, and a hint says how. Keys: + and -, R for the whole map.
(() => {
    "use strict";

    const A_NOTCH = 240; // pixels of a wheel that double the map
    const LINE = 40; // pixels of a line, and
    const PAGE = 400; // of a page, in which some wheels count
    const HINT = 1600; // milliseconds that the hint stands
    const KEYS = {"+": "in", "=": "in", "＋": "in", "-": "out", "－": "out", r: "reset", R: "reset"};
    const FIELDS = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea, [contenteditable=true]";
    const hints = new WeakMap(); // by box of a map: the clock of its hint

    let fingers = null; // {host, apart}: the map under two fingers, and how far apart they last were

    window.junheng.wheel = {
        // How many times closer a turn of the wheel brings a map.
        factor({deltaY, deltaMode}) {
            return 2 ** (-(deltaY * [1, LINE, PAGE][deltaMode ?? 0]) / A_NOTCH);
        },

        // Whether a turn is meant for the map: with Ctrl (two fingers on a pad say the same), or in full screen.
        zooms({ctrlKey, metaKey}, isWhole) {
            return Boolean(ctrlKey || metaKey || isWhole);
        },

        // Move the maps that are shown, as a button of them does: "in", "out" or "reset".
        press(way) {
            const host = [...document.querySelectorAll(".map-box")].find((each) => window.junheng.zoom.view(each));
            if (host) window.junheng.zoom.press(host, way);
        },
    };

    function hasWholeScreen() {
        return (
            window.junheng.stage.isOn() ||
            Boolean(document.fullscreenElement) ||
            window.matchMedia("(display-mode: fullscreen)").matches
        );
    }

    function boxOf(target) {
        const host = target.closest?.(".map-box");
        return host && window.junheng.zoom.view(host) ? host : null;
    }

    function within(host, {clientX, clientY}) {
        const {left, top, width} = host.getBoundingClientRect();
        const enlarged = width / host.offsetWidth; // in a meeting
        return [(clientX - left) / enlarged, (clientY - top) / enlarged];
    }

    document.addEventListener(
        "wheel",
        (event) => {
            const host = boxOf(event.target);
            if (!host) return;
            const {wheel, zoom} = window.junheng;
            if (!wheel.zooms(event, hasWholeScreen())) {
                hint(host);
                return;
            }
            event.preventDefault();
            zoom.by(host, wheel.factor(event), within(host, event));
        },
        {passive: false},
    );

    function hint(host) {
        const text = host.querySelector("[data-hint]")?.dataset.hint;
        if (!text) return;
        let box = host.querySelector(".zoom-hint");
        if (!box) {
            box = window.junheng.dom.element("div", {className: "zoom-hint"}, text);
            host.append(box);
        }
        box.classList.add("is-shown");
        clearTimeout(hints.get(host));
        hints.set(
            host,
            setTimeout(() => box.classList.remove("is-shown"), HINT),
        );
    }

    document.addEventListener(
        "touchmove",
        (event) => {
            if (event.touches.length !== 2) return;
            const [one, other] = event.touches;
            const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
            const host = fingers?.host ?? boxOf(event.target);
            if (!host) return;
            event.preventDefault();
            const middle = {clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2};
            if (fingers) window.junheng.zoom.by(host, apart / fingers.apart, within(host, middle));
            fingers = {host, apart};
        },
        {passive: false},
    );
    document.addEventListener("touchend", () => (fingers = null));

    document.addEventListener("keydown", (event) => {
        const way = KEYS[event.key];
        if (!way || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
        if (event.target.closest?.(`${FIELDS}, .modal, .offcanvas, .ag-root`)) return;
        window.junheng.wheel.press(way);
    });
})();
