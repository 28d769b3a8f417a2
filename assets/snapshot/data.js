// The first script of an offline snapshot: what the others are given, out of the data that stand in the file
// (callbacks/storyboard/snapshot.py). Those of assets/js among them find their words where the program has them.
(() => {
    "use strict";

    const content = JSON.parse(document.getElementById("snapshot-data").textContent);
    window.junheng = {words: content.words, snapshot: {content, words: content.words.file}};
})();
