// plotly.js fetches a world map from its own host before it draws any choropleth (plotly.js#6767). Ours has no use for
// one: an empty world, put where plotly.js keeps what it has fetched, spares the request.
(() => {
    "use strict";

    const nothing = {type: "GeometryCollection", geometries: []};
    const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
    const objects = Object.fromEntries(layers.map((layer) => [layer, nothing]));
    window.PlotlyGeoAssets = {topojson: {world_110m: {type: "Topology", arcs: [], objects}}};
})();
