// What the pages ask of the server, in the groups that the reader has formed (groups.js). While a question of Dash is
// open the page says so (a line, progress.css), and one that the server could not be reached with is asked again until it
// can; meanwhile a sentence says what is wrong. One that changes something is not asked again: the server may have done
// it, though its answer was lost.
(() => {
    "use strict";

    const QUESTIONS = "_dash-update-component";
    const UNREACHABLE = [502, 504]; // what a proxy answers when the program does not
    const PAUSES = [500, 1000, 2000, 4000, 8000]; // milliseconds until it is tried again
    const {DataPage, PackPage, Siting, Shell, Storyboard} = window.junheng.ids;
    // Outputs of what changes something.
    const {DONE} = DataPage;
    const CHANGING = [DONE, PackPage.MY_JOBS, Siting.RUN, Siting.CHANGED, Storyboard.ANSWER, Shell.GROUPS_SAVED];
    const send = window.fetch.bind(window);
    let open = 0;

    window.fetch = (resource, options) => {
        const asked = window.junheng.inGroups(resource);
        return String(asked?.url ?? asked).includes(QUESTIONS) ? ask(asked, options) : send(asked, options);
    };

    async function ask(resource, options) {
        count(1);
        window.junheng.questions.sent(options.body);
        try {
            for (let tries = 0; ; tries += 1) {
                const answer = await send(resource, options).catch((fault) => give(fault, options));
                if (answer && !UNREACHABLE.includes(answer.status)) {
                    if (tries) tell(false);
                    if (answer.status >= 400) window.junheng.renewal.suspect();
                    await window.junheng.questions.answered(options.body, answer);
                    return answer;
                }
                tell(true);
                if (changes(options)) return giveUp(answer);
                await pause(PAUSES[Math.min(tries, PAUSES.length - 1)]);
            }
        } finally {
            count(-1);
        }
    }

    // A question that Dash itself has withdrawn is not asked again.
    function give(fault, options) {
        if (options?.signal?.aborted) throw fault;
        return null;
    }

    function giveUp(answer) {
        if (answer) return answer;
        throw new TypeError("The server cannot be reached");
    }

    function changes({body}) {
        const {output} = JSON.parse(body);
        return CHANGING.some((id) => output.includes(`${id}.`));
    }

    function count(change) {
        open += change;
        document.documentElement.classList.toggle("is-asking", open > 0);
    }

    function tell(lost) {
        window.dash_clientside.set_props(Shell.LOST, {hidden: !lost});
    }

    function pause(milliseconds) {
        return new Promise((resolve) => {
            setTimeout(resolve, milliseconds);
            window.addEventListener("online", resolve, {once: true});
        });
    }

    window.addEventListener("offline", () => tell(true));
    window.addEventListener("online", () => tell(false));
})();
