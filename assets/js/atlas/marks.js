// The marks of the atlas: part of the view, like its selection.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const shown = () => window.junheng.atlas.shown;

    document.addEventListener("DOMContentLoaded", () =>
        window.junheng.markLayer.offer(Atlas.MAP, {
            text: () => shown().marks || "",
            put: (data) => window.dash_clientside.set_props(Atlas.MARKS, {data}),

            // The middle of the chosen area.
            place() {
                const {book, selected} = shown();
                const [west, south, east, north] = book.bounds[selected] ?? [];
                return west === undefined ? null : [(west + east) / 2, (south + north) / 2];
            },
        }),
    );
})();
