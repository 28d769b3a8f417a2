// The server's answer to a gesture is painted in the moment in which it arrives. Dash would first set every property of
// the page, and call what paints a tenth of a second later.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    let asked = null; // the last request for a view: the answer to one before it is not painted

    // Hooks of Dash's renderer (callbacks/server/dash_app.py).
    window.junheng.requests = {
        sent(request) {
            if (request.output.includes(`${Atlas.PANEL}.`)) asked = request;
        },

        answered(request, answer) {
            if (request !== asked || !answer?.[Atlas.PANEL] || !answer[Atlas.VIEW]) return;
            window.junheng.atlas.paintAnswer(answer[Atlas.PANEL].data, answer[Atlas.VIEW].data);
        },
    };
})();
