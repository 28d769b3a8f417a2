// One document shows one division of the counties: a slide in other groups is shown by another document, in which the
// meeting goes on. The browser leaves full screen for that, and lets it back with the next key.
(() => {
    "use strict";

    const KEY = "junheng-meeting";
    const groupsIn = (address) => new URLSearchParams(address.split("?")[1]).get("groups") ?? "";
    const kept = take();

    window.junheng.meetingDocuments = {
        // Whether this document shows an address: in its groups, or in those that it was opened with, which the server
        // may have written otherwise.
        shows: (address) => [groupsIn(window.location.search), kept?.groups].includes(groupsIn(address)),

        // `meeting` is {slides, at, start}, null where none goes on.
        open(address, meeting) {
            const isFull = Boolean(document.fullscreenElement);
            const text = JSON.stringify({...meeting, isFull, groups: groupsIn(address)});
            if (meeting) window.sessionStorage.setItem(KEY, text);
            window.location.assign(address);
        },
    };

    function take() {
        try {
            const text = window.sessionStorage.getItem(KEY);
            window.sessionStorage.removeItem(KEY);
            return JSON.parse(text);
        } catch {
            return null; // the browser keeps nothing, or somebody else wrote it
        }
    }

    // When all scripts are there, and the page.
    setTimeout(async () => {
        if (!kept) return;
        await window.junheng.storyboard.ready;
        window.junheng.meeting.resume(kept);
    });
})();
