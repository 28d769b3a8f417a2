// The screen of a meeting: every page is laid out at a height of 576 pixels and enlarged to what the screen has, so that
// 12 pixels are 22 at 1080p, and all of it stays in proportion from 1024 x 768 to 4K. Full screen where that is allowed.
(() => {
    "use strict";

    const HEIGHT = 576;
    const LEAST_WIDTH = 768;
    const root = document.documentElement;
    let awake = null; // what keeps the screen from going dark
    let isOn = false;

    window.junheng.stage = {
        // How much the stage is enlarged on a window of this size, and how large it is before.
        measure(width, height) {
            const scale = Math.min(height / HEIGHT, width / LEAST_WIDTH);
            return {scale, width: width / scale, height: height / scale};
        },

        isOn: () => isOn,

        open() {
            isOn = true;
            root.classList.add("is-meeting");
            fit();
            this.enterFullScreen();
            stayAwake();
        },

        // Escape is ours there only over HTTPS: else the browser takes it for itself. A meeting that ended before the
        // screen was full leaves nothing behind.
        enterFullScreen() {
            if (document.fullscreenElement || navigator.userActivation?.isActive === false) return; // it would be refused aloud
            root.requestFullscreen?.()
                .then(() => (isOn ? navigator.keyboard?.lock?.(["Escape"]) : document.exitFullscreen()))
                .catch(() => {});
        },

        close() {
            isOn = false;
            root.classList.remove("is-meeting");
            if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
            awake?.release().catch(() => {});
            awake = null;
            window.dispatchEvent(new Event("resize")); // charts take their size on the page
        },
    };

    function fit() {
        if (!isOn) return;
        const {scale, width, height} = window.junheng.stage.measure(window.innerWidth, window.innerHeight);
        root.style.setProperty("--stage-scale", scale);
        root.style.setProperty("--stage-width", `${width}px`);
        root.style.setProperty("--stage-height", `${height}px`);
    }

    function stayAwake() {
        navigator.wakeLock
            ?.request("screen")
            .then((lock) => (awake = lock))
            .catch(() => {});
    }

    window.addEventListener("resize", fit);
    document.addEventListener("visibilitychange", () => {
        if (isOn && document.visibilityState === "visible") stayAwake(); // a hidden page has lost it
    });
})();
