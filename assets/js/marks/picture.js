// Marks as SVG, for whoever has a map: dark ink on white, so that they are read on every class colour and in grey, and
// text in a frame, so that it is not taken for a name or a value of the map.
// layouts/paper/sheet/hand_marks.py draws them alike. Text is text: it is never parsed.
//
//   markPicture(list, toPixels)   a <g> for each mark; toPixels turns [lon, lat] into [x, y]
(() => {
    "use strict";

    const SVG = "http://www.w3.org/2000/svg";
    const SIZE = 15; // pixels of a letter, as in atlas.css
    const LINE = 1.25; // of the size
    const HEAD = 12; // pixels of an arrow's head
    const GAP = 3; // pixels between a frame and what its text is about
    const ROOM = 5; // pixels between text and frame
    const NARROW = 0.6; // of the size, the width of a letter that is not Chinese

    window.junheng.markPicture = (list, toPixels) =>
        list.map((mark) => {
            const at = toPixels(mark.at);
            const to = mark.to && toPixels(mark.to);
            return node("g", {class: `mark mark-${mark.kind}`}, DRAW[mark.kind](mark.text, at, to));
        });

    const DRAW = {
        note: (text, at) => [writing(text, at)],
        arrow(text, tail, tip) {
            const [x, y] = [tip[0] - tail[0], tip[1] - tail[1]];
            const length = Math.hypot(x, y) || 1;
            const [along, across] = [
                [x / length, y / length],
                [-y / length, x / length],
            ];
            const neck = tip.map((value, axis) => value - along[axis] * Math.min(HEAD, length));
            const wing = (side) => neck.map((value, axis) => value + (side * across[axis] * HEAD) / 2.4);
            const head = `M${tip}L${wing(1)}L${wing(-1)}Z`;
            return [...line(`M${tail}L${neck}`, head), beyond(text, tail, along)];
        },
        ring(text, [x, y], edge) {
            const radius = Math.hypot(edge[0] - x, edge[1] - y);
            const half = `a${radius} ${radius} 0 1 0`;
            const round = `M${x - radius} ${y}${half} ${2 * radius} 0${half} ${-2 * radius} 0Z`;
            return [...line(round), writing(text, [x, y - radius - GAP - height(text) / 2])];
        },
    };

    // The text of an arrow goes on where its shaft ends.
    function beyond(text, [x, y], along) {
        const isFlat = Math.abs(along[0]) > Math.abs(along[1]);
        const side = Math.sign(isFlat ? along[0] : along[1]) || 1;
        if (isFlat) return writing(text, [x - side * (GAP + width(text) / 2), y]);
        return writing(text, [x, y - side * (GAP + height(text) / 2)]);
    }

    function line(shaft, head = "") {
        return [
            node("path", {class: "mark-halo", d: shaft + head}),
            node("path", {class: "mark-ink", d: shaft}),
            ...(head ? [node("path", {class: "mark-head", d: head})] : []),
            node("path", {class: "mark-grip", d: shaft + head}),
        ];
    }

    // Of a frame.
    function height(text) {
        return text.split("\n").length * SIZE * LINE + ROOM;
    }

    function width(text) {
        const wide = (row) => [...row].reduce((sum, letter) => sum + (letter < "\u2e80" ? NARROW : 1), 0);
        return Math.max(...text.split("\n").map(wide)) * SIZE + 2 * ROOM;
    }

    // Text in its frame around a place.
    function writing(text, [x, y]) {
        if (!text) return "";
        const [wide, high] = [width(text), height(text)];
        const frame = {class: "mark-frame", x: x - wide / 2, y: y - high / 2, width: wide, height: high, rx: 3};
        const first = y - (high - ROOM) / 2 + SIZE * (LINE / 2 + 0.35);
        const rows = text.split("\n").map((row, at) => {
            const made = node("tspan", {x, y: first + at * SIZE * LINE});
            made.textContent = row;
            return made;
        });
        return node("g", {}, [node("rect", frame), node("text", {class: "mark-text", "text-anchor": "middle"}, rows)]);
    }

    function node(tag, attributes, children = []) {
        const made = document.createElementNS(SVG, tag);
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        made.append(...children);
        return made;
    }
})();
