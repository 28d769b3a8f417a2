// The charts beside a map, but for states (states.js): the areas by value, the two groups and the 80 % line, the groups over the years.
(() => {
    "use strict";

    const {snapshot, format, rowsOf} = window.junheng;
    const {frames, words} = snapshot;
    const {line, measure, node, open, text} = snapshot.svg;
    const LETTER = 13; // pixels
    const [THIN, THICK] = [18, 34]; // pixels of a row

    snapshot.drawChart = (host, frame, chart, onPick) => {
        if (chart === "states") {
            snapshot.drawStates(host, frame, onPick);
            return;
        }
        const title = format.fill(words.chart, {chart: words.charts[chart], title: frame.panel.name});
        const sheet = open(host, title);
        if (sheet.width && sheet.height) DRAW[chart](sheet, frame, onPick);
    };

    const DRAW = {
        ranking({drawing, width, height}, frame, onPick) {
            const ranked = frames.ranked(frame);
            const {first, last, isCut} = frames.ends(ranked, Math.floor((height - 20) / THIN));
            const shown = [...first, ...last];
            const step = Math.min((height - (isCut ? 20 : 4)) / (shown.length + (isCut ? 1 : 0)), THICK);
            const names = 18 + LETTER * Math.max(...shown.map(({short}) => measure(short)));
            const values = 10 + LETTER * Math.max(...shown.map(({figure}) => measure(figure)));
            const [low, high] = [Math.min(0, ...shown.map(valueOf)), Math.max(0, ...shown.map(valueOf))];
            const room = Math.max(width - names - values, 20);
            const x = (value) => names + ((value - low) / (high - low || 1)) * room;
            shown.forEach((row, at) => {
                const top = (at + (at >= first.length ? 1 : 0)) * step;
                drawing.append(drawBar(frame, row, {top, step, names, x, onPick}));
            });
            if (!isCut) return;
            drawing.append(text(names, (first.length + 0.65) * step, "⋮", {class: "sn-quiet"}));
            const ends = format.fill(words.ends, {count: ranked.length, ends: first.length});
            drawing.append(text(0, height - 5, ends, {class: "sn-quiet", "font-size": 12}));
        },

        gap({drawing, width, height}, frame) {
            const {panel, book, year} = frame;
            const gap = panel.gaps[year];
            const at = frames.reading(frame);
            const counties = book.levels.county;
            const values = (panel.counties ?? panel.values)[year];
            const keys = [book.focus, book.benchmark];
            const dots = counties.codes
                .map((_, index) => ({index, value: values[index], key: counties.groups[index]}))
                .filter(({value, key}) => value !== null && keys.includes(key));
            const edge = gap.lines[at];
            const known = [...dots.map(valueOf), ...keys.map((key) => gap.levels[key][at]), edge ?? []].flat();
            const scale = makeScale(Math.min(...known), Math.max(...known), 24, width - 24);
            const rowOf = (key) => height * (keys.indexOf(key) ? 0.66 : 0.3);
            drawing.append(...drawAxis(scale, height - 22, 8, panel));
            for (const key of keys) {
                const name = format.fill(words.group_line, {
                    name: book.groups[key].name,
                    value: format.value(panel, frame.words, gap.levels[key][at]),
                });
                drawing.append(text(0, rowOf(key) - height * 0.13, name, {class: "sn-strong", "font-size": 15}));
                drawing.append(line(0, rowOf(key), width, rowOf(key), {class: "sn-rule"}));
            }
            for (const {index, value, key} of dots) {
                const dot = node("circle", {cx: scale.x(value), cy: rowOf(key), r: 6, fill: book.groups[key].colour});
                dot.setAttribute("class", "sn-dot");
                const name = rowsOf.name(frame, "county", index);
                dot.append(node("title", {}, `${name}　${format.value(panel, frame.words, value)}`));
                drawing.append(dot);
            }
            drawing.append(...placeNames(dots, scale, rowOf, (index) => rowsOf.name(frame, "county", index, "shorts")));
            for (const key of keys) drawing.append(drawDiamond(scale.x(gap.levels[key][at]), rowOf(key)));
            if (typeof edge === "number") {
                drawing.append(...drawEdge(scale.x(edge), rowOf(keys[0]), gap.lineTexts[at], width));
            }
            drawing.append(text(0, height - 2, words.averages, {class: "sn-quiet", "font-size": 12}));
        },

        trend({drawing, width, height}, frame) {
            const {panel, book, year} = frame;
            const keys = [book.focus, book.benchmark];
            const years = panel.years.filter((one) => frames.reading({...frame, year: one}) >= 0);
            const series = keys.map((key) => ({
                name: book.groups[key].name,
                colour: book.groups[key].colour,
                points: years.map((one) => [one, panel.gaps[one].levels[key][frames.reading({...frame, year: one})]]),
            }));
            const row = frame.rows.find(({code}) => code === frame.selected);
            const own =
                row &&
                panel.years.map((one) => [one, panel.values[one][row.index]]).filter(([, value]) => value !== null);
            if (own?.length) series.push({name: row.short, colour: "#8A6A00", points: own});
            const all = series.flatMap(({points}) => points.map(([, value]) => value));
            const right = 12 + 14 * Math.max(...series.map(({name}) => measure(name)));
            const [low, high] = [Math.min(0, ...all), Math.max(...all)];
            const left = 14 + 12 * Math.max(...frames.ticks(low, high).map((tick) => measure(format.number(tick, 0))));
            const x = (one) => left + ((one - years[0]) / (years.at(-1) - years[0] || 1)) * (width - left - right - 8);
            const y = (value) => height - 26 - ((value - low) / (high - low || 1)) * (height - 46);
            for (const tick of frames.ticks(low, high)) {
                drawing.append(line(left, y(tick), width - right, y(tick), {class: "sn-rule"}));
                drawing.append(
                    text(left - 6, y(tick) + 4, format.number(tick, 0), {
                        class: "sn-quiet",
                        "text-anchor": "end",
                        "font-size": 12,
                    }),
                );
            }
            const every = Math.ceil(years.length / Math.max(Math.floor((width - left - right) / 52), 1));
            years.forEach((one, at) => {
                if (one === year) drawing.append(line(x(one), 16, x(one), height - 26, {class: "sn-now"}));
                if (at % every === 0 || one === year) {
                    drawing.append(
                        text(x(one), height - 8, one, {class: "sn-quiet", "text-anchor": "middle", "font-size": 12}),
                    );
                }
            });
            spread(
                series.map(({points}) => y(points.at(-1)[1])),
                18,
            ).forEach((labelY, at) => {
                const {name, colour, points} = series[at];
                const d = `M${points.map(([one, value]) => `${x(one)},${y(value)}`).join("L")}`;
                drawing.append(node("path", {d, fill: "none", stroke: colour, "stroke-width": 3}));
                drawing.append(
                    ...points.map(([one, value]) => {
                        const dot = node("circle", {cx: x(one), cy: y(value), r: 4.5, fill: colour});
                        dot.append(node("title", {}, `${name}　${one}　${format.value(panel, frame.words, value)}`));
                        return dot;
                    }),
                );
                drawing.append(text(x(points.at(-1)[0]) + 10, labelY + 5, name, {class: "sn-strong", "font-size": 14}));
            });
        },
    };

    function valueOf({value}) {
        return value;
    }

    function drawBar({panel, book, selected}, row, {top, step, names, x, onPick}) {
        const middle = top + step / 2;
        const letter = {"font-size": Math.min(LETTER, step - 3), "dominant-baseline": "central"};
        const end = x(panel.yesNo ? 0 : row.value);
        const from = Math.min(x(0), end);
        const bar = {
            x: from,
            y: top + step * 0.14,
            width: Math.max(Math.abs(end - x(0)), panel.yesNo ? 14 : 1),
            height: step * 0.72,
        };
        const look = {class: row.code === selected ? "sn-bar is-chosen" : "sn-bar", fill: panel.colours[row.class]};
        const group = book.groups[row.group];
        const made = node("g", {class: "sn-row"}, [
            node("rect", {x: 0, y: middle - 5, width: 4, height: 10, fill: group?.colour ?? "none"}),
            text(names - 6, middle, row.short, {...letter, "text-anchor": "end"}),
            node("rect", {...bar, ...look}),
            text(from + bar.width + 6, middle, row.figure, {...letter, class: "sn-figure"}),
            node("title", {}, [row.name, row.text, row.rankText].join("　")),
        ]);
        made.addEventListener("click", () => onPick(row.code));
        return made;
    }

    function makeScale(low, high, left, right) {
        const pad = (high - low || Math.abs(high) || 1) * 0.06;
        const [from, to] = [low - pad, high + pad];
        return {from, to, x: (value) => left + ((value - from) / (to - from)) * (right - left)};
    }

    function drawAxis({from, to, x}, y, top, panel) {
        return frames.ticks(from, to).flatMap((tick) => [
            line(x(tick), top, x(tick), y - 14, {class: "sn-rule"}),
            text(x(tick), y, panel.unit === "%" ? `${tick}%` : format.number(tick, 0), {
                class: "sn-quiet",
                "text-anchor": "middle",
                "font-size": 12,
            }),
        ]);
    }

    // Names of points in a row, where there is room beside the one before.
    function placeNames(dots, scale, rowOf, nameOf) {
        const ends = {};
        return [...dots]
            .sort((one, other) => one.value - other.value)
            .flatMap(({index, value, key}) => {
                const [x, name] = [scale.x(value), nameOf(index)];
                const half = (12 * measure(name)) / 2 + 3;
                if (x - half < (ends[key] ?? -Infinity)) return [];
                ends[key] = x + half;
                return [text(x, rowOf(key) + 22, name, {"text-anchor": "middle", "font-size": 12})];
            });
    }

    function drawDiamond(x, y) {
        return node("path", {d: `M${x} ${y - 11}l9 11l-9 11l-9-11z`, class: "sn-diamond"});
    }

    function drawEdge(x, y, label, width) {
        const isLeft = x < width / 2;
        return [
            line(x, y - 26, x, y + 34, {class: "sn-edge"}),
            text(x + (isLeft ? 5 : -5), y + 44, label, {
                class: "sn-edge-text",
                "text-anchor": isLeft ? "start" : "end",
                "font-size": 12,
            }),
        ];
    }

    // Heights at which labels stand apart, in the order in which they came.
    function spread(heights, apart) {
        const order = heights.map((height, at) => [height, at]).sort(([one], [other]) => one - other);
        const found = [];
        let last = -Infinity;
        for (const [height, at] of order) {
            last = Math.max(height, last + apart);
            found[at] = last;
        }
        return found;
    }
})();
