// How a word of the search fits a name: as it is written, by pinyin, by other words, and what it comes nearest to. Nothing
// here knows of the document.
//
//   searchMatch.readRow(kind, row)   an entry of a row of callbacks/frame/search.py
//   searchMatch.match(word, entry)   {score, marks}: `marks` are the places of the letters that are meant; or null
//   searchMatch.isKnown(index, word) whether any entry has it
//   searchMatch.nearest(index, word) texts of names that it may have been meant for
(() => {
    "use strict";

    const LATIN = /^[a-z0-9_]+$/;
    const MOST_NEAR = 6; // texts that are offered for one that is not found

    window.junheng.searchMatch = {plain, readRow, match, isKnown, nearest};

    function readRow(kind, [key, name, pinyin, words, note, level, around]) {
        const syllables = pinyin.split(" ").map((readings) => readings.split("/"));
        const lower = plain(name);
        return {kind, key, name, lower, syllables, words: plain(words), note: plain(note), told: note, level, around};
    }

    function plain(text) {
        return text.normalize("NFKC").toLowerCase();
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

    // --- what is not found -------------------------------------------------------------------------------------------

    // The parts of names, or the English words, that a word comes nearest to, those that begin as it does first; none
    // where all are too far away.
    function nearest(index, word) {
        const letters = [...word];
        const most = Math.min(Math.max(1, Math.floor(letters.length / 2)), letters.length - 1);
        let best = {distance: most, texts: new Map()}; // by text where in a name it stands
        for (const entry of index.every) {
            const texts = LATIN.test(word) ? latinWords(entry) : windows([...entry.lower], letters.length);
            texts.forEach((text, at) => {
                if (Math.abs([...text].length - letters.length) > best.distance) return;
                const distance = editDistance(letters, [...text]);
                if (distance < best.distance) best = {distance, texts: new Map()};
                if (distance === best.distance) best.texts.set(text, Math.min(at, best.texts.get(text) ?? at));
            });
        }
        const far = ([text, at]) => (text[0] === word[0] ? 0 : 2) + (at ? 1 : 0);
        const sorted = [...best.texts].sort((one, other) => far(one) - far(other));
        return sorted.slice(0, MOST_NEAR).map(([text]) => text);
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
