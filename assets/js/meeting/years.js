// The years of the page that is shown, one by one or played.
(() => {
    "use strict";

    const PAUSE = 1400; // milliseconds a year is shown for
    const words = window.junheng.words.meeting;
    const say = (text) => window.junheng.covers.say(text);
    let playing = null;

    window.junheng.meetingYears = {
        isPlaying: () => playing !== null,

        // Returns whether there was another year.
        step(by) {
            const {every, now} = years();
            const next = every[every.indexOf(now) + by];
            if (!every.length) say(words.no_years);
            else if (next === undefined) say(by > 0 ? words.last_year : words.first_year);
            else window.junheng.rooms.here().setYear(next);
            return next !== undefined;
        },

        // Year after year up to the last; from the first where the last one is shown.
        play() {
            const {every, now} = years();
            if (every.length < 2) {
                say(words.no_years);
                return;
            }
            if (now === every.at(-1)) window.junheng.rooms.here().setYear(every[0]);
            playing = setInterval(() => {
                if (years().now === years().every.at(-1)) this.stop();
                else this.step(1);
            }, PAUSE);
        },

        stop() {
            clearInterval(playing);
            playing = null;
        },
    };

    function years() {
        return window.junheng.rooms.here()?.years() ?? {every: []};
    }
})();
