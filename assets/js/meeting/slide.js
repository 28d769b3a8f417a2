// What a slide says above and below the picture. It follows the page: whatever changes there is read again.
(() => {
    "use strict";

    const {Meeting} = window.junheng.ids;
    const {element, fill, write} = window.junheng.dom;
    const {fill: format} = window.junheng.format;
    const words = window.junheng.words.meeting;
    const LONG = 32; // letters of a finding that is written smaller
    let painted = {}; // by element: what it was painted from last
    let paint = null;
    let waits = false;

    window.junheng.slide = {
        // What the page that is shown says; a page that is no slide says so.
        says() {
            const room = window.junheng.rooms.here();
            if (room) return room.says(document.documentElement.dataset.chart);
            const page = document.querySelector(".nav-page-on")?.textContent ?? "";
            return {finding: format(words.no_slide, {page}), subject: words.no_slide_hint};
        },

        // `isKept`: the page shows the slide as it was kept.
        paint({title}, at, count, isKept) {
            const {finding = "", subject = "", tone = "", source = ""} = this.says();
            const kicker = title && title !== finding ? title : "";
            const {now, text} = window.junheng.rooms.here()?.years() ?? {};
            const year = String(text || now || "");
            paintHead({kicker, finding, subject, tone, year});
            paintFoot({
                number: count > 1 ? format(words.number, {at: at + 1, count}) : "",
                source: source || (document.querySelector(".bar h1")?.textContent ?? ""),
                changed: isKept ? "" : words.changed,
                help: words.help,
            });
            if (finding) write(Meeting.LIVE, format(words.said, {at: at + 1, count, text: kicker || finding}));
        },

        follow(repaint) {
            paint = repaint;
            watching.observe(document.querySelector(".shell"), {subtree: true, childList: true, characterData: true});
        },

        rest() {
            watching.disconnect();
            painted = {};
            write(Meeting.LIVE, "");
        },
    };

    const watching = new MutationObserver(() => {
        if (waits) return;
        waits = true;
        requestAnimationFrame(() => {
            waits = false;
            paint();
        });
    });

    // Paint only what is new: what is read aloud is not to be said again, and what is watched not to be changed.
    function paintOnce(id, parts, children) {
        const look = JSON.stringify(parts);
        if (painted[id] === look) return;
        painted[id] = look;
        fill(id, children());
    }

    function paintHead(parts) {
        const {kicker, finding, subject, tone, year} = parts;
        const size = finding.length > LONG ? "is-long" : "";
        paintOnce(Meeting.HEAD, parts, () => [
            element("div", {className: "mt-says"}, [
                kicker ? element("p", {className: "mt-kicker"}, kicker) : null,
                element("h1", {className: `mt-finding tone-${tone} ${size}`}, phrases(finding)),
                subject ? element("p", {className: "mt-subject"}, subject) : null,
            ]),
            element("span", {className: "mt-year", ariaHidden: "true"}, year),
        ]);
    }

    function paintFoot(parts) {
        paintOnce(Meeting.FOOTER, parts, () =>
            Object.entries(parts)
                .filter(([, text]) => text)
                .map(([name, text]) => element("span", {className: `mt-${name}`}, text)),
        );
    }

    // A line breaks after a mark, not within a word.
    function phrases(text) {
        return (text.match(/[^：，；、]+[：，；、]*/g) ?? []).map((part) => element("span", {}, part));
    }
})();
