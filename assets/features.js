// For browsers that cannot read the other scripts: written as the oldest of them understand it.
(function () {
    "use strict";
    if (!window.structuredClone || !window.ResizeObserver || !Array.prototype.at) {
        document.getElementById("too-old").hidden = false;
    }
})();
