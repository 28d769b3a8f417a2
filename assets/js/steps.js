// Work that takes the browser long, in steps between which it answers clicks. Steps of the same name that come later
// take the place of those that are left. Where they may wait and the pointer is held, or they come one soon after the
// other (a key is held down), they begin when the hand rests: meanwhile every frame is free for what changes at once.
(() => {
    "use strict";

    const SOON = 300; // milliseconds between gestures that are one movement
    const REST = 120; // milliseconds without another one
    const REST_HELD = 600; // likewise while the pointer is held; when it is let go nothing waits any longer
    const rounds = new Map(); // by name: {at, begin}, the steps that count: when they came, what begins them if they wait
    let isHeld = false;

    window.junheng.inSteps = (name, steps, mayWait = false) => {
        const at = performance.now();
        const isSoon = at - (rounds.get(name)?.at ?? -SOON) < SOON;
        const round = {at, begin: null};
        rounds.set(name, round);
        const left = [...steps];
        const next = () => {
            if (rounds.get(name) !== round) return; // overtaken
            left.shift()?.();
            if (left.length) setTimeout(next);
        };
        round.begin = () => {
            round.begin = null;
            setTimeout(next);
        };
        const pause = !mayWait ? 0 : isHeld ? REST_HELD : isSoon ? REST : 0;
        // Two frames show what has changed: one draws it, the next one finds the page free.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => round.begin?.(), pause)));
    };

    document.addEventListener("pointerdown", () => (isHeld = true), true);
    for (const kind of ["pointerup", "pointercancel"]) {
        document.addEventListener(
            kind,
            () => {
                isHeld = false;
                for (const round of rounds.values()) round.begin?.();
            },
            true,
        );
    }
})();
