// Where labels stand that do not fit into their areas: on blank ground near by, at the end of a thin line. Pure functions.
//
//   leaderPlaces.sums(taken, across, down)   the ground: `taken` has 1 for each cell that is not blank, row by row
//   leaderPlaces.place(wanted, ground, most) a place for each that finds one, the nearest first
//
// All is in pixels: `ground` is {sums, across, down, cell, texts}, with cells so many pixels wide and the texts,
// {code, box}, that no line to another area may cut; `wanted` are {code, anchor, width, height}. A place is {code, anchor, box: [left, top, right, bottom], end}: the line runs from the anchor to `end`.
(() => {
    "use strict";

    const DIRECTIONS = 32;
    const NEAREST = 10; // pixels from an anchor to its label
    const STEP = 5;
    const AROUND = 4; // pixels kept free around a label

    window.junheng.leaderPlaces = {
        // How many cells are taken above and left of each corner of cells: what a box holds is a sum of four of them.
        sums(taken, across, down) {
            const sums = new Int32Array((across + 1) * (down + 1));
            for (let y = 0; y < down; y++) {
                let row = 0;
                for (let x = 0; x < across; x++) {
                    row += taken[y * across + x];
                    sums[(y + 1) * (across + 1) + x + 1] = sums[y * (across + 1) + x + 1] + row;
                }
            }
            return sums;
        },

        place(wanted, ground, most) {
            const alone = wanted.map((label) => ({label, found: find(label, ground, most, [])}));
            alone.sort((one, other) => (one.found?.distance ?? 0) - (other.found?.distance ?? 0));
            const placed = [];
            for (const {label, found} of alone) {
                const place = found && find(label, ground, most, placed);
                if (place) placed.push(place);
            }
            return placed;
        },
    };

    // Sideways first: a line is read with the text at its end.
    const DIRECTED = Array.from({length: DIRECTIONS}, (_, at) => (2 * Math.PI * at) / DIRECTIONS)
        .map((angle) => [Math.cos(angle), Math.sin(angle)])
        .sort((one, other) => Math.abs(one[1]) - Math.abs(other[1]));

    function find({code, anchor, width, height}, ground, most, placed) {
        for (let distance = NEAREST; distance <= most; distance += STEP) {
            for (const [right, down] of DIRECTED) {
                const reach = Math.min(width / 2 / Math.abs(right), height / 2 / Math.abs(down));
                const middle = [anchor[0] + right * (distance + reach), anchor[1] + down * (distance + reach)];
                const box = around(middle, width, height);
                if (!isBlank(box, ground)) continue;
                const end = [anchor[0] + right * distance, anchor[1] + down * distance];
                if (ground.texts.some((text) => text.code !== code && cuts({anchor, end}, text.box))) continue;
                if (placed.every((other) => areApart({anchor, box, end}, other))) {
                    return {code, anchor, box, end, distance};
                }
            }
        }
        return null;
    }

    function around([x, y], width, height) {
        return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    }

    function isBlank([left, top, right, bottom], {sums, across, down, cell}) {
        const from = [Math.floor((left - AROUND) / cell), Math.floor((top - AROUND) / cell)];
        const to = [Math.ceil((right + AROUND) / cell), Math.ceil((bottom + AROUND) / cell)];
        if (from[0] < 0 || from[1] < 0 || to[0] > across || to[1] > down) return false;
        const at = (x, y) => sums[y * (across + 1) + x];
        return at(to[0], to[1]) - at(from[0], to[1]) - at(to[0], from[1]) + at(from[0], from[1]) === 0;
    }

    // No label stands on another or on its line, and no line crosses another.
    function areApart(one, other) {
        return (
            !overlap(one.box, other.box) &&
            !cuts(one, other.box) &&
            !cuts(other, one.box) &&
            !cross([one.anchor, one.end], [other.anchor, other.end])
        );
    }

    function overlap(one, other) {
        return (
            one[0] - AROUND < other[2] &&
            other[0] - AROUND < one[2] &&
            one[1] - AROUND < other[3] &&
            other[1] - AROUND < one[3]
        );
    }

    function cuts({anchor, end}, [left, top, right, bottom]) {
        const corners = [
            [left, top],
            [right, top],
            [right, bottom],
            [left, bottom],
        ];
        if (end[0] > left && end[0] < right && end[1] > top && end[1] < bottom) return true;
        return corners.some((corner, at) => cross([anchor, end], [corner, corners[(at + 1) % 4]]));
    }

    function cross([a, b], [c, d]) {
        const side = (from, to, point) =>
            Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }
})();
