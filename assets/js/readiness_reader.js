// What the check before a meeting says of the reader's screen and browser. `facts` are what readiness.js has measured.
window.junheng = window.junheng || {};
(() => {
    "use strict";

    const [LEAST_WIDTH, LEAST_HEIGHT] = [1024, 768];
    const TRUE_COLOUR = 24; // bits
    const SLOW_MAP = 4000; // milliseconds
    const CLOCKS = 120000; // milliseconds that two clocks may differ by
    const line = (subject, state, text, remedy = "") => ({subject, state, text, remedy});

    window.junheng.readiness = {
        // A line for every fact; a rule that breaks says so and hides no other.
        judge(facts, words) {
            return Object.entries(rules(words)).map(([name, rule]) => {
                if (facts[name] === undefined) return line(words[name], "pending", "…");
                try {
                    if (facts[name]?.error) throw facts[name].error;
                    return rule(facts[name]);
                } catch (error) {
                    const text = fill(words.broken, {error: error?.message ?? String(error)});
                    return line(words[name], "failed", text, words.broken_remedy);
                }
            });
        },

        // The first line of the page, and how it looks.
        summarise(lines, words) {
            for (const state of ["failed", "pending", "caution"]) {
                const subjects = lines.filter((one) => one.state === state).map(({subject}) => subject);
                if (subjects.length) return {state, text: fill(words[state], {subjects: subjects.join(words.names)})};
            }
            return {state: "ok", text: words.ready};
        },
    };

    function fill(template, parts) {
        return window.junheng.format.fill(template, parts);
    }

    function rules(words) {
        const say = (name, state, key, parts = {}, remedy = "") =>
            line(words[name], state, fill(words[key], parts), remedy && words[remedy]);
        return {
            screen({width, height, scale, inner: [across, down]}) {
                const inner = `${across}×${down}`;
                if (across < LEAST_WIDTH || down * 1.25 < LEAST_HEIGHT) {
                    return say("screen", "caution", "screen_small", {inner}, "screen_small_remedy"); // bars of the browser
                }
                const real = [width, height].map((side) => Math.round(side * scale));
                const parts = {width: real[0], height: real[1], scale: Math.round(scale * 100), inner};
                return say("screen", "ok", "screen_ok", parts);
            },
            zoom(zoom) {
                const per = Math.round(zoom * 100);
                if (per > 90 && per < 110) return say("zoom", "ok", "zoom_ok");
                return say("zoom", "caution", "zoom_off", {zoom: per}, "zoom_remedy");
            },
            colour(depth) {
                if (depth >= TRUE_COLOUR) return say("colour", "ok", "colour_ok", {depth});
                return say("colour", "caution", "colour_few", {depth}, "colour_remedy");
            },
            browser({name, lacking}) {
                if (!lacking.length) return say("browser", "ok", "browser_ok", {name});
                const parts = {name, lacking: lacking.join(words.names)};
                return say("browser", "failed", "browser_old", parts, "browser_remedy");
            },
            full({allowed, secure}) {
                if (!allowed) return say("full", "caution", "full_no", {}, "full_remedy");
                return say("full", "ok", secure ? "full_ok" : "full_http");
            },
            awake: (can) => say("awake", "ok", can ? "awake_ok" : "awake_no"),
            storage(works) {
                if (works) return say("storage", "ok", "storage_ok");
                return say("storage", "caution", "storage_no", {}, "storage_remedy");
            },
            fonts(drawn) {
                if (drawn) return say("fonts", "ok", "fonts_ok");
                return say("fonts", "failed", "fonts_no", {}, "fonts_remedy");
            },
            clock(off) {
                const far = Math.abs(off);
                if (far <= CLOCKS) return say("clock", "ok", "clock_ok", {seconds: (far / 1000).toFixed(1)});
                return say("clock", "caution", "clock_off", {minutes: Math.round(far / 60000)}, "clock_remedy");
            },
            map({took, drawn}) {
                const seconds = (took / 1000).toFixed(1);
                if (!drawn) return say("map", "failed", "map_no", {seconds}, "map_no_remedy");
                if (took <= SLOW_MAP) return say("map", "ok", "map_ok", {seconds});
                return say("map", "caution", "map_slow", {seconds}, "map_slow_remedy");
            },
            fetched({addresses, own, policy}) {
                if (!/default-src 'self'/.test(policy ?? "")) {
                    return say("fetched", "failed", "policy_no", {}, "policy_remedy");
                }
                const foreign = addresses.filter((address) => !isOwn(address, own));
                if (!foreign.length) return say("fetched", "ok", "fetched_ok", {count: addresses.length});
                const hosts = [...new Set(foreign.map((address) => address.split("/")[2]))].join(words.names);
                return say("fetched", "failed", "fetched_foreign", {count: foreign.length, hosts}, "fetched_remedy");
            },
        };
    }

    // What a page holds itself goes nowhere.
    function isOwn(address, own) {
        return address.startsWith(`${own}/`) || /^(data|blob):/.test(address);
    }
})();
