// The slides of a meeting in their order. A slide is {address, title, note}: an address is a path and query of this
// program.
(() => {
    "use strict";

    window.junheng.slides = {
        // Those that can be shown: an address of another host is none.
        readable(slides) {
            return slides.filter(({address}) => /^\/(?![/\\])/.test(address ?? ""));
        },

        // The position after an action; the first and the last slide are ends.
        move(at, action, count) {
            const to = {next: at + 1, previous: at - 1, first: 0, last: count - 1}[action] ?? at;
            return Math.min(Math.max(to, 0), count - 1);
        },

        // What was typed with another digit; a number that no slide can have begins anew.
        type(digits, digit, count) {
            const longer = `${digits}${digit}`.replace(/^0+/, "");
            return longer.length > String(count).length ? digit.replace("0", "") : longer;
        },

        // The slide whose view an address shows: all that the slide's names, whatever else stands in it. Of several the
        // nearest to where the meeting is; -1 for none.
        find(slides, address, at) {
            const found = slides.map((slide, index) => (shows(address, slide.address) ? index : -1));
            const nearest = found.filter((index) => index >= 0);
            nearest.sort((one, other) => Math.abs(one - at) - Math.abs(other - at));
            return nearest[0] ?? -1;
        },
    };

    function shows(address, named) {
        const [path, query] = read(address);
        const [wantedPath, wanted] = read(named);
        return path === wantedPath && [...wanted].every(([name, value]) => query.get(name) === value);
    }

    function read(address) {
        const [path, query = ""] = address.split("?");
        return [path, new URLSearchParams(query)];
    }
})();
