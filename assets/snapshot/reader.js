// The page of a snapshot: the slides at the left, the one that is shown, its years, its note. Works by keyboard alone.
(() => {
    "use strict";

    const {snapshot, dom, format} = window.junheng;
    const {content, frames, words} = snapshot;
    const {element} = dom;
    const {slides} = content;
    const root = document.documentElement;
    const WIDE = 1920; // pixels of a window from which on everything grows with it
    const state = {at: 0, year: null, tab: "figure", chart: "", selected: null};
    const parts = {};

    const reader = {
        state,
        slide: () => slides[state.at],

        // Another slide, as it was kept.
        open(at) {
            const slide = slides[at];
            Object.assign(state, {at, year: slide.year ?? null, selected: slide.selected ?? null});
            paint();
        },

        change(changes) {
            Object.assign(state, changes);
            paint();
        },

        // Whether the slide is shown as it was kept.
        isKept() {
            const {year = null, selected = null} = reader.slide();
            return state.year === year && state.selected === selected;
        },

        nextChart() {
            const {charts} = snapshot.offers(reader.slide(), state.year, state.selected);
            if (charts.length) reader.change({chart: charts[(charts.indexOf(shownChart(charts)) + 1) % charts.length]});
        },

        paint,
    };

    // What assets/js/meeting/years.js steps through.
    window.junheng.rooms = {
        here: () => ({
            years: () => ({every: frames.years(reader.slide()), now: state.year}),
            setYear: (year) => reader.change({year}),
        }),
    };

    function shownChart(charts) {
        return charts.includes(state.chart) ? state.chart : charts[0];
    }

    function build() {
        const button = (label, press, className = "sn-button") => {
            const made = element("button", {type: "button", className}, label);
            made.addEventListener("click", press);
            return made;
        };
        const list = element(
            "ol",
            {},
            slides.map((slide, at) =>
                element(
                    "li",
                    {},
                    button([number(at + 1), titleOf(slide, at)], () => reader.open(at), "sn-slide"),
                ),
            ),
        );
        const present = button([words.present, element("kbd", {}, "F")], () => snapshot.show.begin());
        const keys = button([words.keys, element("kbd", {}, "?")], () => window.junheng.meetingDialogs.keys());
        Object.assign(parts, {
            list,
            ribbon: element("div", {className: "ribbon", hidden: true}, content.words.ribbon),
            head: element("div", {className: "mt-head"}),
            finding: element("h2", {className: "sn-finding"}),
            subject: element("p", {className: "sn-subject"}),
            tools: element("div", {className: "sn-tools"}),
            body: element("div", {className: "sn-body"}),
            years: element("div", {className: "sn-years"}),
            remarks: element("p", {className: "sn-remarks", role: "status"}),
            source: element("p", {className: "source"}),
            note: element("section", {className: "sn-note", ariaLabel: words.note}),
            footer: element("footer", {className: "mt-footer"}),
            live: element("div", {className: "visually-hidden", role: "status"}),
        });
        const bar = element("header", {className: "bar"}, [
            element("div", {className: "bar-title"}, [
                element("span", {className: "brand"}, words.product),
                element("h1", {}, content.title),
            ]),
            element("span", {className: "sn-about", title: words.offline}, content.subtitle),
            element("div", {className: "bar-actions"}, [present, keys]),
        ]);
        const head = element("div", {className: "sn-head"}, [
            element("div", {}, [parts.finding, parts.subject]),
            parts.tools,
        ]);
        const view = element("main", {className: "sn-view"}, [
            head,
            parts.body,
            parts.years,
            parts.remarks,
            parts.source,
            parts.note,
        ]);
        const nav = element("nav", {className: "sn-nav", ariaLabel: words.slides}, list);
        const shell = [
            bar,
            parts.ribbon,
            parts.head,
            element("div", {className: "sn-main"}, [nav, view]),
            parts.footer,
            parts.live,
        ];
        document.getElementById("snapshot").replaceChildren(element("div", {className: "shell"}, shell));
    }

    function number(at) {
        return element("span", {className: "sn-number"}, String(at));
    }

    function titleOf(slide, at) {
        const {finding} = frames.says(slide, slide.year);
        return (
            slide.title ||
            slide.years?.[slide.year]?.title ||
            finding ||
            format.fill(content.words.meeting.untitled, {at: at + 1})
        );
    }

    snapshot.titled = () => slides.map((slide, at) => ({...slide, title: titleOf(slide, at)}));

    function paint() {
        const slide = reader.slide();
        const isMeeting = window.junheng.stage.isOn();
        const said = frames.says(slide, state.year);
        const {hasTable, charts} = snapshot.offers(slide, state.year, state.selected);
        [...parts.list.querySelectorAll("button")].forEach((button, at) =>
            button.setAttribute("aria-current", String(at === state.at)),
        );
        parts.ribbon.hidden = !slide.demonstration;
        const heading = slide.kind === "overview" && slide.years[state.year].title; // what it says stands in it already
        parts.finding.textContent = heading || said.finding || said.kicker;
        parts.finding.className = `sn-finding tone-${said.tone}`;
        const subject = heading ? "" : said.subject;
        parts.subject.textContent = [said.finding && said.kicker, subject].filter(Boolean).join("　");
        paintTools(hasTable, charts);
        paintYears(slide);
        parts.remarks.textContent = slide.kind === "gone" ? "" : slide.remarks.join("");
        parts.source.textContent = [said.source, slide.credits].filter(Boolean).join("　");
        paintNote(slide);
        if (isMeeting) snapshot.show.paint(parts, said);
        const tab = hasTable ? state.tab : "figure";
        snapshot.drawSlide(parts.body, slide, {...state, tab, isMeeting}, (code) => reader.change({selected: code}));
    }

    // Buttons of which one is pressed; the focus stays on the one that was used.
    function choices(label, entries, now, choose) {
        const buttons = entries.map(([value, text]) => {
            const button = element("button", {type: "button", className: "sn-choice"}, text);
            button.setAttribute("aria-pressed", String(value === now));
            button.dataset.value = value;
            button.addEventListener("click", () => {
                choose(value);
                parts.tools.querySelector(`[data-value="${value}"]`)?.focus();
            });
            return button;
        });
        const group = element("div", {className: "sn-choices", role: "group", ariaLabel: label}, buttons);
        return entries.length > 1 ? group : null;
    }

    function paintTools(hasTable, charts) {
        const tabs = hasTable
            ? [
                  ["figure", words.figure],
                  ["table", words.table],
              ]
            : [];
        const named = state.tab === "table" ? [] : charts.map((chart) => [chart, words.charts[chart]]);
        const shown = [
            choices(words.views, named, shownChart(charts), (chart) => reader.change({chart})),
            choices(words.views, tabs, state.tab, (tab) => reader.change({tab})),
        ];
        parts.tools.replaceChildren(...shown.filter(Boolean));
    }

    // A slider over the years that there are, whatever lies between them.
    function paintYears(slide) {
        const every = frames.years(slide);
        parts.years.hidden = every.length === 0;
        if (parts.years.dataset.years === every.join() && every.length > 1) {
            parts.slider.value = every.indexOf(state.year);
        } else {
            parts.years.dataset.years = every.join();
            buildYears(every);
        }
        if (every.length < 2) return;
        parts.slider.setAttribute("aria-valuetext", format.fill(content.words.atlas.year, {year: state.year}));
        [...parts.marks.children].forEach((mark, at) => mark.classList.toggle("is-now", every[at] === state.year));
        parts.play.textContent = window.junheng.meetingYears.isPlaying() ? words.pause : words.play;
    }

    function buildYears(every) {
        if (every.length < 2) {
            parts.years.replaceChildren(format.fill(words.no_years, {year: every[0]}));
            return;
        }
        const {meetingYears} = window.junheng;
        const value = every.indexOf(state.year);
        parts.slider = element("input", {type: "range", min: 0, max: every.length - 1, step: 1, ariaLabel: words.year});
        parts.slider.value = value;
        parts.slider.addEventListener("input", () => {
            meetingYears.stop();
            reader.change({year: every[Number(parts.slider.value)]});
        });
        parts.play = element("button", {type: "button", className: "sn-play"}, words.play);
        parts.play.addEventListener("click", () => {
            if (meetingYears.isPlaying()) meetingYears.stop();
            else meetingYears.play();
            paint();
        });
        parts.marks = element(
            "div",
            {className: "sn-marks", ariaHidden: "true"},
            every.map((year) => element("span", {}, String(year))),
        );
        parts.years.replaceChildren(parts.play, element("div", {className: "sn-slider"}, [parts.slider, parts.marks]));
    }

    function paintNote({note}) {
        parts.note.hidden = !note;
        parts.note.replaceChildren(element("h3", {}, words.note), element("p", {}, note));
    }

    // Everything as large on a wide screen as on a common one.
    function grow() {
        root.style.setProperty("--grown", Math.max(window.innerWidth / WIDE, 1));
        if (parts.body) requestAnimationFrame(paint);
    }

    snapshot.reader = reader;
    document.title = content.title;
    window.addEventListener("resize", grow);
    snapshot.start = () => {
        build();
        grow();
        reader.open(0);
    };
})();
