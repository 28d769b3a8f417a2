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
    const LATIN = /^[a-z0-9_]+$/;
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
        {kinds: ["target"], pages: ["TARGETS"], unnamed: 1},
        {kinds: [], pages: ["OVERVIEW", "ATLAS", "TARGETS", "GAP", "COUNTY", "COVERAGE", "PACKS", "DATA"], unnamed: 6},
    ];
    const WITHOUT_YEAR = ["PACKS", "DATA"];

    window.junheng.searchRank = {
        read({entries, township_indicator: townshipIndicator}) {
            const every = Object.entries(entries).flatMap(([kind, rows]) => rows.map((row) => readRow(kind, row)));
            return {every, townshipIndicator, hasTargets: entries.target.length > 0, paths: window.junheng.paths};
        },

        find(index, text) {
            const {year, words} = readText(index, text);
            const hits = look(index, words, year);
            if (hits.length || !words.length) return {hits, said: ""};
            const unknown = words.filter((word) => !isKnown(index, word));
            if (!unknown.length) return {hits: lookApart(index, words, year), said: "apart"};
            const near = unknown.map((word) => nearest(index, word));
            const mended = words.map((word) => near[unknown.indexOf(word)] ?? word);
            const found = unknown.join(" ");
            if (near.every((word) => word !== null)) {
                const mendedHits = look(index, mended, year);
                const used = near.join(" ");
                return {
                    hits: mendedHits.length ? mendedHits : lookApart(index, mended, year),
                    said: "nearest",
                    found,
                    used,
                };
            }
            const known = words.filter((word) => !unknown.includes(word));
            const rest = known.length ? lookApart(index, known, year) : [];
            return {hits: rest.length ? rest : look(index, [], year), said: rest.length ? "partly" : "nothing", found};
        },
    };

    function readRow(kind, [key, name, pinyin, words, note, level, around]) {
        const syllables = pinyin.split(" ").map((readings) => readings.split("/"));
        const lower = plain(name);
        return {kind, key, name, lower, syllables, words: plain(words), note: plain(note), told: note, level, around};
    }

    function plain(text) {
        return text.normalize("NFKC").toLowerCase();
    }

    // --- the text ----------------------------------------------------------------------------------------------------

    function readText(index, text) {
        const spaced = plain(text).replace(YEAR, " $1年 ");
        const parts = spaced.split(/[\s,，、;；·+/]+/).filter(Boolean);
        const years = parts.filter((part) => /^[0-9]{4}年$/.test(part));
        const others = parts.filter((part) => !years.includes(part));
        const words = others.flatMap((part) => cut(index, part) ?? [part]);
        return {year: years[0]?.slice(0, 4) ?? "", words: [...new Set(words)].slice(0, MOST_WORDS)};
    }

    // Chinese without blanks: the longest words first of which everything consists that is known; null without any.
    function cut(index, text) {
        if (isKnown(index, text)) return [text];
        if (!new RegExp(`^${HAN}{3,}$`, "u").test(text)) return null;
        const letters = [...text];
        for (let at = letters.length - 1; at > 0; at -= 1) {
            const first = letters.slice(0, at).join("");
            const rest = isKnown(index, first) && cut(index, letters.slice(at).join(""));
            if (rest) return [first, ...rest];
        }
        return null;
    }

    function isKnown(index, word) {
        return index.every.some((entry) => match(word, entry));
    }

    // --- one word and one entry --------------------------------------------------------------------------------------

    // {score, marks} or null. Names come before spellings, spellings before other words.
    function match(word, entry) {
        const {lower, words, note} = entry;
        const length = [...word].length;
        const share = length / [...lower].length;
        const at = lower.indexOf(word);
        if (at >= 0) return {score: (at ? 74 : 86) + 14 * share, marks: span([...lower.slice(0, at)].length, length)};
        if (LATIN.test(word)) return spelled(word, entry) ?? inWords(word, words);
        const scattered = length > 1 ? subsequence([...word], [...lower]) : null;
        if (scattered) return {score: 58 + 10 * share, marks: scattered};
        if (words.includes(word)) return {score: 55, marks: []};
        return note.includes(word) ? {score: 40, marks: []} : null;
    }

    function span(from, length) {
        return Array.from({length}, (_, step) => from + step);
    }

    function subsequence(letters, within) {
        const marks = [];
        for (const letter of letters) {
            const at = within.indexOf(letter, marks.length ? marks.at(-1) + 1 : 0);
            if (at < 0) return null;
            marks.push(at);
        }
        return marks;
    }

    // Pinyin: syllables that stand beside each other, each in full or by its initial; the last one cut off anywhere.
    function spelled(word, {syllables}) {
        let best = null;
        for (let from = 0; from < syllables.length; from += 1) {
            const count = walk(word, syllables, from);
            if (!count) continue;
            const letters = syllables.slice(from, from + count).reduce((sum, [first]) => sum + first.length, 0);
            const whole = Math.min(1, word.length / letters); // 1 where every syllable is written out
            const score = (from ? 46 : 62) + 12 * whole + (14 * count) / syllables.length;
            if ((word.length > 1 || !from) && score > (best?.score ?? 0)) best = {score, marks: span(from, count)};
        }
        return best;
    }

    // How many syllables a word spells from one on, 0 if it does not.
    function walk(word, syllables, at) {
        if (!word) return 0;
        for (const reading of syllables[at] ?? []) {
            let length = 0;
            while (length < word.length && word[length] === reading[length]) length += 1;
            for (; length > 0; length -= 1) {
                if (length === word.length) return 1;
                const isSpelled = [1, initialOf(reading), reading.length].includes(length);
                const rest = isSpelled && walk(word.slice(length), syllables, at + 1);
                if (rest) return rest + 1;
            }
        }
        return 0;
    }

    function initialOf(reading) {
        return /^[zcs]h/.test(reading) ? 2 : 1;
    }

    // English: whole words before beginnings of words.
    function inWords(word, words) {
        const parts = words.split(/[\s_()/,-]+/);
        const begins = (part) => part.startsWith(word) && (word.length > 1 || part === word);
        if (!parts.some(begins) && !words.includes(`_${word}`)) return null;
        return {score: (parts.includes(word) ? 58 : 44) + 30 * (word.length / words.length), marks: []};
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
        const seen = new Set();
        const least = words.length ? FAR_BEHIND * (found[0]?.score ?? 0) : -Infinity;
        const near = found.filter(({path, query, score}) => score >= least && add(seen, path + JSON.stringify(query)));
        return near.slice(0, MOST);
    }

    function lookApart(index, words, year) {
        const each = words.map((word) => look(index, [word], year).slice(0, 6));
        const seen = new Set();
        return each.flat().filter(({path, query}) => add(seen, path + JSON.stringify(query)));
    }

    function add(seen, key) {
        if (seen.has(key)) return false;
        return Boolean(seen.add(key));
    }

    // By kind and set of words (bits): the entries that have all of them, {entry, score, marks}, the best first.
    function findBest(index, words) {
        const best = {};
        for (const entry of index.every) {
            const matches = words.map((word) => match(word, entry));
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
    function open(index, page, {indicator, area, domain, type, target}, year) {
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

    // --- what is not found -------------------------------------------------------------------------------------------

    // The part of a name, or the English word, that a word comes nearest to; null where all are too far away.
    function nearest(index, word) {
        const letters = [...word];
        const most = Math.max(1, Math.floor(letters.length / 2));
        let best = {distance: Math.min(most, letters.length - 1) + 1, text: null};
        for (const entry of index.every) {
            for (const text of LATIN.test(word) ? latinWords(entry) : windows([...entry.lower], letters.length)) {
                if (Math.abs(text.length - letters.length) >= best.distance) continue;
                const distance = editDistance(letters, [...text]);
                if (distance < best.distance) best = {distance, text};
            }
        }
        return best.text;
    }

    function latinWords({words, syllables}) {
        const readings = syllables.map(([first]) => first).filter((reading) => LATIN.test(reading));
        const starts = readings.map((_, at) => readings.slice(0, at + 1).join(""));
        return [...words.split(/[\s_()/,-]+/).filter((part) => LATIN.test(part)), ...starts];
    }

    function windows(letters, length) {
        if (letters.length <= length) return [letters.join("")];
        return letters.slice(0, letters.length - length + 1).map((_, at) => letters.slice(at, at + length).join(""));
    }

    function editDistance(one, other) {
        let row = other.map((_, at) => at + 1);
        one.forEach((letter, down) => {
            let [corner, left] = [down, down + 1];
            row = row.map((above, at) => {
                left = Math.min(above + 1, left + 1, corner + (letter === other[at] ? 0 : 1));
                corner = above;
                return left;
            });
        });
        return row.at(-1) ?? one.length;
    }
})();
