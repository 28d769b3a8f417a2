// The meeting of a snapshot: the same keys as in the program (assets/js/meeting), over the slides in the file.
(() => {
    "use strict";

    const {
        snapshot,
        dom,
        format,
        meetingKeys,
        meetingDialogs,
        covers,
        stage,
        slides: order,
        meetingYears,
    } = window.junheng;
    const {content, reader} = snapshot;
    const {element} = dom;
    const words = content.words.meeting;
    const LONG = 32; // letters of a finding that is written smaller
    let digits = "";

    snapshot.show = {
        begin() {
            if (stage.isOn()) return;
            document.activeElement?.blur();
            stage.open();
            reader.paint();
        },

        // What the slide says, above and below it.
        paint({head, footer, live}, {kicker, finding, subject, tone, source}) {
            const {at, year} = reader.state;
            const slide = reader.slide();
            const main = finding || kicker;
            const count = content.slides.length;
            head.hidden = !main;
            head.replaceChildren(
                element("div", {className: "mt-says"}, [
                    kicker && main !== kicker ? element("p", {className: "mt-kicker"}, kicker) : null,
                    element("h2", {className: `mt-finding tone-${tone} ${main.length > LONG ? "is-long" : ""}`}, main),
                    subject ? element("p", {className: "mt-subject"}, subject) : null,
                ]),
                element("span", {className: "mt-year", ariaHidden: "true"}, String(year ?? "")),
            );
            const parts = {
                number: count > 1 ? format.fill(words.number, {at: at + 1, count}) : "",
                source:
                    slide.kind === "map" && source
                        ? source
                        : [content.region, slide.dataset].filter(Boolean).join("　"),
                changed: reader.isKept() ? "" : words.changed,
                help: words.help,
            };
            const said = Object.entries(parts).filter(([, text]) => text);
            footer.replaceChildren(...said.map(([name, text]) => element("span", {className: `mt-${name}`}, text)));
            const text = format.fill(words.said, {at: at + 1, count, text: main || finding});
            if (live.textContent !== text) live.textContent = text;
        },
    };

    function leave() {
        digits = "";
        meetingYears.stop();
        meetingDialogs.close();
        covers.clear();
        stage.close();
        reader.paint();
    }

    function go(at) {
        meetingYears.stop();
        reader.open(at);
    }

    const actions = {
        next: () => move("next"),
        previous: () => move("previous"),
        first: () => move("first"),
        last: () => move("last"),
        later: () => meetingYears.step(1),
        earlier: () => meetingYears.step(-1),
        play: () => meetingYears.play(),
        go: goToNumber,
        restore: () => go(reader.state.at),
        leave,
        full: () => stage.enterFullScreen(),
        chart: () => reader.nextChart(),
        black: () => covers.cover("black"),
        white: () => covers.cover("white"),
        spotlight: () => covers.light(),
        keys: () => meetingDialogs.keys(),
        note: () => meetingDialogs.note(reader.slide().note),
        overview: () => meetingDialogs.overview(snapshot.titled(), reader.state.at, go),
    };

    function move(action) {
        const {at} = reader.state;
        const to = order.move(at, action, content.slides.length);
        if (to !== at) go(to);
        else covers.say(["next", "last"].includes(action) ? words.at_last : words.at_first);
    }

    function goToNumber() {
        const wanted = Number(digits);
        covers.hush();
        if (wanted >= 1 && wanted <= content.slides.length) go(wanted - 1);
        else if (digits) covers.say(format.fill(words.no_such_slide, {number: wanted}));
    }

    function press(event) {
        if (meetingDialogs.isOpen()) {
            if (meetingDialogs.press(event, meetingKeys.inMeeting(event))) swallow(event);
        } else if (stage.isOn()) {
            pressInMeeting(event);
        } else {
            pressOnPage(event);
        }
    }

    function pressOnPage(event) {
        const action = meetingKeys.onPage(event);
        if (!action) return;
        swallow(event);
        if (action === "keys") meetingDialogs.keys();
        else snapshot.show.begin();
    }

    function pressInMeeting(event) {
        if (!meetingKeys.isOurs(event)) return;
        swallow(event);
        if (covers.uncover()) return;
        const action = meetingKeys.inMeeting(event);
        if (action?.digit) {
            digits = order.type(digits, action.digit, content.slides.length);
            if (digits) covers.say(format.fill(words.going, {digits}));
            return;
        }
        const wasPlaying = meetingYears.isPlaying();
        if (action) meetingYears.stop();
        if (action && !(wasPlaying && action === "play")) actions[action]?.();
        digits = "";
    }

    function swallow(event) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }

    window.addEventListener("keydown", press, true);
    window.addEventListener("keyup", ({key}) => key.toLowerCase() === "l" && covers.letGo(), true);

    // The browser leaves full screen by Esc, of which nothing is heard then.
    let wasFull = false;
    document.addEventListener("fullscreenchange", () => {
        if (stage.isOn() && wasFull && !document.fullscreenElement) {
            const isCovered = meetingDialogs.isOpen() || covers.isCovered();
            meetingDialogs.close();
            covers.uncover();
            if (isCovered) covers.say(words.left_full_screen);
            else leave();
        }
        wasFull = Boolean(document.fullscreenElement);
    });

    snapshot.start();
})();
