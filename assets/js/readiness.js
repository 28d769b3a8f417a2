// The page of the check before a meeting: measures the reader's side, asks the server for its lines, and shows both.
(() => {
    "use strict";

    const {dom, readiness} = window.junheng;
    const SIGNS = {ok: "✓", caution: "!", failed: "✗", pending: "…"};
    const AGAIN = 1000; // milliseconds until what is pending is asked for again
    const LONGEST = 20000; // milliseconds that a map is waited for
    const place = (name) => document.querySelector(`[data-part=${name}]`);
    let facts = {};
    let server = null; // what it said last
    let words = null;
    let round = 0; // of those that were begun

    function begin() {
        round += 1;
        facts = {};
        server = null;
        measure();
        ask(round);
        tryMap(round);
    }

    // --- the server --------------------------------------------------------------------------------------------------

    async function ask(mine) {
        const [sent, at] = [performance.now(), Date.now()];
        const answer = await fetch("/check/lines", {cache: "no-store"}).catch(() => null);
        if (mine !== round) return;
        const half = (performance.now() - sent) / 2;
        server = answer?.ok ? await answer.json() : {lines: [], failed: true};
        words ??= server.words;
        if (server.now) facts.clock ??= at + half - server.now;
        show();
        if (server.lines.some(({state}) => state === "pending")) setTimeout(() => mine === round && ask(mine), AGAIN);
    }

    // --- the reader's side -------------------------------------------------------------------------------------------

    function measure() {
        const {screen, devicePixelRatio, innerWidth, innerHeight, outerWidth} = window;
        note("screen", () => ({
            width: screen.width,
            height: screen.height,
            scale: devicePixelRatio,
            inner: [innerWidth, innerHeight],
        }));
        note("zoom", () => outerWidth / innerWidth || 1);
        note("colour", () => screen.colorDepth);
        note("browser", () => ({name: nameBrowser(), lacking: listLacking()}));
        note("full", () => ({allowed: document.fullscreenEnabled, secure: Boolean(navigator.keyboard?.lock)}));
        note("awake", () => Boolean(navigator.wakeLock));
        note("storage", keepsStorage);
        note("fonts", drawsChinese);
    }

    function note(name, read) {
        try {
            facts[name] = read();
        } catch (error) {
            facts[name] = {error};
        }
    }

    function nameBrowser() {
        const {userAgent} = navigator;
        const found = ["Edg", "Firefox", "Chrome", "Version"].map((name) => userAgent.match(`${name}/(\\d+)`));
        const at = found.findIndex(Boolean);
        return at < 0 ? userAgent.slice(0, 60) : `${["Edge", "Firefox", "Chrome", "Safari"][at]} ${found[at][1]}`;
    }

    function listLacking() {
        const needed = {
            structuredClone: window.structuredClone,
            ResizeObserver: window.ResizeObserver,
            "Array.at": Array.prototype.at,
            dialog: window.HTMLDialogElement?.prototype.showModal,
            "CSS :has": CSS.supports("selector(:has(a))"),
            "CSS zoom": CSS.supports("zoom", "2"),
        };
        return Object.keys(needed).filter((name) => !needed[name]);
    }

    function keepsStorage() {
        try {
            localStorage.setItem("junheng-check", "1");
            localStorage.removeItem("junheng-check");
            return true;
        } catch {
            return false;
        }
    }

    // Two characters that no font holds are drawn as the same box.
    function drawsChinese() {
        const drawn = ["均", "衡"].map((letter) => {
            const canvas = dom.element("canvas", {width: 40, height: 40});
            const pen = canvas.getContext("2d");
            pen.font = `32px ${getComputedStyle(document.body).fontFamily}`;
            pen.fillText(letter, 2, 34);
            return canvas.toDataURL();
        });
        return drawn[0] !== drawn[1];
    }

    // --- the map, as a reader opens it -------------------------------------------------------------------------------

    function tryMap(mine) {
        const frame = place("trial");
        const begun = performance.now();
        frame.src = "/map";
        const look = async () => {
            if (mine !== round) return;
            const took = performance.now() - begun;
            const opened = frame.contentWindow;
            const drawn = Boolean(opened?.junheng?.atlas?.shown) && !opened.document.getElementById("first-view");
            if (!drawn && took < LONGEST) {
                setTimeout(look, 50);
                return;
            }
            facts.map = {took, drawn};
            const policy = await fetch("/", {method: "HEAD"}).then(({headers}) =>
                headers.get("Content-Security-Policy"),
            );
            const pages = [window, opened].filter(Boolean);
            const addresses = pages.flatMap((page) =>
                page.performance.getEntriesByType("resource").map(({name}) => name),
            );
            facts.fetched = {addresses, own: window.location.origin, policy};
            show();
        };
        look().catch((error) => {
            facts.map ??= {error};
            facts.fetched ??= {error};
            show();
        });
    }

    // --- what is shown -----------------------------------------------------------------------------------------------

    function show() {
        if (!words) {
            if (server?.failed) setTimeout(begin, AGAIN);
            return;
        }
        const reader = readiness.judge(facts, words);
        const lost = {
            subject: words.server,
            state: "failed",
            text: words.unreachable,
            remedy: words.unreachable_remedy,
        };
        const own = server?.failed ? [lost] : (server?.lines ?? []);
        place("reader").replaceChildren(list(reader));
        place("server").replaceChildren(list(own));
        const {state, text} = readiness.summarise([...reader, ...own], words);
        const summary = place("summary");
        summary.className = `rd-summary is-${state}`;
        if (summary.textContent !== text) summary.textContent = text; // a status is told again at every writing
        place("when").textContent = new Date().toLocaleString("zh-CN");
    }

    function list(lines) {
        return dom.table(
            "rd-lines",
            [],
            lines.map(({subject, state, text, remedy, where}) => [
                subject,
                [
                    dom.element("span", {className: `rd-state is-${state}`}, [
                        dom.element("span", {ariaHidden: "true"}, SIGNS[state]),
                        words.states[state],
                    ]),
                ],
                [
                    text,
                    where ? dom.element("span", {className: "rd-where"}, where) : null,
                    remedy ? dom.element("strong", {className: "rd-remedy"}, remedy) : null,
                ],
            ]),
        );
    }

    place("again").addEventListener("click", begin);
    place("print").addEventListener("click", () => window.print());
    begin();
})();
