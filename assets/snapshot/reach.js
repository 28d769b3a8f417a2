// Who lives within reach of a type of facility: the catchment, settlements within and beyond the standard, facilities.
(() => {
    "use strict";

    const {snapshot, dom} = window.junheng;
    const {content, frames} = snapshot;
    const {node, open, text} = snapshot.svg;
    const {element} = dom;
    const [SMALLEST, LARGEST, FACILITY] = [3, 11, 5]; // pixels: radii of settlements, half a facility
    const MANY = 300; // facilities, from which on they are drawn smaller

    // The map with its legend into a box of a map's card.
    snapshot.drawReach = (host, legend, chart, title) => {
        drawLegend(legend, chart);
        const {drawing, width, height} = open(host, title);
        if (!width || !height) return;
        const ground = content.grounds[chart.ground];
        const {scale, x, y} = frames.fit(ground, [width, height], [legend.offsetWidth, legend.offsetHeight]);
        const lines = [
            ...ground.borders.map((d) => [d, "sn-border"]),
            [ground.groupLine, "sn-halo"],
            [ground.groupLine, "sn-group-line"],
        ];
        const shapes = [
            ...ground.paths.map((d) => node("path", {d, class: "sn-area sn-plain"})),
            ...(chart.catchment ? [node("path", {d: chart.catchment, class: "sn-catchment"})] : []),
            ...lines.filter(([d]) => d).map(([d, look]) => node("path", {d, class: look})),
        ];
        const at = (points, place) => [points[2 * place] * scale + x, points[2 * place + 1] * scale + y];
        drawing.append(node("g", {transform: `translate(${x} ${y}) scale(${scale})`}, shapes));
        const most = Math.max(...chart.residents, 1);
        chart.residents.forEach((count, place) => {
            const [cx, cy] = at(chart.settlements, place);
            const r = SMALLEST + Math.sqrt(count / most) * (LARGEST - SMALLEST);
            drawing.append(drawSettlement(cx, cy, r, chart.covered[place] === "1", count));
        });
        const half = chart.facilities.length / 2 > MANY ? FACILITY / 2 : FACILITY;
        for (let place = 0; place < chart.facilities.length / 2; place += 1) {
            const [cx, cy] = at(chart.facilities, place);
            drawing.append(
                node("rect", {x: cx - half, y: cy - half, width: 2 * half, height: 2 * half, class: "sn-facility"}),
            );
        }
        drawing.append(...drawNames(chart, ground, {scale, x, y}));
    };

    function drawSettlement(cx, cy, r, isCovered, count) {
        const parts = [node("circle", {cx, cy, r})];
        const arm = r * 0.5;
        if (!isCovered) {
            parts.push(
                node("path", {
                    d: `M${cx - arm} ${cy - arm}l${2 * arm} ${2 * arm}M${cx - arm} ${cy + arm}l${2 * arm} ${-2 * arm}`,
                }),
            );
        }
        parts.push(
            node(
                "title",
                {},
                window.junheng.format.fill(snapshot.words.residents, {count: count.toLocaleString("en")}),
            ),
        );
        return node("g", {class: isCovered ? "sn-within" : "sn-beyond"}, parts);
    }

    // The sign of what lies beyond is a crossed ring, as on the map.
    function drawSign(look) {
        if (look !== "is-beyond") return element("span", {className: `sn-sign ${look}`});
        const ring = node("circle", {cx: 7, cy: 7, r: 6});
        const cross = node("path", {d: "M4.5 4.5l5 5M4.5 9.5l5-5"});
        return node("svg", {width: 14, height: 14, class: "sn-beyond"}, [ring, cross]);
    }

    function drawNames({book}, {anchors, codes}, {scale, x, y}) {
        const names = content.books[book].levels.county;
        if (codes.length > content.books[book].mostNames) return [];
        const look = {class: "sn-name sn-over", "font-size": 13};
        return anchors.map(([unitX, unitY], at) => {
            const name = names.shorts[names.codes.indexOf(codes[at])] ?? "";
            return text(unitX * scale + x, unitY * scale + y, name, look);
        });
    }

    function drawLegend(host, {names, sizes, catchment, residents}) {
        const looks = ["is-facility", "is-within", "is-beyond", "is-catchment"];
        const isShown = [true, residents.length, residents.length, catchment];
        const entries = names.flatMap((name, at) =>
            isShown[at]
                ? [
                      element("div", {className: "legend-entry"}, [
                          drawSign(looks[at]),
                          element("span", {className: "legend-text"}, name),
                      ]),
                  ]
                : [],
        );
        const sizeNote = residents.length ? [element("div", {className: "legend-note"}, sizes)] : [];
        host.replaceChildren(...entries, ...sizeNote);
    }
})();
