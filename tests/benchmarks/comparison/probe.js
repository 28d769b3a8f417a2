// What a reader would see, noted from inside the page: when the map has its colours and the title its words, and when
// nothing moves any more. It looks only after the document has changed, once a frame.
(() => {
    const QUIET_FRAMES = 30;
    let wanted = null, painted = null, lasting = null, input = null, changed = true, lastChange = 0, lastTask = 0;

    new MutationObserver(() => { changed = true; lastChange = performance.now(); }).observe(document, {
        subtree: true, childList: true, attributes: true, characterData: true,
    });
    new PerformanceObserver((list) => {
        list.getEntries().forEach((task) => { lastTask = Math.max(lastTask, task.startTime + task.duration); });
    }).observe({type: "longtask", buffered: true});
    ["pointerdown", "mousedown", "click"].forEach((kind) => {
        window.addEventListener(kind, (event) => { input ??= event.timeStamp; }, {capture: true});
    });

    function hex(colour) {
        const parts = colour.match(/^rgba?\((\d+), ?(\d+), ?(\d+)/);
        const text = parts ? "#" + parts.slice(1).map((part) => Number(part).toString(16).padStart(2, "0")).join("") : colour;
        return text.toUpperCase();
    }

    function fillOf(path) {
        return hex(path.style.fill || path.getAttribute("fill") || getComputedStyle(path).fill);
    }

    function countFills(map) {
        const counts = {};
        map.querySelectorAll("path").forEach((path) => {
            if (path.getAttribute("d")) {
                const colour = fillOf(path);
                counts[colour] = (counts[colour] || 0) + Number(path.dataset.areas || 1); // of one class
            }
        });
        return counts;
    }

    // Other colours may be there besides (areas without figures lie below), but of those wanted exactly so many.
    function hasColours(map) {
        const counts = countFills(map);
        return wanted.palette.every((colour) => (counts[colour] || 0) === (wanted.fills[colour] || 0));
    }

    function matches(map) {
        const named = (title) => wanted.words.every((word) => title.textContent.includes(word));
        if (![...document.querySelectorAll(wanted.title)].some(named)) {
            return false;
        }
        return [...document.querySelectorAll(map)].some(hasColours);
    }

    function nextFrames(count) {
        return new Promise((resolve) => {
            const step = (left) => (left ? requestAnimationFrame(() => step(left - 1)) : resolve());
            step(count);
        });
    }

    function look() {
        if (wanted && lasting === null && changed) {
            changed = false;
            if (painted === null) {
                if (matches(wanted.map)) {
                    [painted, changed] = [-1, true];
                    nextFrames(2).then(() => { painted = performance.now(); });
                }
            } else if (wanted.lastingMap !== wanted.map && matches(wanted.lastingMap)) {
                lasting = -1;
                nextFrames(2).then(() => { lasting = performance.now(); });
            }
        }
        requestAnimationFrame(look);
    }
    requestAnimationFrame(look);

    window.__probe = {
        // Look for a view from now on; the next input event is its beginning.
        expect(view) {
            [wanted, painted, lasting, input, changed] = [view, null, null, null, true];
        },
        // Milliseconds since navigation; ``painted`` is null before the view is there, ``lasting`` before it is there to stay.
        state() {
            const since = (time) => (time > 0 ? time : null);
            const stays = wanted?.lastingMap === wanted?.map ? painted : lasting;
            return {painted: since(painted), lasting: since(stays), input, settled: Math.max(lastChange, lastTask)};
        },
        // Resolves when nothing has moved for some frames.
        async rest() {
            let last = -1;
            while (last !== Math.max(lastChange, lastTask)) {
                last = Math.max(lastChange, lastTask);
                await nextFrames(QUIET_FRAMES);
            }
        },
        // What is on the page now, for whoever asks why a view was not found.
        describe(view) {
            const maps = [...document.querySelectorAll(view.map)];
            return {title: document.querySelector(view.title)?.textContent, fills: maps.map(countFills)};
        },
        // The middle of the innermost element that reads ``text``, or null.
        find(control, text) {
            const found = [...document.querySelectorAll(`${control}, ${control} *`)].filter(
                (element) => element.textContent.trim() === text && element.getClientRects().length,
            ).pop();
            if (!found) {
                return null;
            }
            const box = found.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2];
        },
    };
})();
