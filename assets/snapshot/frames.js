// What a slide shows in a year. A frame of a map is what rows.js and texts.js of the program's own map take.
(() => {
    "use strict";

    const {snapshot, panelOf, rowsOf, format} = window.junheng;
    const {content} = snapshot;
    const RADIAN = 180 / Math.PI; // degrees
    const READINGS = 3; // of a gap, the preferred first

    const STEPS = 8; // in which a map gives way to its legend
    const corners = new WeakMap(); // by ground

    snapshot.frames = {
        // The years of a slide, ascending; none of one that is gone.
        years(slide) {
            if (slide.kind === "map") return content.panels[slide.panel].years;
            return Object.keys(slide.years ?? {}).map(Number);
        },

        // The slide's map in a year, or the second one of a comparison, which stays in its own unless it is of another
        // indicator.
        frame(slide, year, {selected = null, isSecond = false} = {}) {
            const part = isSecond ? slide.second : slide;
            const shown = isSecond && part.panel === slide.panel ? part.year : year;
            const frame = {
                panel: panelOf.unpack(content.panels[part.panel]),
                book: content.books[slide.book],
                ground: content.grounds[slide.ground],
                words: content.words.atlas,
                view: slide.view,
                labels: slide.labels,
                year: shown,
                selected,
            };
            return {...frame, rows: rowsOf.rows(frame)};
        },

        // The maps of a slide as they stand side by side: of two years the earlier one first, and what changed last.
        inOrder(slide, first, second) {
            if (!second) return [first];
            if (!Number.isInteger(slide.changes)) return [first, second];
            const [left, right] = [first, second].sort((one, other) => one.year - other.year);
            return [left, right, window.junheng.changeOf.frame(left, right, content.changes[slide.changes])];
        },

        // The areas with a value, the best first; those without a rank last.
        ranked({rows, panel}) {
            const sign = panel.lowestFirst ? 1 : -1;
            return rows
                .filter(({value}) => value !== null)
                .sort(
                    (one, other) =>
                        (one.rank ?? Infinity) - (other.rank ?? Infinity) || sign * (one.value - other.value) || 0,
                );
        },

        // All that fit, or as many of either end: {first, last, isCut}.
        ends(rows, most) {
            if (rows.length <= most) return {first: rows, last: [], isCut: false};
            const each = Math.max(Math.floor((most - 1) / 2), 1);
            return {first: rows.slice(0, each), last: rows.slice(-each), isCut: true};
        },

        // The reading of a gap that both groups have, -1 for none.
        reading({panel, book, year}) {
            const levels = panel.gaps[year]?.levels ?? {};
            const isHeld = (at) => [book.focus, book.benchmark].every((key) => typeof levels[key]?.[at] === "number");
            return Array.from({length: READINGS}, (_, at) => at).findIndex(isHeld);
        },

        // The charts that say something of a map in a year.
        charts(frame) {
            const judged = Object.keys(frame.panel.gaps).filter(
                (year) => this.reading({...frame, year: Number(year)}) >= 0,
            );
            const found = frame.rows.some(({value}) => value !== null) ? ["ranking"] : [];
            if (frame.panel.yesNo) return found.length ? ["states"] : [];
            if (this.reading(frame) >= 0) found.push("gap");
            if (judged.length > 1) found.push("trend");
            return found;
        },

        // Where a place in degrees stands on a ground, in its units.
        project({perDegree}, [lon, lat]) {
            return [lon * perDegree, -Math.asinh(Math.tan(lat / RADIAN)) * RADIAN * perDegree];
        },

        // The corners of all areas of a ground, in its units.
        corners(ground) {
            if (!corners.has(ground)) corners.set(ground, ground.paths.flatMap(listCorners));
            return corners.get(ground);
        },

        // Where a ground stands in a box beside a legend at the lower left: {scale, x, y}, as large as it can be without
        // an area under the legend.
        fit(ground, [width, height], [legendWidth, legendHeight]) {
            const [left, top, wide, tall] = ground.box;
            const tried = Array.from({length: STEPS + 1}, (_, step) => {
                const beside = (legendWidth * step) / STEPS;
                const scale = Math.min((width - beside) / wide, height / tall);
                const x = beside + (width - beside - wide * scale) / 2 - left * scale;
                return {scale, x, y: (height - tall * scale) / 2 - top * scale};
            });
            const isFree = ({scale, x, y}) =>
                !this.corners(ground).some(
                    ([unitX, unitY]) => unitX * scale + x < legendWidth && unitY * scale + y > height - legendHeight,
                );
            return tried.find(isFree) ?? tried.at(-1);
        },

        // Round numbers between two, some `count` of them.
        ticks(low, high, count = 5) {
            const raw = (high - low || 1) / count;
            const power = 10 ** Math.floor(Math.log10(raw));
            const step = power * [1, 2, 5, 10].find((each) => each * power >= raw);
            const found = [];
            for (let at = Math.ceil(low / step - 1e-9); at * step <= high + step * 1e-9; at += 1) {
                found.push(Number((at * step).toPrecision(12)));
            }
            return found;
        },

        // What a slide says: {kicker, finding, subject, tone, source}.
        says(slide, year) {
            const say = {map: sayMap, page: sayPage, overview: sayOverview, gone: sayGone}[slide.kind];
            const said = {finding: "", subject: "", tone: "", source: "", ...say(slide, year)};
            return {...said, kicker: slide.title === said.finding ? "" : slide.title};
        },
    };

    // The points of path data in relative steps, as geodata/svg_map.py writes them.
    function listCorners(path) {
        return path.split("M").flatMap((ring) => {
            const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
            let [x, y] = [0, 0];
            return Array.from({length: numbers.length / 2}, (_, at) => {
                [x, y] = [x + numbers[2 * at], y + numbers[2 * at + 1]];
                return [x, y];
            });
        });
    }

    function sayMap(slide, year) {
        const {meeting} = content.words;
        const frame = snapshot.frames.frame(slide, year);
        if (Number.isInteger(slide.changes)) return sayChange(slide, frame);
        const gap = frame.panel.gaps[year];
        const place = slide.view.within ? rowsOf.placeName(frame, slide.view.within) : "";
        const when = [format.fill(meeting.year_and_unit, {year, unit: frame.panel.unit}), place];
        const {name} = frame.panel;
        const source = window.junheng.textsOf.source(frame);
        const alone = frame.panel.findings?.map?.[year] || name; // where no groups are compared
        if (!gap?.title) return {finding: alone, subject: when.filter(Boolean).join("　"), source};
        return {
            finding: format.fill(meeting.named, {name, text: gap.title}),
            subject: [...when, gap.detail].filter(Boolean).join("　"),
            tone: gap.tone,
            source,
        };
    }

    // What changed between two years, which stands between their maps and its own.
    function sayChange(slide, frame) {
        const second = snapshot.frames.frame(slide, frame.year, {isSecond: true});
        const {pair} = snapshot.frames.inOrder(slide, frame, second).at(-1);
        const finding = format.fill(content.words.meeting.named, {name: frame.panel.name, text: pair.title});
        return {finding, subject: pair.subtitle, source: window.junheng.textsOf.source(frame)};
    }

    function sayPage(slide, year) {
        const {title, subject, notes} = slide.years[year];
        return {finding: title, subject, source: notes.join("　")};
    }

    // The goal of the groups, and of the whole beside another area, as the page itself writes them.
    function sayOverview(slide, year) {
        const {title, body} = slide.years[year];
        const [finding = title, subject = title] = listTexts(body, "ov-finding");
        return {finding, subject};
    }

    // The texts of the elements of a class, in what assets/js/dom.js builds.
    function listTexts(parts, wanted) {
        return parts
            .filter((part) => typeof part !== "string")
            .flatMap(([, {className = ""}, ...children]) =>
                className.split(" ").includes(wanted) ? [textOf(children)] : listTexts(children, wanted),
            );
    }

    function textOf(parts) {
        return parts.map((part) => (typeof part === "string" ? part : textOf(part.slice(2)))).join("");
    }

    function sayGone(slide) {
        return {finding: slide.remarks.join("")};
    }
})();
