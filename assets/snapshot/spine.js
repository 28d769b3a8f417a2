// Where a county stands among all, a row an indicator, as layouts/paper/charts/spine.py draws it.
(() => {
    "use strict";

    const {snapshot, dom, format} = window.junheng;
    const {line, measure, node, open, text} = snapshot.svg;
    const {element} = dom;
    const QUIET = {class: "sn-quiet", "font-size": 12};
    const [LABEL, ROW] = [12, 19]; // pixels of a letter, and from row to row
    const BEYOND = 1.24; // a scale from -1 to 1 with room for marks at its ends

    snapshot.drawSpine = (host, chart, title) => {
        const {width, height} = open(host, title);
        if (!width || !height) return;
        if (!chart.rows.length) {
            host.replaceChildren(element("p", {className: "sn-fault"}, chart.empty));
            return;
        }
        const {drawing} = open(host, title);
        const lengths = (at) =>
            LABEL *
            Math.max(...chart.rows.map(({texts}) => measure(texts[at])), at ? measure(chart.columns[at - 1]) : 0);
        const texts = [0, 1, 2, 3].map((at) => lengths(at) + 12);
        const words = texts.reduce((sum, part) => sum + part, 0);
        const count = width >= 2 * (words + 130) + 24 ? 2 : 1;
        const fits = Math.max(Math.floor((height - 44 - 2 * ROW) / ROW), 1) * count;
        const shown = chooseRows(chart, fits);
        const each = Math.ceil(shown.length / count);
        const wide = (width - 24 * (count - 1)) / count;
        drawing.append(...drawSpineKey(chart, width));
        for (let column = 0; column < count; column += 1) {
            const from = column * (wide + 24);
            const place = {from, wide, texts, words, top: 44};
            drawing.append(...drawSpineRows(chart, shown.slice(column * each, (column + 1) * each), place));
        }
        if (shown.length < chart.rows.length) {
            const cut = format.fill(chart.cut, {count: chart.rows.length, shown: shown.length});
            drawing.append(text(width, height - 4, cut, {...QUIET, "text-anchor": "end"}));
        }
    };

    // All rows, or as many as there is room for: those that the county is worse in first, then those it is better in.
    function chooseRows({rows}, fits) {
        if (rows.length <= fits) return rows;
        const urgency = [1, 2, 0, 3]; // by the order of verdicts
        const ranked = rows
            .map((row, at) => [urgency[row.verdict], at])
            .sort(([one, at], [other, to]) => one - other || at - to);
        const kept = new Set(ranked.slice(0, fits).map(([, at]) => at));
        return rows.filter((_, at) => kept.has(at));
    }

    function drawSpineKey({verdicts, bars, marks, columns}, width) {
        let x = 0;
        let y = 8;
        const parts = [];
        const add = (sign, label) => {
            const wide = 26 + LABEL * measure(label);
            if (x + wide > width) [x, y] = [0, y + 17];
            parts.push(sign(x + 7, y), text(x + 18, y, label, {...QUIET, "dominant-baseline": "central"}));
            x += wide;
        };
        verdicts.forEach(({name, colour}) => add((a, b) => node("circle", {cx: a, cy: b, r: 5, fill: colour}), name));
        bars.forEach(([fill, name]) =>
            add((a, b) => node("rect", {x: a - 7, y: b - 5, width: 14, height: 10, fill}), name),
        );
        const looks = [(a, b) => line(a, b - 6, a, b + 6, {class: "sn-level"}), drawDiamond, drawCross];
        marks.forEach((name, at) => columns && add(looks[at], name));
        return parts;
    }

    function drawDiamond(x, y) {
        return node("path", {d: `M${x} ${y - 5}l5 5l-5 5l-5-5z`, class: "sn-mark"});
    }

    function drawCross(x, y) {
        return node("path", {d: `M${x - 5} ${y}h10M${x} ${y - 5}v10`, class: "sn-mark"});
    }

    function drawSpineRows({columns, verdicts}, rows, {from, wide, texts, words, top}) {
        const [start, end] = [from + words + 6, from + wide - 4];
        const x = (position) => (start + end) / 2 + ((position / BEYOND) * (end - start)) / 2;
        const ends = [from + texts[0] + texts[1] - 12, from + texts[0] + texts[1] + texts[2] - 12];
        const unit = ends[1] + 8;
        const write = (at, y, content, look = {}) =>
            text(at, y, content, {"font-size": LABEL, "dominant-baseline": "central", ...look});
        const right = {"text-anchor": "end"};
        const heads = [ends[0], ends[1], unit].map((at, place) =>
            write(at, top + 4, columns[place], {class: "sn-quiet", ...(place < 2 ? right : {})}),
        );
        return [
            ...heads,
            line(x(0), top + 12, x(0), top + 14 + ROW * rows.length, {class: "sn-level"}),
            ...rows.flatMap(({texts: said, verdict, bars, marks}, at) => {
                const y = top + 14 + (at + 0.5) * ROW;
                const made = node("g", {}, [
                    write(from, y, said[0]),
                    write(ends[0], y, said[1], right),
                    write(ends[1], y, said[2], {class: "sn-quiet", ...right}),
                    write(unit, y, said[3], {class: "sn-quiet"}),
                ]);
                bars.forEach(
                    (bar, place) =>
                        bar &&
                        made.append(
                            node("rect", {
                                x: x(bar[0]),
                                y: y - 6,
                                width: Math.max(x(bar[1]) - x(bar[0]), 1),
                                height: 12,
                                class: `sn-spread-${place}`,
                            }),
                        ),
                );
                made.append(line(x(0), y - ROW / 2, x(0), y + ROW / 2, {class: "sn-level"}));
                const [mean, outside, own] = marks;
                if (mean) made.append(drawDiamond(x(mean[0]), y));
                if (outside) made.append(drawCross(x(outside[0]), y));
                if (own) {
                    made.append(
                        node("circle", {cx: x(own[0]), cy: y, r: 6, fill: verdicts[verdict].colour, class: "sn-dot"}),
                    );
                }
                const told = [said[0], ...[...bars, ...marks].map((one) => one?.at(-1))].filter(Boolean);
                made.append(node("title", {}, told.join("\n")));
                return [made, line(from, y + ROW / 2, from + wide, y + ROW / 2, {class: "sn-rule"})];
            }),
        ];
    }
})();
