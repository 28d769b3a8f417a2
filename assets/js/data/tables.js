// The long tables of the page 数据: versions, what was done to them, faults of a file, changes of a version.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const page = window.junheng.data;

    const cell = (children, className = "") => element("td", {className}, children);
    const chip = (text, tone) => cell(element("span", {className: `chip dp-${tone}`}, text));
    const small = (text, className = "") => element("small", {className}, text);
    const line = (cells) => element("tr", {}, cells);

    function table(columns, rows) {
        const head = line(columns.map((text) => element("th", {scope: "col"}, text)));
        return element("table", {className: "dp-table"}, [element("thead", {}, head), element("tbody", {}, rows)]);
    }

    page.painters[DataView.VERSIONS] = (place, {columns, rows, set, inside, see}) => {
        place.replaceChildren(
            table(
                columns,
                rows.map((row) => versionLine(row, set, inside, see)),
            ),
        );
    };

    function versionLine(row, set, inside, see) {
        const files = row.files.flatMap(([name, hash]) => [element("span", {}, name), small(hash, "dp-hash")]);
        const [rows, leftOut] = row.rows;
        const [by, at] = row.by;
        return line([
            element("th", {scope: "row"}, row.name),
            chip(row.state_name, row.state),
            cell([element("span", {}, rows), small(leftOut)]),
            cell(row.counts, "dp-counts"),
            ...(inside ? [cell([element("div", {}, files), ...(row.note ? [small(row.note)] : [])])] : []),
            cell([element("span", {}, by), small(at)]),
            cell(element("div", {className: "dp-acts"}, [changesLink(row.id, see), ...row.acts.map(actButton)])),
        ]);

        function actButton([act, text]) {
            const button = element("button", {type: "button", className: "btn btn-sm btn-outline-secondary"}, text);
            Object.assign(button.dataset, {act, set, version: row.id, number: row.number});
            return button;
        }
    }

    function changesLink(version, text) {
        const query = {version};
        const href = `${page.PATH}?${new URLSearchParams(query)}`;
        const link = element("a", {href, className: "btn btn-sm btn-outline-secondary"}, text);
        link.addEventListener("click", (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return; // a click for a new tab is the browser's
            event.preventDefault();
            page.go(query);
        });
        return link;
    }

    page.painters[DataView.TRAIL] = (place, {columns, rows}) => {
        place.replaceChildren(
            table(
                columns,
                rows.map((texts) => line(texts.map((text) => cell(text)))),
            ),
        );
    };

    page.painters[DataView.FAULTS] = (place, {columns, rows}) => {
        place.replaceChildren(table(columns, rows.map(faultLine)));
    };

    function faultLine([code, severity, name, position, problem, found, remedy]) {
        const cells = [cell(position, "dp-position"), cell(problem), cell(found, "dp-found"), cell(remedy)];
        const made = line([chip(name, severity), ...cells]);
        Object.assign(made.dataset, {code, severity});
        return made;
    }

    page.painters[DataView.CHANGES] = (place, {columns, rows}) => {
        place.replaceChildren(table(columns, rows.map(changeLine)));
    };

    function changeLine([change, name, subject, area, year, before, after]) {
        const values = [cell(before, "dp-number"), cell(after, "dp-number")];
        return line([chip(name, change), cell(subject), cell(area), cell(year), ...values]);
    }

    function filterFaults() {
        const [severity, code] = [page.value(DataView.SEVERITY), page.value(DataView.CODE)];
        const lines = [...page.find(DataView.FAULTS).querySelectorAll("tr[data-code]")];
        for (const made of lines) {
            const {dataset} = made;
            made.hidden = Boolean((severity && dataset.severity !== severity) || (code && dataset.code !== code));
        }
        const shown = lines.filter((made) => !made.hidden).length;
        page.find(DataView.LISTED).textContent = page.fill(page.texts.words.faults_shown, {shown});
    }

    document.addEventListener("change", ({target}) => {
        if (target.id === DataView.SEVERITY || target.id === DataView.CODE) filterFaults();
        if (target.name === DataView.GOOD_ONLY) page.tell("");
    });
})();
