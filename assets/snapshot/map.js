// A map: areas in the colours of their classes, what is missing hatched, borders, names, values, and marks made by hand.
(() => {
    "use strict";

    const {snapshot, dom, format, textsOf} = window.junheng;
    const {node, open, text} = snapshot.svg;
    const {words} = snapshot;
    const GROUP = 17; // pixels of the name of a group
    const LEAST_NAMED = 340; // pixels: a smaller map has no room for names of groups
    const LINE = 1.3; // letters from a name to the value below it
    const HATCH = 7; // pixels between two lines
    const INK = "var(--ink)";
    let patterns = 0;

    // Draw a frame into a box beside its legend, and tell a click on an area by its code. `least` are the pixels of the smallest name.
    snapshot.drawMap = (host, frame, {legend, marks = [], least = 0, onPick}) => {
        const {drawing, width, height} = open(host, format.fill(words.map, {title: textsOf.title(frame)}));
        if (!width || !height) return;
        const isBelow = getComputedStyle(legend).position === "static"; // and takes none of the map's room
        const free = isBelow ? [0, 0] : [legend.offsetWidth, legend.offsetHeight];
        const place = snapshot.frames.fit(frame.ground, [width, height], free);
        patterns += 1;
        const hatch = `hatch-${patterns}`;
        drawing.append(defineHatch(hatch));
        const ground = node("g", {transform: `translate(${place.x} ${place.y}) scale(${place.scale})`});
        ground.append(...frame.rows.map((row, at) => drawArea(frame, row, at, hatch)));
        ground.append(...drawBorders(frame.ground));
        const chosen = frame.rows.findIndex(({code}) => code === frame.selected);
        if (chosen >= 0) ground.append(node("path", {d: frame.ground.paths[chosen], class: "sn-chosen"}));
        drawing.append(ground, ...nameGroups(frame, place), ...drawNames(frame, place, least));
        const toPixels = (degrees) => onScreen(place, snapshot.frames.project(frame.ground, degrees));
        drawing.append(...window.junheng.markPicture(marks, toPixels));
        listen(host, drawing, frame, onPick);
    };

    // The legend beside it, as the program has it.
    snapshot.drawLegend = (host, frame) => {
        const {element} = dom;
        const head = frame.panel.legendHead;
        const listed = frame.pair ? listChanges(frame) : textsOf.legend(frame);
        const entries = listed.map(({text: label, count, colour, swatch}) =>
            element("div", {className: count === 0 ? "legend-entry is-unused" : "legend-entry"}, [
                element("span", {className: swatch, style: colour ? {backgroundColor: colour} : {}}),
                element("span", {className: "legend-text"}, label),
                element("span", {className: "legend-count"}, String(count)),
            ]),
        );
        host.replaceChildren(...(head ? [element("div", {className: "legend-head"}, head)] : []), ...entries);
    };

    // The classes of changes that there are, the best first, and why areas are not compared.
    function listChanges({changes, pair, rows}) {
        const [first, last] = changes.shown;
        const tally = (isOne) => rows.filter(isOne).length;
        const classes = changes.legend.map((label, at) => ({
            text: label,
            count: tally((row) => row.class === at),
            colour: changes.colours[at],
            swatch: "swatch",
        }));
        const reasons = Object.values(pair.reasons).map((label) => ({
            text: label,
            count: tally(({reason}) => reason === label),
            swatch: "swatch swatch-missing",
        }));
        return [...classes.slice(first, last + 1).reverse(), ...reasons.filter(({count}) => count)];
    }

    function onScreen({scale, x, y}, [unitX, unitY]) {
        return [unitX * scale + x, unitY * scale + y];
    }

    function defineHatch(id) {
        const box = {id, width: HATCH, height: HATCH, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"};
        const ground = node("rect", {width: HATCH, height: HATCH, class: "sn-missing"});
        return node(
            "defs",
            {},
            node("pattern", box, [ground, node("rect", {width: 1.6, height: HATCH, class: "sn-hatch"})]),
        );
    }

    function drawArea({ground, panel}, row, at, hatch) {
        const fill = row.class === null ? `url(#${hatch})` : panel.colours[row.class];
        return node("path", {d: ground.paths[at], class: "sn-area", fill, "data-at": at});
    }

    function drawBorders({borders, divisions, groupLine, lines: ground}) {
        const within = Object.entries(ground).flatMap(([name, d]) =>
            [`${name}-edge`, name].map((look) => [d, `sn-${look}`]),
        );
        const lines = [[divisions, "sn-division"], ...within, ...borders.map((d) => [d, "sn-border"])];
        if (groupLine) lines.push([groupLine, "sn-halo"], [groupLine, "sn-group-line"]);
        return lines.filter(([d]) => d).map(([d, look]) => node("path", {d, class: look}));
    }

    function nameGroups({book, ground, labels}, place) {
        const isLarge = ground.box[3] * place.scale >= LEAST_NAMED;
        const named = ground.groupLine && isLarge && labels !== "none" ? book.ground.groupNames : [];
        return named.map(({text: name, colour, lon, lat}) => {
            const [x, y] = onScreen(place, snapshot.frames.project(ground, [lon, lat]));
            return text(x, y, name, {class: "sn-name group-name", fill: colour, "font-size": GROUP});
        });
    }

    // The names that fit into their areas, with the values that do: as assets/js/atlas/figures/map.js has it.
    function drawNames({rows, panel, book, view, ground, labels}, place, least) {
        if (labels === "none") return [];
        const isCrowded = rows.length > book.mostLarge && !view.within;
        const size = Math.max(!isCrowded ? 14 : panel.level === "township" ? 10 : 12, least);
        const perDegree = ground.perDegree * place.scale;
        const {nameSizes, valueSizes} = book.levels[panel.level];
        return rows.flatMap((row, at) => {
            if (nameSizes[row.index] * perDegree < size && !view.within) return [];
            const [x, y] = onScreen(place, ground.anchors[at]);
            const {figure} = row;
            const room = size * Math.max(1, figure.length / book.shortValue);
            const isValued = labels === "values" && figure !== "" && valueSizes[row.index] * perDegree >= room;
            const fill = row.class === null ? INK : panel.textColours[row.class];
            const look = {"font-size": size, class: "sn-name", fill};
            const lines = isValued ? [row.short, figure] : [row.short];
            return lines.map((line, below) => text(x, y + (below - (lines.length - 1) / 2) * size * LINE, line, look));
        });
    }

    function listen(host, drawing, frame, onPick) {
        const card = dom.element("div", {className: "sn-card", hidden: true});
        host.append(card);
        const rowAt = ({target}) => frame.rows[target.dataset?.at];
        drawing.addEventListener("pointermove", (event) => {
            const row = rowAt(event);
            card.hidden = !row;
            if (row) showCard(card, host, row, frame, event);
        });
        drawing.addEventListener("pointerleave", () => (card.hidden = true));
        drawing.addEventListener("click", (event) => onPick(rowAt(event)?.code ?? null));
    }

    function showCard(card, host, row, frame, {clientX, clientY}) {
        const {element} = dom;
        const lines = snapshot.cardLines(row, frame);
        card.replaceChildren(...lines.map((line, at) => element(at ? "div" : "strong", {}, line)));
        const box = host.getBoundingClientRect();
        const enlarged = box.width / host.clientWidth || 1;
        const [x, y] = [(clientX - box.left) / enlarged, (clientY - box.top) / enlarged];
        const left = x + 16 + card.offsetWidth > host.clientWidth ? x - 16 - card.offsetWidth : x + 16;
        card.style.left = `${Math.max(left, 0)}px`;
        card.style.top = `${Math.max(Math.min(y + 12, host.clientHeight - card.offsetHeight), 0)}px`;
    }

    // What is said of an area under the pointer: name, value, rank, class, kind and source, notes.
    snapshot.cardLines = (row, {year, words: own}) => {
        if (row.value === null) return [row.name, format.join("facts", [format.fill(own.year, {year}), own.missing])];
        return [
            row.name,
            row.text,
            row.note,
            format.join("facts", [format.fill(own.year, {year}), row.rankText]),
            row.classText,
            `${row.kind} | ${format.shorten(row.source)}`,
            row.remark,
        ].filter(Boolean);
    };
})();
