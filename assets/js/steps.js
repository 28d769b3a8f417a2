// Work that takes the browser long, in steps between which it answers clicks. Steps of the same name that come later
// take the place of those that are left.
(() => {
    "use strict";

    const rounds = new Map(); // by name: the steps that count

    window.junheng.inSteps = (name, steps) => {
        rounds.set(name, steps);
        const left = [...steps];
        const next = () => {
            if (rounds.get(name) !== steps) return; // overtaken
            left.shift()?.();
            if (left.length) setTimeout(next);
        };
        requestAnimationFrame(() => setTimeout(next)); // the first frame shows what has changed already
    };
})();
