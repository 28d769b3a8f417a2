import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";

const ASK = {output: "..Atlas.VIEW.data...Atlas.PANEL.data.."};
const ANSWER = {"Atlas.PANEL": {data: {name: "床位"}}, "Atlas.VIEW": {data: {year: "2014"}}};

// Requests whose answers are noted instead of painted.
function listening() {
    const painted = [];
    const junheng = load("atlas/answer.js");
    junheng.atlas = {paintAnswer: (...answer) => painted.push(plain(answer))};
    return {...junheng.requests, painted};
}

test("an answer is painted when it arrives", () => {
    const {sent, answered, painted} = listening();
    sent(ASK);
    answered(ASK, ANSWER);
    assert.deepEqual(painted, [[{name: "床位"}, {year: "2014"}]]);
});

test("an answer that a later request has overtaken is not painted", () => {
    const {sent, answered, painted} = listening();
    sent(ASK);
    sent({...ASK});
    answered(ASK, ANSWER);
    assert.deepEqual(painted, []);
});

test("an answer without another panel, and one of another page, paint nothing", () => {
    const {sent, answered, painted} = listening();
    sent(ASK);
    answered(ASK, {"Atlas.VIEW": ANSWER["Atlas.VIEW"]});
    const other = {output: "gap-choice.data"};
    sent(other);
    answered(other, ANSWER);
    assert.deepEqual(painted, []);
});
