// A picture of the map as it stands, at a fixed size, with title, legend, source and date around it.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.picture = {
        save_picture(sheet, map, otherMap) {
            if (!sheet) return window.dash_clientside.no_update;
            const {width, height, scale, name, layout} = sheet;
            const traces = map.data.filter(isDrawn);
            if (layout.geo2) traces.push(...otherMap.data.filter(isDrawn).map((trace) => ({...trace, geo: "geo2"})));
            return window.Plotly.toImage({data: traces.map(enlarged), layout}, {format: "png", width, height, scale}).then((image) => {
                const link = document.createElement("a");
                link.href = image;
                link.download = name;
                link.click();
                return name;
            });
        },
    };

    function isDrawn(trace) {
        return trace.name !== "selected" && trace.locations.length > 0;
    }

    function enlarged(trace) {
        if (!trace.textfont) return trace;
        return {...trace, textfont: {...trace.textfont, size: trace.textfont.size * 1.35}};
    }
})();
