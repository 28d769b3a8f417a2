// The scripts of assets/js, loaded as a browser loads them but without a document.
import {readFileSync} from "node:fs";
import vm from "node:vm";

const FOLDER = new URL("../../assets/js/", import.meta.url);

// How Chinese joins texts.
const LIST = {names: "、", parts: "；", facts: "　", comma: "，", aside: "{text}（{aside}）"};

// Hears and tells events, and holds nothing.
export const document = new EventTarget();

// window.junheng after the named scripts have run. Every id is its own name: ids.Atlas.TITLE is "Atlas.TITLE".
export function load(...names) {
    return loadWith({}, ...names);
}

// The same where a browser holds more: `browser` is what stands in window. A function among the names is a script too,
// and `clock` takes the place of setTimeout and clearTimeout.
export function loadWith(browser, ...names) {
    const ids = proxy((page) => proxy((part) => `${page}.${part}`));
    const window = {crypto, addEventListener() {}, location: {pathname: "/", search: ""}, ...browser};
    window.junheng = {ids, ...browser.junheng, words: {list: LIST, ...browser.junheng?.words}};
    const context = vm.createContext({
        ...{window, document, performance, URLSearchParams, structuredClone, setTimeout, clearTimeout},
        ...{TextEncoder, TextDecoder, CompressionStream, DecompressionStream, atob, btoa, Uint8Array},
        requestAnimationFrame: setTimeout,
    });
    Object.assign(context, browser.clock);
    for (const name of names) {
        if (typeof name === "function") name(window.junheng);
        else vm.runInContext(readFileSync(new URL(name, FOLDER), "utf-8"), context, name);
    }
    return window.junheng;
}

// What came from another context, as plain data of this one, for deepEqual.
export function plain(data) {
    return JSON.parse(JSON.stringify(data));
}

function proxy(answer) {
    return new Proxy({}, {get: (_, key) => (typeof key === "string" ? answer(key) : undefined)});
}
