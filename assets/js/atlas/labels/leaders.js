// Names and values that do not fit into their areas, beside the map at the end of a thin line, as far as there is room.
//
//   leaders.paint(id, frame, names)   after a map stands; `names` are what is written on its areas (figures/map.js)
//   leaders.write(id, frame)          other values in the places that there are
(() => {
    "use strict";

    const CELL = 2; // pixels: the grain in which blank ground is looked for
    const FARTHEST = 0.24; // of the shorter side of a map
    const FAR_OF_MANY = 0.09; // and where there are more areas than can be told apart by so many lines
    const GRAIN = 12; // points a side in which the middle of an area is looked for
    const COVERS = ".legend, .zoom-buttons, .schematic, .map-left-out, .map-scale"; // what lies over a map, besides
    const PLACES = ".places > *"; // the way to what is opened
    const SVG = "http://www.w3.org/2000/svg";
    const painted = new Map(); // by id of the map: {key, labels}

    window.junheng.leaders = {
        paint(id, frame, names) {
            const host = document.getElementById(id).closest(".map-box");
            const wanted = listWanted(frame, names);
            tellLeftOut(host, frame, wanted.length); // it takes room itself
            const plot = window.junheng.plots.of(id);
            const texts = nameTexts(plot);
            const key = keyOf(frame, plot, host, wanted, names);
            if (painted.get(id)?.key !== key) {
                for (const text of texts) text.style.display = "";
                const places = wanted.length ? findPlaces(plot, host, frame, wanted, names) : [];
                painted.set(id, {key, labels: draw(id, places, names.size)});
            }
            const {labels} = painted.get(id);
            names.locations.forEach((code, at) => {
                if (texts[at]) texts[at].style.display = labels.has(code) ? "none" : "";
            });
            this.write(id, frame);
            const count =
                frame.labels === "none" ? 0 : lacking(frame, names).filter(({code}) => !labels.has(code)).length;
            tellLeftOut(host, frame, count);
        },

        write(id, frame) {
            const labels = painted.get(id)?.labels ?? new Map();
            for (const row of frame.rows) {
                const text = labels.get(row.code);
                if (text) text.textContent = textOf(row, frame);
            }
        },

        // Of the areas those that bear no text, or not all of it.
        listWanted,
    };

    const textOf = ({short, figure}, {labels}) => (labels === "values" && figure ? `${short} ${figure}` : short);

    function listWanted(frame, names) {
        const {labels, rows, panel, view, book} = frame;
        const isCrowded = rows.length > book.mostNames || (panel.level === "township" && !view.within);
        if (labels === "none" || isCrowded || !names.locations.length) return [];
        return lacking(frame, names);
    }

    function lacking({labels, rows}, names) {
        const written = new Map(names.locations.map((code, at) => [code, names.text[at]]));
        const isWhole = ({code, short, figure}) => {
            const text = written.get(code);
            return text !== undefined && (labels !== "values" || figure === "" || text !== short);
        };
        return rows.filter((row) => !isWhole(row));
    }

    function keyOf(frame, plot, host, wanted, {size, locations}) {
        const {center, projection, domain} = plot.layout.geo;
        const covers = coversOf(host).map((cover) => `${cover.offsetWidth}x${cover.offsetHeight}`);
        const texts = wanted.map((row) => `${row.code}${textOf(row, frame).length}`);
        const {within} = frame.view;
        const where = [within, center, projection?.scale, domain, plot.clientWidth, plot.clientHeight, covers];
        return JSON.stringify([where, texts, size, locations, pathsOf(plot).length]);
    }

    // The texts of the trace of labels, in its order.
    function nameTexts(plot) {
        return [...plot.querySelectorAll(".scattergeo")].at(-1)?.querySelectorAll("text") ?? [];
    }

    // The shapes of all areas, with their codes. Plotly draws a group for each choropleth that has areas.
    function pathsOf(plot) {
        const drawn = plot.data.filter(({type, locations}) => type === "choropleth" && locations.length);
        const groups = plot.querySelectorAll(".choroplethlayer > .trace");
        return drawn.flatMap(({name, locations}, at) => {
            const paths = ["areas", "missing"].includes(name) ? [...(groups[at]?.querySelectorAll("path") ?? [])] : [];
            return paths.length === locations.length ? paths.map((path, each) => ({path, code: locations[each]})) : [];
        });
    }

    function findPlaces(plot, host, frame, rows, names) {
        const [width, height] = [plot.clientWidth, plot.clientHeight];
        const paths = pathsOf(plot);
        const pathOf = new Map(paths.map(({path, code}) => [code, path]));
        const context = document.createElement("canvas").getContext("2d");
        const {size} = names;
        context.font = `${size}px ${plot.layout.font.family}`;
        const wanted = rows.flatMap((row) => {
            const anchor = pathOf.has(row.code) && findMiddle(pathOf.get(row.code));
            const isShown = anchor && anchor[0] > 0 && anchor[1] > 0 && anchor[0] < width && anchor[1] < height;
            return isShown
                ? [{code: row.code, anchor, width: context.measureText(textOf(row, frame)).width, height: size * 1.2}]
                : [];
        });
        if (!wanted.length) return [];
        const farthest = frame.rows.length > frame.book.mostLarge ? FAR_OF_MANY : FARTHEST;
        const ground = findGround(plot, host, paths, names);
        return window.junheng.leaderPlaces.place(wanted, ground, farthest * Math.min(width, height));
    }

    // A point well inside an area: of those of a grid the one with most of its neighbours inside, nearest to its middle.
    function findMiddle(path) {
        const {x, y, width, height} = path.getBBox();
        const [across, down] = [width / GRAIN, height / GRAIN];
        const at = (column, row) => [x + (column + 0.5) * across, y + (row + 0.5) * down];
        const inside = Array.from({length: GRAIN}, (_, row) =>
            Array.from({length: GRAIN}, (__, column) => {
                const [left, top] = at(column, row);
                return path.isPointInFill(new DOMPoint(left, top));
            }),
        );
        let [best, most] = [null, -Infinity];
        inside.forEach((cells, row) =>
            cells.forEach((isIn, column) => {
                if (!isIn) return;
                const around = [-2, -1, 0, 1, 2].flatMap((up) =>
                    [-2, -1, 0, 1, 2].map((on) => inside[row + up]?.[column + on]),
                );
                const off = Math.hypot(column + 0.5 - GRAIN / 2, row + 0.5 - GRAIN / 2) / (2 * GRAIN);
                const score = around.filter(Boolean).length - off;
                if (score > most) [best, most] = [at(column, row), score];
            }),
        );
        return best;
    }

    // What is not blank: the areas, the names on them, and what lies over the map.
    function findGround(plot, host, paths, names) {
        const [width, height] = [plot.clientWidth, plot.clientHeight];
        const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
        const canvas = Object.assign(document.createElement("canvas"), {width: across, height: down});
        const context = canvas.getContext("2d", {willReadFrequently: true});
        context.scale(1 / CELL, 1 / CELL);
        for (const {path} of paths) context.fill(new Path2D(path.getAttribute("d")));
        const origin = plot.getBoundingClientRect();
        const enlarged = origin.width / width || 1; // in a meeting
        const boxOf = (part) => {
            const {left, top, right, bottom} = part.getBoundingClientRect();
            return [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top].map(
                (pixels) => pixels / enlarged,
            );
        };
        const named = [...nameTexts(plot)];
        const texts = [...plot.querySelectorAll(".scattergeo text")].map((text) => ({
            code: names.locations[named.indexOf(text)] ?? null,
            box: boxOf(text),
        }));
        for (const [left, top, right, bottom] of [...coversOf(host).map(boxOf), ...texts.map(({box}) => box)]) {
            context.fillRect(left, top, right - left, bottom - top);
        }
        const {data} = context.getImageData(0, 0, across, down);
        const taken = new Uint8Array(across * down).map((_, at) => (data[4 * at + 3] > 40 ? 1 : 0));
        return {sums: window.junheng.leaderPlaces.sums(taken, across, down), across, down, cell: CELL, texts};
    }

    function coversOf(host) {
        const places = host.closest(".stage")?.querySelectorAll(PLACES) ?? [];
        return [...host.querySelectorAll(COVERS), ...places].filter((cover) => cover.offsetParent);
    }

    function draw(id, places, size) {
        const map = document.getElementById(id); // with its plot: in a meeting it does not fill its box
        map.querySelector(".map-leaders")?.remove();
        const labels = new Map();
        if (!places.length) return labels;
        const picture = shape("svg", {class: "map-leaders", "font-size": size});
        for (const {code, anchor, box, end} of places) {
            const line = `M${anchor.map(round)}L${end.map(round)}`;
            picture.append(shape("path", {d: line, class: "map-leader-ground"}), shape("path", {d: line}));
            picture.append(shape("circle", {cx: round(anchor[0]), cy: round(anchor[1]), r: 2}));
            const text = shape("text", {x: round((box[0] + box[2]) / 2), y: round((box[1] + box[3]) / 2)});
            picture.append(text);
            labels.set(code, text);
        }
        map.append(picture);
        return labels;
    }

    function shape(tag, attributes) {
        const made = document.createElementNS(SVG, tag);
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        return made;
    }

    const round = (number) => Math.round(number * 10) / 10;

    // How many areas do without their text: they bear it when the map is brought closer.
    function tellLeftOut(host, frame, count) {
        let note = host.querySelector(".map-left-out");
        if (!note) {
            note = window.junheng.dom.element("div", {className: "map-left-out"});
            host.append(note);
        }
        note.hidden = !count;
        note.textContent = window.junheng.format.fill(frame.words.left_out, {count});
    }
})();
