import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";

const ASK = JSON.stringify({output: "..Atlas.VIEW.data...Atlas.PANEL.data..", year: 2014});
const ANSWER = {"Atlas.PANEL": {data: {name: "床位"}}, "Atlas.VIEW": {data: {year: "2014"}}};

// Questions whose answers are noted instead of painted.
function listening() {
    const painted = [];
    const junheng = load("atlas/answer.js");
    junheng.atlas = {paintAnswer: (...answer) => painted.push(plain(answer))};
    return {...junheng.questions, painted};
}

function answer(response, status = 200) {
    return {status, clone: () => ({json: async () => ({response})})};
}

test("an answer is painted when it arrives", async () => {
    const {sent, answered, painted} = listening();
    sent(ASK);
    await answered(ASK, answer(ANSWER));
    assert.deepEqual(painted, [[{name: "床位"}, {year: "2014"}]]);
});

test("an answer that a later question has overtaken is not painted", async () => {
    const {sent, answered, painted} = listening();
    sent(ASK);
    const late = answered(ASK, answer(ANSWER));
    sent(ASK.replace("2014", "2015"));
    await late;
    await answered(ASK, answer(ANSWER));
    assert.deepEqual(painted, []);
});

test("an answer without another panel, one of another page and a refusal paint nothing", async () => {
    const {sent, answered, painted} = listening();
    sent(ASK);
    await answered(ASK, answer({"Atlas.VIEW": ANSWER["Atlas.VIEW"]}));
    await answered(ASK, answer(ANSWER, 400));
    const other = JSON.stringify({output: "gap-choice.data"});
    sent(other);
    await answered(other, answer(ANSWER));
    assert.deepEqual(painted, []);
});
