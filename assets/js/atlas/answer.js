// The server's answer to a gesture is painted in the moment in which it arrives, and has its frames before Dash takes it
// over: Dash sets every property of the page in one go, which no frame interrupts.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const LONGEST = 100; // milliseconds until a page without frames, for nobody sees it, goes on
    let asked = null; // the last question for a view: the answer to one before it is not painted

    // What connection.js sends and receives.
    window.junheng.questions = {
        sent(body) {
            if (JSON.parse(body).output.includes(`${Atlas.PANEL}.`)) asked = body;
        },

        async answered(body, answer) {
            if (body !== asked || answer.status !== 200) return;
            const {response} = await answer.clone().json();
            if (body !== asked || !response[Atlas.PANEL] || !response[Atlas.VIEW]) return;
            window.junheng.atlas.paintAnswer(response[Atlas.PANEL].data, response[Atlas.VIEW].data);
            await nextFrames();
        },
    };

    // One frame draws what was painted, the next one finds the page free.
    function nextFrames() {
        return new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
            setTimeout(resolve, LONGEST);
        });
    }
})();
