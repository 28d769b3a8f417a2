// Which areas have a state in which year, those first that have it in most years: as assets/js/atlas/figures/states.js.
(() => {
    "use strict";

    const {snapshot, format} = window.junheng;
    const {words} = snapshot;
    const {line, measure, node, open, text} = snapshot.svg;
    const HELD = 0.5; // a state is recorded as 1 or 0
    const [HEAD, FOOT, LEAST] = [26, 22, 18]; // pixels

    snapshot.drawStates = (host, frame, onPick) => {
        const {drawing, width, height} = open(host, frame.panel.name);
        if (!width || !height) return;
        const {panel, book, selected} = frame;
        const {years} = panel;
        const valueOf = (row, year) => panel.values[year]?.[row.index] ?? null;
        const count = (row) => years.filter((year) => valueOf(row, year) >= HELD).length;
        const most = Math.max(Math.floor((height - HEAD - FOOT) / LEAST), 1);
        const listed = [...frame.rows].sort((one, other) => count(other) - count(one));
        const shown = listed.slice(0, most);
        const step = Math.min((height - HEAD - FOOT) / shown.length, 40);
        const left = 10 + 13 * Math.max(...shown.map(({short}) => measure(short)));
        const x = (at) => left + ((at + 0.5) / years.length) * (width - left);
        const now = x(years.indexOf(frame.year));
        drawing.append(line(now, HEAD - 6, now, HEAD + step * shown.length, {class: "sn-now"}));
        const every = Math.ceil((years.length * 44) / (width - left));
        years.forEach((year, at) => {
            if (at % every && year !== frame.year) return;
            drawing.append(text(x(at), 14, year, {class: "sn-quiet", "text-anchor": "middle", "font-size": 12}));
        });
        shown.forEach((row, at) => {
            const y = HEAD + (at + 0.5) * step;
            const colour = book.groups[row.group]?.colour ?? "var(--quiet)";
            const look = {"text-anchor": "end", "dominant-baseline": "central", "font-size": 13};
            const mark = row.code === selected ? {class: "sn-strong"} : {};
            const made = node("g", {class: "sn-row"}, text(left - 8, y, row.short, {...look, ...mark}));
            years.forEach((year, place) => {
                const value = valueOf(row, year);
                if (value === null) return;
                const fill = value >= HELD ? colour : "var(--paper)";
                const dot = node("circle", {cx: x(place), cy: y, r: 6, fill, stroke: colour, "stroke-width": 2});
                const when = format.fill(frame.words.year, {year});
                dot.append(node("title", {}, `${row.name}　${when}　${format.figure(panel, frame.words, value)}`));
                made.append(dot);
            });
            made.addEventListener("click", () => onPick(row.code));
            drawing.append(made);
        });
        const cut = {count: listed.length, shown: shown.length};
        const key = shown.length < listed.length ? format.fill(words.states_cut, cut) : words.states_key;
        drawing.append(text(0, height - 5, key, {class: "sn-quiet", "font-size": 12}));
    };
})();
