// Numbers and names as the reader sees them. Everything decided (classes, ratios, verdicts) comes from the server.
(() => {
    "use strict";

    const writers = {}; // by decimals: to make one takes as long as to write a hundred numbers

    window.junheng.format = {
        fill(template, parts) {
            return template.replace(/\{(\w+)\}/g, (_, key) => parts[key]);
        },

        // Parts as the language joins them: `names`, `parts`, `facts`, `comma`; empty ones are left out.
        join(way, parts) {
            return parts.filter(Boolean).join(window.junheng.words.list[way]);
        },

        // A text with what explains it.
        aside(text, aside) {
            return this.fill(window.junheng.words.list.aside, {text, aside});
        },

        number(value, decimals) {
            // A value comes rounded; one that came with more digits needs them to stay in its class.
            writers[decimals] ??= new Intl.NumberFormat("zh-CN", {
                minimumFractionDigits: decimals,
                maximumFractionDigits: 15,
            });
            return writers[decimals].format(value);
        },

        value(panel, words, value) {
            if (value === null || value === undefined) return words.missing;
            const text = this.figure(panel, words, value);
            return panel.yesNo ? text : `${text} ${panel.unit}`;
        },

        // A value without its unit, as it stands on a map.
        figure(panel, words, value) {
            if (panel.yesNo) return value >= 0.5 ? words.yes : words.no;
            return this.number(value, panel.decimals);
        },

        // The count and the interval of a figure that chance moves, the interval of one from a sample; nothing beside
        // others.
        note(panel, words, parts, value, small) {
            if (!parts) return "";
            if (parts === "?") return words.unknown_count;
            const [count, low, high] = parts.split(" ");
            if (!high) {
                const bounds = this.bounds(panel, value, Number(count), Number(low ?? count));
                return this.fill(panel.sampleText, bounds);
            }
            return this.join("parts", [this.fill(panel.noteText, {count, low, high}), small ? words.too_few : ""]);
        },

        // The bounds that lie so many steps of the last decimal below and above a value.
        bounds({decimals}, value, below, above) {
            const steps = 10 ** decimals;
            const bound = (distance) => this.number(Math.round(value * steps + distance) / steps, decimals);
            return {low: bound(-below), high: bound(above)};
        },

        // A text of a file in a chart: plotly would read some of it as markup.
        plain(text) {
            return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
        },

        shorten(text) {
            return text.length > 40 ? `${text.slice(0, 39)}…` : text;
        },
    };
})();
