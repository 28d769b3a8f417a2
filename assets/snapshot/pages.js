// The charts of pages that are no maps: the gap of an indicator, the statuses of targets, shares of residents. Their numbers, texts and colours were decided by the program (layouts/meeting/snapshot_charts.py).
(() => {
    "use strict";

    const {snapshot, dom, format} = window.junheng;
    const {frames} = snapshot;
    const {line, measure, node, open, text} = snapshot.svg;
    const {element} = dom;
    const QUIET = {class: "sn-quiet", "font-size": 12};
    const MOST_LETTERS = 17; // of the label of a target, where two columns stand side by side
    const [LABEL, ROW] = [12, 19]; // pixels of a letter, and from row to row

    // Draw the chart of a page into a box.
    snapshot.drawPage = (host, chart, title) => DRAW[chart.kind](host, chart, title);

    const DRAW = {
        gap(host, chart, title) {
            const {drawing, width, height} = open(host, title);
            if (!width || !height) return;
            if (!chart.reach) {
                drawing.append(text(0, 30, chart.headline, {"font-size": 16}));
                return;
            }
            const shown = chart.asWhole ? chart.groups.slice(0, 1) : chart.groups;
            const left = 14 + 16 * Math.max(...chart.groups.map(({name}) => measure(name)));
            const [low, high] = chart.reach;
            const pad = (high - low || Math.abs(high) || 1) * 0.06;
            const x = (value) => left + ((value - low + pad) / (high - low + 2 * pad)) * (width - left - 20);
            for (const tick of frames.ticks(low - pad, high + pad, 7)) {
                drawing.append(line(x(tick), 4, x(tick), height - 24, {class: "sn-rule"}));
                const label = chart.yesNo
                    ? `${Math.round(tick * 100)}%`
                    : format.number(tick, 0) + (chart.percent ? "%" : "");
                drawing.append(text(x(tick), height - 9, label, {...QUIET, "text-anchor": "middle"}));
            }
            drawing.append(text(0, height - 9, chart.unit, QUIET));
            const band = (height - 30) / shown.length;
            shown.forEach((group, at) => {
                const y = band * at + band * 0.36;
                if (at) drawing.append(line(0, band * at, width, band * at, {class: "sn-rule"}));
                const name = {
                    class: "sn-strong",
                    "font-size": 16,
                    "dominant-baseline": "central",
                    style: `fill:${group.ink}`,
                };
                drawing.append(text(0, y, group.name, name), line(left, y, width, y, {class: "sn-rule"}));
                if (group.missing) drawing.append(text(0, y + 22, group.missing, QUIET));
                drawing.append(...drawCounties(group, x, y, at, width));
                drawing.append(
                    ...drawReadings(chart, at, x, {y: y + band * 0.14, step: Math.min(band * 0.145, 26), width}),
                );
            });
        },

        heat(host, chart) {
            if (!chart.rows.length) {
                host.replaceChildren(element("p", {className: "sn-fault"}, chart.empty));
                return;
            }
            const key = element(
                "div",
                {className: "sn-key"},
                chart.statuses.map(({name, sign, colour, ink}) =>
                    element("span", {}, [element("i", {style: {backgroundColor: colour, color: ink}}, sign), name]),
                ),
            );
            const box = element("div", {className: "sn-heat"});
            host.replaceChildren(key, box);
            // As many rows as there is room for, in two columns where they fit side by side.
            const letters = Math.max(...chart.rows.map(({label}) => measure(label)));
            const wide = LABEL * Math.min(letters, MOST_LETTERS) + 23 * chart.columns.length + 24;
            const count = chart.columns.length < 12 && box.clientWidth >= 2 * wide ? 2 : 1;
            const head = 8 + LABEL * 1.15 * Math.max(...chart.columns.map((name) => name.length));
            const fits = Math.max(Math.floor((box.clientHeight - head - 16) / ROW), 1);
            const shown = chooseTargets(chart, fits * count);
            const each = Math.ceil(shown.length / count);
            box.style.gridTemplateColumns = `repeat(${count}, minmax(0, 1fr))`;
            box.append(
                ...Array.from({length: count}, (_, at) => heatTable(chart, shown.slice(at * each, (at + 1) * each))),
            );
            if (shown.length < chart.rows.length) {
                const cut = {count: chart.rows.length, shown: shown.length};
                host.append(element("p", {className: "sn-cut"}, format.fill(snapshot.words.targets_cut, cut)));
            }
        },

        spine: (...all) => snapshot.drawSpine(...all),

        shares(host, chart, title) {
            const {drawing, width, height} = open(host, title);
            if (!width || !height) return;
            const every = chart.groups.flatMap(({counties}) => counties);
            const most = Math.max(Math.floor((height - 66) / 15) - chart.groups.length, 2);
            const lists = chart.groups.map((group) => {
                const share = Math.max(Math.floor((most * group.counties.length) / every.length), 1);
                return {...group, counties: group.counties.slice(0, share)};
            });
            const rows = lists.reduce((sum, {counties}) => sum + counties.length + 0.6, 0);
            const step = Math.min((height - 66) / rows, 28);
            const names = 10 + 13 * Math.max(...every.map(([name]) => measure(name)));
            const x = (value) => names + (value / 100) * (width - names - 62);
            let top = 24;
            const end = top + rows * step;
            for (const group of lists) {
                const from = top;
                for (const [name, value, label, hover] of group.counties) {
                    const y = top + step / 2;
                    const letter = {"font-size": Math.min(13, Math.max(step - 2, 12)), "dominant-baseline": "central"};
                    const made = node("g", {}, text(names - 6, y, name, {...letter, "text-anchor": "end"}));
                    if (value !== null) {
                        made.append(
                            node("rect", {
                                x: names,
                                y: top + step * 0.15,
                                width: Math.max(x(value) - names, 1),
                                height: step * 0.7,
                                fill: group.colour,
                            }),
                        );
                    }
                    made.append(text(width, y, label, {...letter, "text-anchor": "end"}), node("title", {}, hover));
                    drawing.append(made);
                    top += step;
                }
                if (group.level !== null) {
                    drawing.append(line(x(group.level), from, x(group.level), top, {class: "sn-level"}));
                }
                top += step * 0.6;
            }
            if (chart.line !== null) {
                drawing.append(line(x(chart.line), 18, x(chart.line), end, {class: "sn-edge"}));
                drawing.append(
                    text(x(chart.line), 13, chart.lineText, {
                        class: "sn-edge-text",
                        "text-anchor": "middle",
                        "font-size": 12,
                    }),
                );
            }
            const isCut = lists.some(({counties}, at) => counties.length < chart.groups[at].counties.length);
            const hints = isCut
                ? [
                      format.fill(snapshot.words.rows_cut, {
                          count: every.length,
                          shown: lists.reduce((sum, {counties}) => sum + counties.length, 0),
                      }),
                  ]
                : split(chart.hint, width);
            hints.forEach((hint, at) =>
                drawing.append(text(0, height - 4 - 15 * (hints.length - 1 - at), hint, QUIET)),
            );
        },
    };

    // All targets, or as many as there is room for: those that somebody has missed first.
    function chooseTargets({rows, missed}, fits) {
        if (rows.length <= fits) return rows;
        const isMissed = ({cells}) => cells.some((cell) => cell?.[0] === missed);
        const ordered = [...rows.filter(isMissed), ...rows.filter((row) => !isMissed(row))].slice(0, fits);
        return rows.filter((row) => ordered.includes(row));
    }

    // A text in lines of a width, at 12 pixels a letter.
    function split(words, width) {
        const lines = [""];
        for (const letter of words) {
            if (measure(lines.at(-1) + letter) * LABEL > width && !"，。；）".includes(letter)) lines.push("");
            lines[lines.length - 1] += letter;
        }
        return lines;
    }

    // Points in a row, each with its name and value above where there is room.
    function drawCounties({counties, colour}, x, y, at, width) {
        const ends = [-Infinity, -Infinity]; // of two rows of names
        return [...counties]
            .sort(([, one], [, other]) => one - other)
            .flatMap(([name, value, label]) => {
                const dot = at
                    ? node("rect", {x: x(value) - 6, y: y - 6, width: 12, height: 12, fill: colour, class: "sn-dot"})
                    : node("circle", {cx: x(value), cy: y, r: 7, fill: colour, class: "sn-dot"});
                dot.append(node("title", {}, format.join("facts", [name, label])));
                const half = (13 * measure(`${name} ${label}`)) / 2;
                const middle = Math.min(Math.max(x(value), half), width - half);
                const row = ends.findIndex((end) => middle - half > end);
                if (row < 0) return [dot];
                ends[row] = middle + half + 8;
                const height = y - 16 - row * 17;
                const leader = row ? [line(x(value), y - 7, x(value), height + 4, {class: "sn-rule"})] : [];
                return [
                    ...leader,
                    dot,
                    text(middle, height, `${name} ${label}`, {"text-anchor": "middle", "font-size": 13}),
                ];
            });
    }

    // A row a reading: the group's level, and for the measured group the line that it is held against.
    function drawReadings(chart, at, x, {y, step, width}) {
        const marks = [
            (a, b) => `M${a} ${b - 7}l7 7l-7 7l-7-7z`,
            (a, b) => `M${a} ${b - 7}l7 12h-14z`,
            (a, b) => `M${a - 6} ${b - 6}h12v12h-12z`,
        ];
        return chart.averages.flatMap(({name, levels, line: edge}, row) => {
            const middle = y + (row + 0.5) * step;
            const shown = chart.asWhole ? [0, 1] : [at];
            return shown.flatMap((key, below) => {
                if (!levels[key]) return [];
                const place = middle + below * step;
                const [value, label] = levels[key];
                const colour = chart.groups[key].ink;
                const said = `${chart.asWhole ? chart.groups[key].name : name} ${label}`;
                const path = node("path", {
                    d: marks[row % 3](x(value), place),
                    fill: "var(--paper)",
                    stroke: colour,
                    "stroke-width": 2.4,
                });
                const held = key === 0 && edge ? edge : null;
                const isOver = held && value >= held[0];
                const wide = 13 * measure(said);
                const isAfter = held ? isOver : x(value) + 14 + wide < width;
                const look = {
                    "font-size": 13,
                    "dominant-baseline": "central",
                    "text-anchor": isAfter ? "start" : "end",
                };
                const parts = [path, text(x(value) + (isAfter ? 12 : -12), place, said, look)];
                if (held) {
                    const anchor = isOver ? "end" : "start";
                    const beside = isOver
                        ? Math.min(x(held[0]) - 5, x(value) - 12)
                        : Math.max(x(held[0]) + 5, x(value) + 12);
                    parts.unshift(
                        line(x(held[0]), place - step / 2 + 1, x(held[0]), place + step / 2 - 1, {class: "sn-edge"}),
                    );
                    parts.push(
                        text(beside, place, held[1], {
                            class: "sn-edge-text",
                            "text-anchor": anchor,
                            "dominant-baseline": "central",
                            "font-size": 12,
                        }),
                    );
                }
                return parts;
            });
        });
    }

    function heatTable({columns, statuses}, rows) {
        const names = columns.map((name) => element("th", {scope: "col"}, element("span", {}, name)));
        const head = element("thead", {}, element("tr", {}, [element("td", {}), ...names]));
        const body = rows.map(({label, cells, hovers}) =>
            element("tr", {}, [
                element("th", {scope: "row", title: label}, label),
                ...cells.map((cell, at) => {
                    if (!cell) return element("td", {});
                    const {colour, ink, name} = statuses[cell[0]];
                    const title = hovers[at] || name;
                    return element("td", {title, style: {backgroundColor: colour, color: ink}}, cell[1]);
                }),
            ]),
        );
        return element("table", {}, [head, element("tbody", {}, body)]);
    }
})();
