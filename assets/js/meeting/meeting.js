// A meeting (演示): slides on the live pages, in full screen, by keyboard, clicker or mouse.
//
//   meeting.present(slides, at)   begins; a slide is {address, title, note}
//   meeting.current()             {slides, at}, null without a meeting
(() => {
    "use strict";

    const {Meeting} = window.junheng.ids;
    const {fill: format} = window.junheng.format;
    const words = window.junheng.words.meeting;
    const root = document.documentElement;
    const SOON = 1000; // milliseconds in which a page may not yet have asked for what was chosen
    let show = null; // {slides, at, start, focused, tabs, ...}; null without a meeting
    let digits = "";
    let navigates = false; // whether a change of the address is the meeting's own

    window.junheng.meeting = {
        present(slides, at = 0) {
            const readable = window.junheng.slides.readable(slides);
            if (!readable.length) return;
            if (!show) begin();
            show.slides = readable;
            go(Math.max(readable.indexOf(slides[at]), 0));
        },

        // Go on in another document with what the one before was showing.
        resume({slides, at, start: before, isFull}) {
            this.present(slides, at);
            if (!show) return;
            Object.assign(show, {start: before, waitsForKey: isFull});
            if (isFull) window.junheng.covers.say(words.other_groups);
        },

        current: () => show && {slides: show.slides, at: show.at},
    };

    const address = () => window.location.pathname + window.location.search;

    function begin() {
        show = {slides: [], at: 0, start: address(), focused: document.activeElement, tabs: new Map(), changed: -SOON};
        window.junheng.stage.open();
        document.activeElement?.blur();
        window.junheng.slide.follow(paint);
    }

    function leave() {
        if (!show) return;
        const {start, focused, tabs} = show;
        show = null;
        digits = "";
        window.junheng.meetingYears.stop();
        window.junheng.slide.rest();
        window.junheng.meetingDialogs.close();
        window.junheng.covers.clear();
        window.junheng.stage.close();
        for (const [id, tab] of tabs) window.junheng.tabs.open(id, tab);
        requestAnimationFrame(redraw);
        open(start);
        focused?.focus?.({preventScroll: true});
    }

    // The storyboard that is open, else the view on the screen.
    function start() {
        const {panel, shelf, uses} = window.junheng.storyboard;
        if (panel.isOpen() && shelf.current()?.slides.length) uses.present();
        else window.junheng.meeting.present([{address: address(), title: "", note: ""}]);
    }

    // Another slide, as it was kept.
    function go(at) {
        window.junheng.meetingYears.stop();
        Object.assign(show, {at, isChanged: false});
        show.isLate = root.classList.contains("is-asking") || performance.now() - show.changed < SOON;
        open(show.slides[at].address);
        enterPage();
    }

    function open(to) {
        if (to === address()) return;
        const {meetingDocuments} = window.junheng;
        if (!meetingDocuments.shows(to)) {
            meetingDocuments.open(to, show && {slides: show.slides, at: show.at, start: show.start});
            return;
        }
        navigates = true;
        window.junheng.goTo(to);
        navigates = false;
    }

    // The chart of a page that is a slide: the one that is open on it, else its first.
    function enterPage() {
        const room = window.junheng.rooms.here();
        root.classList.toggle("is-no-slide", !room);
        const onPage = room?.openChart?.();
        chooseChart(room?.charts?.includes(onPage) ? onPage : (room?.charts?.[0] ?? ""));
        paint();
    }

    function chooseChart(chart) {
        const room = window.junheng.rooms.here();
        root.dataset.chart = chart;
        show.tab = room?.tabs ? {id: room.tabs, open: room.openChart(), tab: room.tabOf(chart)} : null;
        turnTab();
        requestAnimationFrame(redraw);
    }

    // A page that is opened for the first time has its tabs a moment later.
    function turnTab() {
        if (!show.tab || !document.getElementById(show.tab.id)) return;
        const {id, open: before, tab} = show.tab;
        if (!show.tabs.has(id)) show.tabs.set(id, before ?? tab);
        window.junheng.tabs.open(id, tab);
        show.tab = null;
    }

    // What stood hidden, or was as long as a page may be, is drawn for the place that it has now.
    function redraw() {
        window.junheng.rooms.here()?.redraw?.();
    }

    function paint() {
        if (!show) return; // it ended before the frame that was asked for
        const {slides, at, isChanged} = show;
        turnTab();
        const isKept = window.junheng.slides.find([slides[at]], address(), 0) === 0;
        if (!isKept && show.isLate) {
            show.isLate = false; // the answer to what was asked before the slide came after it
            open(slides[at].address);
        }
        window.junheng.slide.paint(slides[at], at, slides.length, isKept || !isChanged);
    }

    const actions = {
        next: () => move("next"),
        previous: () => move("previous"),
        first: () => move("first"),
        last: () => move("last"),
        later: () => change(() => window.junheng.meetingYears.step(1)),
        earlier: () => change(() => window.junheng.meetingYears.step(-1)),
        play: () => change(() => window.junheng.meetingYears.play()),
        go: goToNumber,
        restore: () => go(show.at),
        leave,
        full: () => window.junheng.stage.enterFullScreen(),
        chart: nextChart,
        closer: () => window.junheng.wheel.press("in"),
        further: () => window.junheng.wheel.press("out"),
        whole: () => window.junheng.wheel.press("reset"),
        black: () => window.junheng.covers.cover("black"),
        white: () => window.junheng.covers.cover("white"),
        spotlight: () => window.junheng.covers.light(),
        keys: () => window.junheng.meetingDialogs.keys(),
        note: () => window.junheng.meetingDialogs.note(show.slides[show.at].note),
        choose: () => window.junheng.meetingDialogs.choose(choices),
        overview: () => window.junheng.meetingDialogs.overview(titledSlides(), show.at, go),
    };

    function move(action) {
        const to = window.junheng.slides.move(show.at, action, show.slides.length);
        if (to !== show.at) go(to);
        else if (action === "next" || action === "last") window.junheng.covers.say(words.at_last);
        else window.junheng.covers.say(words.at_first);
    }

    function goToNumber() {
        const number = Number(digits);
        window.junheng.covers.hush();
        if (number >= 1 && number <= show.slides.length) go(number - 1);
        else if (digits) window.junheng.covers.say(format(words.no_such_slide, {number}));
    }

    function nextChart() {
        const charts = window.junheng.rooms.here()?.charts ?? [];
        if (!charts.length) return;
        chooseChart(charts[(charts.indexOf(root.dataset.chart) + 1) % charts.length]);
        paint();
    }

    function choices() {
        const columns = window.junheng.rooms.here()?.choices() ?? [];
        return columns.map((column) => ({...column, choose: (value) => change(() => column.choose(value))}));
    }

    // Something else than the slide as it was kept.
    function change(gesture) {
        Object.assign(show, {changed: performance.now(), isChanged: true, isLate: false});
        gesture();
    }

    function titledSlides() {
        const {finding} = window.junheng.slide.says();
        return show.slides.map((slide, index) => ({
            ...slide,
            title: slide.title || (index === show.at && finding) || format(words.untitled, {at: index + 1}),
        }));
    }

    // --- keys, buttons, the history ----------------------------------------------------------------------------------

    function press(event) {
        const keys = window.junheng.meetingKeys;
        const dialogs = window.junheng.meetingDialogs;
        if (dialogs.isOpen()) {
            if (dialogs.press(event, keys.inMeeting(event))) swallow(event);
        } else if (!document.querySelector("dialog[open], .modal.show, .offcanvas.show")) {
            if (show) pressInMeeting(event);
            else pressOnPage(event);
        }
    }

    function pressOnPage(event) {
        const action = window.junheng.meetingKeys.onPage(event);
        if (!action) return;
        swallow(event);
        if (action === "keys") window.junheng.meetingDialogs.keys();
        else start();
    }

    function pressInMeeting(event) {
        const keys = window.junheng.meetingKeys;
        if (!keys.isOurs(event)) return;
        swallow(event);
        if (show.waitsForKey) window.junheng.stage.enterFullScreen();
        show.waitsForKey = false;
        if (window.junheng.covers.uncover()) return;
        const action = keys.inMeeting(event);
        if (action?.digit) {
            digits = window.junheng.slides.type(digits, action.digit, show.slides.length);
            if (digits) window.junheng.covers.say(format(words.going, {digits}));
            return;
        }
        const wasPlaying = window.junheng.meetingYears.isPlaying();
        if (action) window.junheng.meetingYears.stop();
        if (action && !(wasPlaying && action === "play")) actions[action]();
        digits = "";
    }

    // No key of a meeting moves the focus, scrolls, or reaches a control of the page.
    function swallow(event) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }

    window.addEventListener("keydown", press, true);
    window.addEventListener("keyup", ({key}) => key.toLowerCase() === "l" && window.junheng.covers.letGo(), true);

    document.addEventListener("click", (event) => {
        if (event.target.closest?.(`#${Meeting.OPEN}`)) start();
        if (event.target.closest?.(`#${Meeting.KEYS}`)) window.junheng.meetingDialogs.keys();
    });

    // Going back in the history leads through what was shown.
    window.addEventListener("popstate", () => {
        if (!show || navigates) return;
        window.junheng.meetingYears.stop();
        const found = window.junheng.slides.find(show.slides, address(), show.at);
        if (found >= 0) show.at = found;
        enterPage();
    });

    // The browser leaves full screen by Esc, of which we hear nothing then: what lies over the slide goes with it, as it
    // would by the key alone, and otherwise the meeting ends.
    let wasFull = false;
    document.addEventListener("fullscreenchange", () => {
        if (show && wasFull && !document.fullscreenElement) leaveOne();
        wasFull = Boolean(document.fullscreenElement);
    });

    function leaveOne() {
        const {covers, meetingDialogs} = window.junheng;
        const isCovered = meetingDialogs.isOpen() || covers.isCovered();
        meetingDialogs.close();
        covers.uncover();
        if (isCovered) covers.say(words.left_full_screen);
        else leave();
    }
})();
