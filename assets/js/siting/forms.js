// The forms of siting: the search for sites, and changes by hand.
(() => {
    "use strict";

    const {CoveragePainted} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const parts = () => window.junheng.sitingPanel;

    window.junheng.sitingForms = {
        search({fields, prices, unfolded}, texts) {
            return parts().card(
                [parts().heading(texts.plan_title)],
                parts().padded(
                    element("div", {className: "st-fields"}, fields.map(field)),
                    folded(texts.prices, [element("div", {className: "st-fields"}, prices.map(field))], unfolded),
                    foot(texts),
                    element("p", {className: "quiet st-note"}, texts.plan_note),
                ),
            );
        },

        // What a click on the map does, and the same from lists.
        byHand({fields}, texts) {
            const modes = Object.entries(texts.modes).map(([kind, text]) => {
                const made = element("button", {type: "button", className: "segment", data: {act: "mode", kind}}, text);
                made.setAttribute("aria-pressed", "false");
                return made;
            });
            const applies = Object.entries(texts.applies).map(([kind, text]) => parts().button("apply", text, {kind}));
            return parts().card(
                [parts().heading(texts.hand_title)],
                parts().padded(
                    element(
                        "div",
                        {className: "segmented st-modes", role: "group", ariaLabel: texts.hand_title},
                        modes,
                    ),
                    element("p", {id: CoveragePainted.HINT, className: "quiet", role: "status"}, texts.hint),
                    folded(texts.without_map, [
                        element("div", {className: "st-lists"}, fields.map(field)),
                        element("div", {className: "st-applies"}, applies),
                    ]),
                ),
            );
        },

        folded: (...given) => folded(...given),
    };

    function folded(text, body, open = false) {
        return element("details", {className: "st-prices", open}, [element("summary", {}, text), ...body]);
    }

    function field({name, label, value, hint, groups, nothing}) {
        const id = `st-${name}`;
        const control = groups ? choice({value, groups, nothing}) : number(value, hint);
        return element("div", {className: "field"}, [
            element("label", {className: "field-label", htmlFor: id}, label),
            Object.assign(control, {id, name}),
        ]);
    }

    function number(value, hint) {
        const look = {type: "text", className: "form-control form-control-sm", autocomplete: "off"};
        return element("input", {...look, value, placeholder: hint, inputMode: "decimal", maxLength: 12});
    }

    function choice({value, groups, nothing}) {
        const options = (list) =>
            list.map(([key, text]) => element("option", {value: key, selected: key === value}, text));
        const all = groups.flatMap(([label, list]) =>
            label ? element("optgroup", {label}, options(list)) : options(list),
        );
        return element("select", {className: "form-select form-select-sm"}, [
            nothing === null ? null : element("option", {value: ""}, nothing),
            ...all,
        ]);
    }

    // The button, and how far the search is.
    function foot(texts) {
        const running = {id: CoveragePainted.RUNNING, className: "st-running", hidden: true};
        const progress = element("progress", {id: CoveragePainted.BAR, max: 100});
        return element("div", {className: "st-foot"}, [
            parts().button("compute", texts.compute, {}, "btn-primary"),
            element("div", running, [progress, parts().button("stop", texts.stop)]),
            element("p", {id: CoveragePainted.TOLD, className: "st-told", role: "status", ariaLive: "polite"}),
        ]);
    }
})();
