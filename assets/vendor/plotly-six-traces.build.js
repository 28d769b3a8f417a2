// How plotly-4.1.1-six-traces.min.js is made (Node 20):
//   npm install plotly.js@4.1.1 esbuild@0.28.2
//   npx esbuild plotly-six-traces.build.js --bundle --minify --format=iife --global-name=Plotly \
//       --define:global=window --outfile=plotly-4.1.1-six-traces.min.js
// plotly.js core draws scatter traces by itself; these five are all others that a chart or map of ours has.
const Plotly = require("plotly.js/lib/core");
Plotly.register([
    require("plotly.js/lib/bar"),
    require("plotly.js/lib/choropleth"),
    require("plotly.js/lib/scattergeo"),
    require("plotly.js/lib/heatmap"),
    require("plotly.js/lib/waterfall"),
]);
module.exports = Plotly;
