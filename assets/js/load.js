// Scripts that only some readers need: each is fetched when it is first used. Its name is that of its file in
// assets/js/later.
(() => {
    "use strict";

    const loads = new Map(); // by name: the promise of the script

    window.junheng.load = (name) => {
        if (!loads.has(name)) {
            const loading = new Promise((resolve, reject) => {
                const script = window.junheng.dom.element("script", {src: window.junheng.later[name]});
                script.addEventListener("load", resolve);
                script.addEventListener("error", () => {
                    loads.delete(name); // the next use tries again
                    reject(new Error(name));
                });
                document.head.append(script);
            });
            loads.set(name, loading);
        }
        return loads.get(name);
    };
})();
