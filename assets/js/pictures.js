// Pictures take their turn at the server. Whoever wants one asks again until it is there, and is told the place meanwhile.
(() => {
    "use strict";

    const FIRST_PAUSE = 120; // milliseconds until a picture is asked for again; most are drawn in a few of them
    const LONGEST_PAUSE = 1000;
    const loading = new WeakMap(); // by image, what it is waiting for

    window.junheng.pictures = {
        // The answer with the picture, or with what is wrong with it; `tell` is given the server's word on the place.
        async fetched(url, tell, signal) {
            for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
                const answer = await fetch(url, {headers: {Prefer: "respond-async"}, signal});
                const seconds = Number(answer.headers.get("Retry-After"));
                if (answer.status !== 202 && !(answer.status === 503 && seconds)) return answer;
                const told = await answer.json().catch(() => null); // a proxy says so in a page of its own
                const message = told?.message || told?.error?.message;
                if (message) tell(message);
                await sleep(answer.status === 202 ? pause : seconds * 1000, signal);
            }
        },

        // Put a picture into an image in place of what it showed or waited for; false where there is none.
        async load(image, url, tell) {
            loading.get(image)?.abort();
            const mine = new AbortController();
            loading.set(image, mine);
            const drawn = await this.fetched(url, tell, mine.signal)
                .then((answer) => (answer.ok ? answer.blob() : null))
                .catch(() => null); // the connection may be lost in the middle of the picture
            if (mine.signal.aborted) return null;
            if (!drawn) return false;
            const before = image.src;
            image.src = URL.createObjectURL(drawn);
            if (before.startsWith("blob:")) URL.revokeObjectURL(before);
            return true;
        },
    };

    function sleep(milliseconds, signal) {
        return new Promise((done) => {
            setTimeout(done, milliseconds);
            signal?.addEventListener("abort", done, {once: true});
        });
    }

    // An image that the server had no room for when the page asked takes its turn.
    document.addEventListener(
        "error",
        ({target}) => {
            if (!(target instanceof HTMLImageElement) || !target.classList.contains("st-picture")) return;
            if (!loading.has(target)) window.junheng.pictures.load(target, target.src, () => {});
        },
        true,
    );
})();
