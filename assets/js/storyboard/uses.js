// What is made of the storyboard that is open: a talk, a link, a file, documents.
(() => {
    "use strict";

    const {limits, snapshot, words} = window.junheng.storyboardForm;
    const {fill} = window.junheng.format;
    const {element} = window.junheng.dom;
    const {storyboard} = window.junheng;
    const LOOK = 1000; // milliseconds between two looks at a job
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

        // Have a file made that shows a storyboard without the program, and fetch it as soon as it is there.
        async saveSnapshot(board) {
            if (!board) {
                storyboard.tell(words.not_a_view);
                return;
            }
            try {
                storyboard.tell(words.snapshot_making);
                const {job} = await storyboard.ask({act: "make", board, outputs: [snapshot]});
                storyboard.listJob(job);
                const [href, name, size] = await waitForFile(job);
                element("a", {href, download: name}).click();
                storyboard.tell(fill(words.snapshot_done, {size: `${(size / 1e6).toFixed(1)} MB`}));
            } catch (fault) {
                storyboard.tell(fill(words.snapshot_failed, {reason: fault.message}));
            }
        },

        // Have a document made; it is fetched from the page of packs.
        async make(output) {
            if (output === snapshot) {
                await storyboard.uses.saveSnapshot(storyboard.shelf.current());
                return;
            }
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

    async function waitForFile(job) {
        for (let told = ""; ;) {
            const {file, text = ""} = await storyboard.ask({act: "watch", job});
            if (file) return file;
            if (text && text !== told) storyboard.tell(fill(words.snapshot_step, {text}));
            told = text;
            await new Promise((resolve) => setTimeout(resolve, LOOK));
        }
    }

    function withMarks(slide) {
        return {...slide, address: window.junheng.marks.addressOf(slide)};
    }
})();
