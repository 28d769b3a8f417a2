// What is made of the storyboard that is open: a talk, a link, a file, documents.
(() => {
    "use strict";

    const {limits, words} = window.junheng.storyboardForm;
    const {fill} = window.junheng.format;
    const {element} = window.junheng.dom;
    const {storyboard} = window.junheng;
    const KEPT = 10_000; // milliseconds that a file stands ready to be saved

    storyboard.uses = {
        present() {
            storyboard.panel.close();
            window.junheng.meeting.present(storyboard.shelf.current().slides.map(withMarks));
        },

        // What a slide shows, with the marks on its map.
        show: (slide) => storyboard.uses.goTo(window.junheng.marks.addressOf(slide)),

        // A page in other groups than this document's is another document.
        goTo(address) {
            const groups = (query) => new URLSearchParams(query).get("groups");
            if (groups(address.split("?")[1]) === groups(window.location.search)) window.junheng.goTo(address);
            else window.location.assign(address);
        },

        async copyLink() {
            const board = storyboard.shelf.current();
            const link = `${window.location.origin}/${await storyboard.pack(board)}`;
            const {length} = link;
            const isLong = length > limits.link;
            if (!isLong) await window.junheng.copyText(link);
            const text = isLong ? words.link_too_long : words.link_copied;
            storyboard.panel.tell(fill(text, {length, most: limits.link, count: board.slides.length}));
        },

        saveFile() {
            const board = storyboard.shelf.current();
            const url = URL.createObjectURL(new Blob([JSON.stringify(board, null, 1)], {type: "application/json"}));
            element("a", {href: url, download: fill(words.file_name, {title: board.title})}).click();
            setTimeout(() => URL.revokeObjectURL(url), KEPT);
        },

        openFile() {
            const chosen = element("input", {type: "file", accept: ".json,application/json"});
            chosen.addEventListener("change", async () =>
                storyboard.take(await chosen.files[0].text(), words.opened_file),
            );
            chosen.click();
        },

        // Have a document made; it is fetched from the page of packs.
        async make(output) {
            try {
                const board = storyboard.shelf.current();
                const {job} = await storyboard.ask({act: "make", board, outputs: [output]});
                storyboard.listJob(job);
                const press = () => {
                    storyboard.panel.close();
                    storyboard.uses.goTo("/briefing");
                };
                storyboard.panel.tell(words.making, {label: words.see_making, press});
            } catch (fault) {
                storyboard.panel.tell(fault.message);
            }
        },
    };

    function withMarks(slide) {
        return {...slide, address: window.junheng.marks.addressOf(slide)};
    }
})();
