// The table of the atlas: a row an area of the map.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.table = {
        // Townships of one name are told apart by their county; a county says so itself.
        show_county(panel, columns) {
            const {no_update} = window.dash_clientside;
            const hide = panel?.level !== "township";
            if (!panel || columns.find((column) => column.field === "county").hide === hide) return no_update;
            return columns.map((column) => (column.field === "county" ? {...column, hide} : column));
        },
    };

    window.junheng.table = {
        fill({panel, year, rows, selected, book}) {
            const {format, grids, rowsOf} = window.junheng;
            const codes = book.levels.county.codes;
            const county = (code) => rowsOf.name({panel, book, year}, "county", codes.indexOf(code));
            grids.fill(
                Atlas.TABLE,
                rows.map((row) => ({
                    code: row.code,
                    name: row.name,
                    county: county(row.county),
                    group: book.groups[row.group].name,
                    value: row.value,
                    text: row.value === null || panel.yesNo ? row.text : format.number(row.value, panel.decimals),
                    rank: row.rank,
                    basis: row.note,
                    class: row.classText,
                    kind: row.kind,
                    source: row.source,
                    note: row.remark,
                    selected: row.code === selected,
                })),
            );
        },
    };
})();
