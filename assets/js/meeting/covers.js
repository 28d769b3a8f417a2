// What lies over the stage: black or white, the spotlight of the pointer, a line that says something for a moment.
(() => {
    "use strict";

    const {element} = window.junheng.dom;
    const MOMENT = 2600; // milliseconds
    const HELD = 400; // a key that was down so long was held
    const pointer = {x: null, y: null};
    let cover = null;
    let light = null;
    let lit = 0; // when the key that switched the light on went down
    let message = null;
    let ending = null;

    window.junheng.covers = {
        // Black or white: whatever is pressed next takes it away.
        cover(colour) {
            cover?.remove();
            cover = element("div", {className: `mt-cover is-${colour}`, onclick: () => this.uncover()});
            document.body.append(cover);
        },

        isCovered: () => cover !== null,

        // Returns whether there was anything to take away.
        uncover() {
            const was = cover !== null;
            cover?.remove();
            cover = null;
            return was;
        },

        light() {
            if (light) {
                this.dark();
                return;
            }
            lit = performance.now();
            light = element("div", {className: "mt-spotlight"});
            document.body.append(light);
            point();
        },

        // A light whose key was held goes out with it.
        letGo() {
            if (light && performance.now() - lit > HELD) this.dark();
        },

        dark() {
            light?.remove();
            light = null;
        },

        isLit: () => light !== null,

        say(text) {
            this.hush();
            message = element("div", {className: "mt-message", role: "status"}, text);
            document.body.append(message);
            ending = setTimeout(() => this.hush(), MOMENT);
        },

        hush() {
            clearTimeout(ending);
            message?.remove();
            message = null;
        },

        clear() {
            this.uncover();
            this.dark();
            this.hush();
        },
    };

    function point() {
        if (!light) return;
        light.style.setProperty("--x", `${pointer.x ?? window.innerWidth / 2}px`);
        light.style.setProperty("--y", `${pointer.y ?? window.innerHeight / 2}px`);
    }

    document.addEventListener(
        "pointermove",
        ({clientX, clientY}) => {
            Object.assign(pointer, {x: clientX, y: clientY});
            point();
        },
        {passive: true, capture: true},
    );
})();
