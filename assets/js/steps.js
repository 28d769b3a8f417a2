// Work that takes the browser long, in steps between which it answers clicks. Steps of the same name that come later
// take the place of those that are left. Where they may wait and come one soon after the other (a slider is dragged, a
// key is held down), they begin when the hand rests: meanwhile every frame is free for what changes at once.
(() => {
    "use strict";

    const SOON = 300; // milliseconds between gestures that are one movement
    const REST = 120; // milliseconds without another one
    const rounds = new Map(); // by name: {steps, at}, the steps that count and when they came

    window.junheng.inSteps = (name, steps, mayWait = false) => {
        const at = performance.now();
        const pause = mayWait && at - (rounds.get(name)?.at ?? -SOON) < SOON ? REST : 0;
        rounds.set(name, {steps, at});
        const left = [...steps];
        const next = () => {
            if (rounds.get(name).steps !== steps) return; // overtaken
            left.shift()?.();
            if (left.length) setTimeout(next);
        };
        requestAnimationFrame(() => setTimeout(next, pause)); // the first frame shows what has changed already
    };
})();
