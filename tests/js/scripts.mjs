// The scripts of assets/js, loaded as a browser loads them but without a document.
import {readFileSync} from "node:fs";
import vm from "node:vm";

const FOLDER = new URL("../../assets/js/", import.meta.url);

// Hears and tells events, and holds nothing.
export const document = new EventTarget();

// window.junheng after the named scripts have run. Every id is its own name: ids.Atlas.TITLE is "Atlas.TITLE".
export function load(...names) {
    const ids = proxy((page) => proxy((part) => `${page}.${part}`));
    const window = {junheng: {ids}, addEventListener() {}, location: {pathname: "/", search: ""}};
    const context = vm.createContext({
        ...{window, document, performance, URLSearchParams, structuredClone, setTimeout},
        requestAnimationFrame: setTimeout,
    });
    for (const name of names) vm.runInContext(readFileSync(new URL(name, FOLDER), "utf-8"), context, name);
    return window.junheng;
}

// What came from another context, as plain data of this one, for deepEqual.
export function plain(data) {
    return JSON.parse(JSON.stringify(data));
}

function proxy(answer) {
    return new Proxy({}, {get: (_, key) => (typeof key === "string" ? answer(key) : undefined)});
}
