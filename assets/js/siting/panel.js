// The panel of siting: its cards in two columns, or saved scenarios side by side, or why there is no scenario.
(() => {
    "use strict";

    const {CoveragePage, CoveragePainted} = window.junheng.ids;
    const {element, fill, table} = window.junheng.dom;

    window.junheng.sitingPanel = {
        paint({panel, compared, refused}, texts) {
            const shown = panel ? columns(panel, texts) : [compared ? comparison(compared, texts) : refusal(refused)];
            fill(CoveragePage.SITING, shown);
        },

        // A white box with a heading row.
        card(head, body, className = "") {
            return element("section", {className: `panel ${className}`.trim()}, [
                element("header", {className: "card-head"}, head),
                element("div", {className: "card-fill"}, body),
            ]);
        },

        // A button that does `act`; `data` is what it is done to.
        button(act, text, data = {}, look = "btn-outline-secondary") {
            return element("button", {type: "button", className: `btn btn-sm ${look}`, data: {act, ...data}}, text);
        },

        heading: (text) => element("h2", {}, text),
        padded: (...parts) => element("div", {className: "st-pad"}, parts),
    };

    function columns({search, byHand, changes, outcome, saved}, texts) {
        const {sitingForms, sitingOutcome} = window.junheng;
        const asking = [sitingForms.search(search, texts), sitingForms.byHand(byHand, texts)];
        const answers = [
            sitingOutcome.changes(changes, texts),
            outcome && sitingOutcome.outcome(outcome, texts),
            savedCard(saved, texts),
        ];
        return [
            element("div", {className: "st-column st-asking"}, asking),
            element("div", {className: "st-column st-answers"}, answers),
        ];
    }

    // The form that saves the scenario, and the saved ones; `hint` says why nothing can be saved.
    function savedCard({hint, items, packHref}, texts) {
        const {button, card, heading, padded} = window.junheng.sitingPanel;
        const listed = items.length
            ? element(
                  "ul",
                  {className: "st-saved"},
                  items.map((item) => savedItem(item, !hint, texts)),
              )
            : element("p", {className: "quiet"}, texts.no_saved);
        const note = [hint ? null : texts.share_note, items.length ? element("a", {href: packHref}, texts.pack) : null];
        const head = [heading(texts.saved_title)];
        if (items.length > 1) head.push(element("div", {className: "card-actions"}, button("compare", texts.compare)));
        const form = hint ? element("p", {className: "quiet"}, hint) : saveForm(texts);
        return card(head, padded(form, listed, element("p", {className: "quiet st-note"}, note)));
    }

    function saveForm(texts) {
        const name = {
            id: CoveragePainted.NAME,
            name: "name",
            placeholder: texts.name_hint,
            ariaLabel: texts.name,
            maxLength: 40,
        };
        const look = {type: "text", className: "form-control form-control-sm", autocomplete: "off"};
        const button = window.junheng.sitingPanel.button("save", texts.save, {}, "btn-primary");
        return element("div", {className: "st-save"}, [element("input", {...look, ...name}), button]);
    }

    function savedItem({id, name, href, about}, maySave, texts) {
        const pick = {type: "checkbox", className: "form-check-input", value: id, ariaLabel: `${texts.pick} ${name}`};
        return element("li", {}, [
            element("input", {...pick, data: {pick: "1"}}),
            element("div", {}, [element("a", {href}, name), element("small", {className: "quiet"}, about)]),
            maySave ? window.junheng.sitingPanel.button("delete", texts.delete, {id, name}) : null,
        ]);
    }

    function comparison({back, scenarios, rows, pictures}, texts) {
        const {sitingPanel} = window.junheng;
        const heads = [texts.scenario, ...scenarios.map(({name, href}) => element("a", {href}, name))];
        const maps = scenarios.map(({name, picture}) =>
            element("img", {src: picture, alt: name, className: "st-picture"}),
        );
        const leave = element("a", {href: back, className: "btn btn-sm btn-outline-secondary"}, texts.back);
        const head = [sitingPanel.heading(texts.compare_title), element("div", {className: "card-actions"}, leave)];
        return element("section", {className: "panel st-compare"}, [
            element("header", {className: "card-head"}, head),
            element(
                "div",
                {className: "st-pad scroll"},
                table("st-table st-compared", heads, [...rows, [pictures, ...maps]]),
            ),
        ]);
    }

    // A scenario that cannot be worked out: why, and the way back to one that can.
    function refusal({message, label, href}) {
        const link = element("a", {href, className: "btn btn-sm btn-outline-secondary"}, label);
        const reason = element("p", {className: "st-fault", role: "alert"}, message);
        return element("section", {className: "panel st-refused"}, [reason, element("div", {}, link)]);
    }
})();
