// What the search finds: from a text and the list of callbacks/frame/search.py, the views that it names. Nothing here
// knows of the document.
//
//   searchRank.read(list)             the list of the server, ready to be looked through
//   searchRank.find(index, text)      {hits, said, found, used}: the views, the best first; `said` names the sentence for
//                                     what is not found as it was written ("nearest", "apart", "partly", "nothing") or is ""
//
// A hit is {kind, name, marks, notes, path, query}: `marks` are the places of the letters that the text has.
(() => {
    "use strict";

    const MOST_WORDS = 6;
    const MOST_OF_KIND = 8; // entries that go on for a set of words
    const MOST = 24;
    const BETWEEN = " · "; // the names in a hit
    const FURTHER = 12; // what one more thing in a view takes from its score
    const FAR_BEHIND = 0.66; // of the best score: what has less is no answer beside it
    const HAN = "\\p{Script=Han}";
    const YEAR = new RegExp(`(?<![0-9])((?:19|20)[0-9]{2})年?(?![0-9])`);

    // What a view shows, and the pages that show it, the first ones without being named: `unnamed` of them.
    const WAYS = [
        {kinds: ["indicator"], pages: ["ATLAS", "GAP"], unnamed: 1},
        {kinds: ["area", "indicator"], pages: ["ATLAS"], unnamed: 1},
        {kinds: ["area"], pages: ["COUNTY", "OVERVIEW", "ATLAS", "TARGETS"], unnamed: 3},
        {kinds: ["domain"], pages: ["GAP", "TARGETS"], unnamed: 2},
        {kinds: ["area", "domain"], pages: ["TARGETS"], unnamed: 1},
        {kinds: ["type"], pages: ["COVERAGE", "ATLAS"], unnamed: 2},
        {kinds: ["facility"], pages: ["ATLAS"], unnamed: 1},
        {kinds: ["target"], pages: ["TARGETS"], unnamed: 1},
        {kinds: [], pages: ["OVERVIEW", "ATLAS", "TARGETS", "GAP", "COUNTY", "COVERAGE", "PACKS", "DATA"], unnamed: 6},
    ];
    const WITHOUT_YEAR = ["PACKS", "DATA"];

    const fits = () => window.junheng.searchMatch; // which may come later

    window.junheng.searchRank = {
        read({entries, township_indicator: townshipIndicator}) {
            const every = Object.entries(entries).flatMap(([kind, rows]) =>
                rows.map((row) => fits().readRow(kind, row)),
            );
            return {every, townshipIndicator, hasTargets: entries.target.length > 0, paths: window.junheng.paths};
        },

        find(index, text) {
            const {year, words} = readText(index, text);
            const hits = look(index, words, year);
            if (hits.length || !words.length) return {hits, said: ""};
            const unknown = words.filter((word) => !fits().isKnown(index, word));
            if (!unknown.length) return {hits: lookApart(index, words, year), said: "apart"};
            const found = unknown.join(" ");
            const near = unknown.map((word) => fits().nearest(index, word));
            if (near.every((texts) => texts.length)) return {...lookNear(index, words, unknown, near, year), found};
            const known = words.filter((word) => !unknown.includes(word));
            if (known.length) return {hits: lookWhole(index, known, year), said: "partly", found};
            return {hits: look(index, [], year), said: "nothing", found};
        },
    };

    // --- the text ----------------------------------------------------------------------------------------------------

    function readText(index, text) {
        const spaced = fits().plain(text).replace(YEAR, " $1年 ");
        const parts = spaced.split(/[\s,，、;；·+/]+/).filter(Boolean);
        const years = parts.filter((part) => /^[0-9]{4}年$/.test(part));
        const others = parts.filter((part) => !years.includes(part));
        const words = others.flatMap((part) => cut(index, part) ?? [part]);
        return {year: years[0]?.slice(0, 4) ?? "", words: [...new Set(words)].slice(0, MOST_WORDS)};
    }

    // Chinese without blanks: the longest words first of which everything consists that is known; null without any.
    function cut(index, text) {
        if (fits().isKnown(index, text)) return [text];
        if (!new RegExp(`^${HAN}{3,}$`, "u").test(text)) return null;
        const letters = [...text];
        for (let at = letters.length - 1; at > 0; at -= 1) {
            const first = letters.slice(0, at).join("");
            const rest = fits().isKnown(index, first) && cut(index, letters.slice(at).join(""));
            if (rest) return [first, ...rest];
        }
        return null;
    }

    // --- views -------------------------------------------------------------------------------------------------------

    function look(index, words, year) {
        const best = findBest(index, words);
        const every = 2 ** words.length - 1;
        const found = [];
        for (const way of WAYS) {
            for (const {pages, mask, score: ofPage} of namedPages(way, best)) {
                for (const {entries, score, marks} of shareOut(way.kinds, every & ~mask, best)) {
                    pages.forEach((page, order) => {
                        const view = open(index, page, entries, year);
                        if (!view) return;
                        const parts = way.kinds.length + (mask ? 1 : 0);
                        const total = (score + ofPage) / Math.max(1, words.length) - FURTHER * (parts - 1) - 2 * order;
                        found.push({...describe(view, page, entries, marks, year), page, score: total});
                    });
                }
            }
        }
        found.sort((one, other) => other.score - one.score);
        const least = words.length ? FAR_BEHIND * (found[0]?.score ?? 0) : -Infinity;
        return onceEach(found.filter(({score}) => score >= least)).slice(0, MOST);
    }

    function lookWhole(index, words, year) {
        const hits = look(index, words, year);
        return hits.length ? hits : lookApart(index, words, year);
    }

    // With the texts that are nearest in the place of words that nothing has; of one such word with each of its nearest.
    function lookNear(index, words, unknown, near, year) {
        const sets = near.length > 1 ? [near.map(([text]) => text)] : near[0].map((text) => [text]);
        const mended = sets.map((texts) => words.map((word) => texts[unknown.indexOf(word)] ?? word));
        const hits = mended.flatMap((set) => lookWhole(index, set, year));
        return {
            hits: onceEach(hits).slice(0, MOST),
            said: "nearest",
            used: sets.map((texts) => texts.join(" ")).join("、"),
        };
    }

    function lookApart(index, words, year) {
        const each = words.map((word) => look(index, [word], year).slice(0, 6));
        return onceEach(each.flat());
    }

    function onceEach(hits) {
        const byAddress = new Map();
        for (const hit of hits) {
            const address = hit.path + JSON.stringify(hit.query);
            if (!byAddress.has(address)) byAddress.set(address, hit);
        }
        return [...byAddress.values()];
    }

    // By kind and set of words (bits): the entries that have all of them, {entry, score, marks}, the best first.
    function findBest(index, words) {
        const best = {};
        for (const entry of index.every) {
            const matches = words.map((word) => fits().match(word, entry));
            const has = matches.reduce((bits, found, at) => (found ? bits | (1 << at) : bits), 0);
            for (let bits = has; bits > 0; bits = (bits - 1) & has) {
                const own = matches.filter((_, at) => bits & (1 << at));
                const score = own.reduce((sum, found) => sum + found.score, 0);
                const marks = own.flatMap((found) => found.marks);
                ((best[entry.kind] ??= {})[bits] ??= []).push({entry, score, marks});
            }
        }
        for (const sets of Object.values(best)) {
            for (const [bits, list] of Object.entries(sets)) {
                list.sort((one, other) => other.score - one.score);
                sets[bits] = list.slice(0, MOST_OF_KIND);
            }
        }
        return best;
    }

    // The pages that some of the words name, and those that a way opens where no word names any.
    function* namedPages({pages, unnamed}, best) {
        yield {pages: pages.slice(0, unnamed), mask: 0, score: 0};
        for (const [bits, list] of Object.entries(best.page ?? {})) {
            for (const {entry, score} of list) {
                const page = pages.find((name) => window.junheng.paths[name] === entry.key);
                if (page) yield {pages: [page], mask: Number(bits), score};
            }
        }
    }

    // One entry of each kind, so that every word of a set belongs to one of them.
    function* shareOut([kind, ...others], left, best) {
        if (!kind) {
            if (!left) yield {entries: {}, score: 0, marks: {}};
            return;
        }
        for (let bits = left; bits > 0; bits = (bits - 1) & left) {
            for (const {entry, score, marks} of best[kind]?.[bits] ?? []) {
                for (const rest of shareOut(others, left & ~bits, best)) {
                    yield {
                        entries: {[kind]: entry, ...rest.entries},
                        score: score + rest.score,
                        marks: {[kind]: marks, ...rest.marks},
                    };
                }
            }
        }
    }

    // {path, query} of a page that shows some entries, null where it cannot.
    function open(index, page, {indicator, area, domain, type, facility, target}, year) {
        if (year && WITHOUT_YEAR.includes(page)) return null;
        const place = area ? placeOf(index, page, area, indicator) : {};
        if (!place) return null;
        if (type && page === "ATLAS" && type.level !== "held") return null;
        if (domain && !domain.level.includes(page.toLowerCase())) return null;
        if (page === "TARGETS" && !index.hasTargets) return null;
        const query = {
            ...(indicator ? {indicator: indicator.key} : {}),
            ...place,
            ...(domain ? {domain: domain.key} : {}),
            ...(type ? {[page === "ATLAS" ? "facilities" : "type"]: type.key} : {}),
            ...(facility ? {facilities: facility.level, ...(facility.around ? {selected: facility.around} : {})} : {}),
            ...(target ? {article: target.around} : {}),
            ...(year ? {year} : {}),
        };
        return {path: index.paths[page], query};
    }

    // How a page takes an area; null where it does not.
    function placeOf(index, page, {key, level, around}, indicator) {
        if (level === "region") return ["COUNTY", "TARGETS"].includes(page) ? null : {};
        if (page === "OVERVIEW") return null;
        if (page === "COUNTY") return level === "division" ? null : {county: around};
        if (page === "TARGETS") return level === "county" ? {county: key} : null;
        if (level === "division") return {within: key};
        if (level === "county") return {selected: key};
        if (indicator) return indicator.level === "township" ? {level, selected: key} : null;
        return index.townshipIndicator ? {indicator: index.townshipIndicator, level, selected: key} : null;
    }

    function describe(view, page, entries, marks, year) {
        const kinds = Object.keys(entries);
        const name = [];
        const marked = [];
        for (const kind of kinds) {
            if (name.length) name.push(...BETWEEN);
            marked.push(...marks[kind].map((at) => at + name.length));
            name.push(...entries[kind].name);
        }
        const notes = [...new Set(kinds.map((kind) => entries[kind].told).filter(Boolean))];
        const kind = entries.indicator ? "indicator" : (kinds[0] ?? "page");
        return {...view, kind, name: name.join(""), marks: [...new Set(marked)], notes, year};
    }
})();
