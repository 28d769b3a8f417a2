import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";

const {leaderPlaces} = load("atlas/labels/places.js");
const [ACROSS, DOWN, CELL] = [100, 80, 2]; // 200 by 160 pixels

// A ground on which the rectangles are taken, all in pixels.
function ground(rectangles, texts = []) {
    const taken = new Uint8Array(ACROSS * DOWN);
    for (const [left, top, right, bottom] of rectangles) {
        for (let y = top / CELL; y < bottom / CELL; y++) {
            taken.fill(1, y * ACROSS + left / CELL, y * ACROSS + right / CELL);
        }
    }
    return {sums: leaderPlaces.sums(taken, ACROSS, DOWN), across: ACROSS, down: DOWN, cell: CELL, texts};
}

const label = (code, x, y) => ({code, anchor: [x, y], width: 40, height: 12});
const place = (wanted, on, most = 60) => plain(leaderPlaces.place(wanted, on, most));

test("a label stands on blank ground, sideways of a point in its area, and the line ends at it", () => {
    const [{box, end}] = place([label("a", 70, 80)], ground([[60, 40, 140, 120]]));
    assert.ok(box[2] <= 60, `${box}`);
    assert.equal(box[2], end[0]);
    assert.equal(end[1], 80);
});

test("labels of neighbours do not overlap, and their lines do not cross", () => {
    const wanted = [label("a", 70, 78), label("b", 70, 82), label("c", 72, 80)];
    const places = place(wanted, ground([[60, 0, 200, 160]]), 80);
    assert.equal(places.length, 3);
    for (const one of places) {
        for (const other of places) {
            if (one === other) continue;
            assert.ok(
                one.box[3] <= other.box[1] ||
                    other.box[3] <= one.box[1] ||
                    one.box[2] <= other.box[0] ||
                    other.box[2] <= one.box[0],
            );
        }
    }
});

test("what is too far from blank ground is left out, and the same map has the same labels", () => {
    const on = ground([[0, 0, 200, 160]]);
    assert.deepEqual(place([label("a", 100, 80)], on), []);
    const open = ground([[60, 40, 140, 120]]);
    const wanted = [label("a", 70, 80), label("b", 130, 80)];
    assert.deepEqual(place(wanted, open), place(wanted, open));
});

test("a line runs through no other area's text", () => {
    const texts = [{code: "b", box: [56, 70, 66, 90]}];
    const [{end}] = place([label("a", 70, 80)], ground([[60, 40, 140, 120]], texts), 80);
    assert.ok(end[1] !== 80, `${end}`);
    const [own] = place([label("b", 70, 80)], ground([[60, 40, 140, 120]], texts));
    assert.equal(own.end[1], 80);
});
