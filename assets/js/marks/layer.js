// The layer of marks over a map of plotly: it follows zoom, drags and size, and says that a hand has put them there.
//
//   markLayer.show(id, list)     draws marks over the map in the element `id`, or takes them away
//   markLayer.look(id)           {svg, view}: where they are drawn, and how the map stands (mercator.js); null without one
//   markLayer.offer(id, tool)    what the button beside the map edits: {text(), put(text), place()}; place is where a mark
//                                goes that was not put anywhere by the pointer
(() => {
    "use strict";

    const {element} = window.junheng.dom;
    const words = window.junheng.words.marks;
    const shown = new Map(); // by id of the map: its marks
    const tools = new Map(); // by id of the map
    const followed = new WeakSet(); // plots whose zoom and size move the marks

    let editing = null; // {id, take, decorate} while a reader edits

    window.junheng.markLayer = {
        show(id, list) {
            if (editing?.id === id) editing.take(list);
            else this.draft(id, list);
        },

        // Marks as they are in the middle of a gesture.
        draft(id, list) {
            shown.set(id, list);
            draw(id);
        },

        look(id) {
            const host = document.getElementById(id);
            const view = host && viewOf(window.junheng.plots.of(id));
            return view && {svg: layerOf(host), view};
        },

        offer: (id, tool) => tools.set(id, tool),

        // From now on `editor` is told of what is drawn; null ends it.
        edit(editor) {
            editing = editor;
        },
    };

    function draw(id, moved = {}) {
        const list = shown.get(id) ?? [];
        const plot = window.junheng.plots.of(id);
        if (!plot) return;
        follow(id, plot);
        const host = document.getElementById(id);
        const isEdited = editing?.id === id;
        if (!list.length && !isEdited && !host.querySelector(".mark-layer")) return;
        const view = viewOf(plot, moved);
        if (!view) return;
        const svg = layerOf(host);
        const focused = [...svg.children].indexOf(document.activeElement);
        svg.replaceChildren(...window.junheng.markPicture(list, view.toPixels));
        host.closest(".map-box").querySelector(".mark-tag").hidden = !list.length;
        if (isEdited) editing.decorate(svg, view, focused);
    }

    // How a map stands, or will in this moment of a drag.
    function viewOf(plot, moved = {}) {
        if (!plot?.layout?.geo?.lonaxis || !plot.offsetParent) return null;
        const {geo} = plot.layout;
        const [lon, lat] = [moved["geo.center.lon"], moved["geo.center.lat"]];
        const scale = moved["geo.projection.scale"] ?? geo.projection?.scale;
        const center = lon === undefined ? geo.center : {lon, lat};
        const size = {width: plot.clientWidth, height: plot.clientHeight};
        return window.junheng.mercator.view(size, {...geo, center, projection: {...geo.projection, scale}});
    }

    function follow(id, plot) {
        if (followed.has(plot)) return;
        followed.add(plot);
        plot.on("plotly_afterplot", () => draw(id));
        plot.on("plotly_relayout", () => draw(id));
        plot.on("plotly_relayouting", (moved) => draw(id, moved));
    }

    function layerOf(host) {
        const known = host.querySelector(".mark-layer");
        if (known) return known;
        const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        made.setAttribute("class", "mark-layer");
        host.append(made);
        const tag = element("div", {className: "mark-tag", hidden: true}, words.tag);
        host.closest(".map-box").append(tag);
        return made;
    }

    document.addEventListener("click", async (event) => {
        const id = event.target.closest("[data-marks]")?.dataset.marks;
        if (!id || !tools.has(id)) return;
        await window.junheng.load("marks_editor");
        window.junheng.markEditor.toggle(id, tools.get(id));
    });
})();
