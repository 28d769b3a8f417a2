// What storyboards ask of the server: one order after the other, each with its answer.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    const {words} = window.junheng.storyboardForm;
    const {Storyboard, PackPage} = window.junheng.ids;
    const PATIENCE = 20_000; // milliseconds; the server answers what it refuses, so silence is a lost connection
    const REMEMBERED = 20; // jobs in the list of the page of packs
    let number = 0;
    let waiting = null; // {number, resolve} of the order that is on its way
    let begin = null;
    const ready = new Promise((resolve) => {
        begin = resolve;
    });
    let last = ready; // settled once the order before was answered

    window.dash_clientside.storyboard = {
        // Called once when the page stands, then with every answer.
        hear(answer) {
            begin();
            if (answer && answer.number === waiting?.number) waiting.resolve(answer);
            return window.dash_clientside.no_update;
        },
    };

    // The answer to an order; one that was refused is thrown as an error in words.
    function ask(order) {
        const turn = last.then(() => send(order));
        last = turn.catch(() => {});
        return turn;
    }

    async function send(order) {
        number += 1;
        const answer = await new Promise((resolve) => {
            waiting = {number, resolve};
            setTimeout(resolve, PATIENCE, {error: words.unreachable});
            window.dash_clientside.set_props(Storyboard.ORDER, {data: {...order, number}});
        });
        if (answer.error) throw new Error(answer.error);
        return answer;
    }

    // A job that was started stands in the list of the page of packs, which is not there before it is first opened.
    function listJob(job) {
        const jobs = [job, ...(JSON.parse(window.localStorage.getItem(PackPage.MY_JOBS)) ?? [])].slice(0, REMEMBERED);
        window.localStorage.setItem(PackPage.MY_JOBS, JSON.stringify(jobs));
        if (document.getElementById(PackPage.JOBS)) window.dash_clientside.set_props(PackPage.MY_JOBS, {data: jobs});
    }

    Object.assign(window.junheng.storyboard, {ask, listJob, ready});
})();
