// The table of the atlas: a row an area of the map.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.table = {
        // Townships of one name are told apart by their county; a county says so itself.
        choose_columns(panel, changes, columns) {
            const {no_update} = window.dash_clientside;
            if (!panel) return no_update;
            const shown = {county: panel.level === "township", value: !changes, basis: !changes};
            for (const field of ["earlier", "later", "change"]) shown[field] = Boolean(changes);
            if (columns.every(({field, hide}) => !(field in shown) || Boolean(hide) !== shown[field])) return no_update;
            return columns.map((column) => (column.field in shown ? {...column, hide: !shown[column.field]} : column));
        },
    };

    window.junheng.table = {
        fill({panel, year, rows, selected, book}) {
            const {format, grids, rowsOf} = window.junheng;
            const codes = book.levels.county.codes;
            const figure = (row) =>
                row.value === null || panel.yesNo ? row.text : format.number(row.value, panel.decimals);
            const changed = ({before, after, value, figure: own, text}) => ({
                earlier: before.value,
                later: after.value,
                change: value,
                earlierText: before.figure || before.text,
                laterText: after.figure || after.text,
                changeText: panel.yesNo ? text : own,
            });
            const county = (code) => rowsOf.name({panel, book, year}, "county", codes.indexOf(code));
            grids.fill(
                Atlas.TABLE,
                rows.map((row) => ({
                    code: row.code,
                    name: row.name,
                    county: county(row.county),
                    group: book.groups[row.group].name,
                    ...(row.after ? changed(row) : {value: row.value, text: figure(row)}),
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
