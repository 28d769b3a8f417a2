// What a key asks for: on a page, and in a meeting. layouts/words/messages/meeting.py says the same in words.
(() => {
    "use strict";

    const IN_MEETING = {
        ...{ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "previous", PageUp: "previous"},
        ...{Home: "first", End: "last", Enter: "go", o: "overview", Backspace: "restore", Escape: "leave"},
        ...{ArrowUp: "later", ".": "later", ArrowDown: "earlier", ",": "earlier", p: "play"},
        ...{i: "choose", c: "chart", l: "spotlight", b: "black", w: "white", n: "note", f: "full", "?": "keys"},
        ...{"+": "closer", "=": "closer", "-": "further", r: "whole"},
    };
    const STEPS = ["next", "previous", "later", "earlier", "closer", "further"];
    const ON_PAGE = {f: "present", "?": "keys"};
    const WIDE = {"？": "?", "。": ".", "，": ",", "＋": "+", "－": "-"}; // what a Chinese keyboard writes
    const FIELDS = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea, [contenteditable=true]";

    window.junheng.meetingKeys = {
        // The name of an action, {digit}, or null where the key asks for nothing. A key that is held steps, and no more.
        inMeeting(event) {
            const key = plain(event);
            if (key && /^[0-9]$/.test(key)) return {digit: key};
            const action = IN_MEETING[key] ?? null;
            return event.repeat && !STEPS.includes(action) ? null : action;
        },

        // Nothing is meant for a meeting while somebody writes into a field.
        onPage(event) {
            return event.repeat || event.target?.closest?.(FIELDS) ? null : (ON_PAGE[plain(event)] ?? null);
        },

        // Others are the browser's: F11, a key with Ctrl, Alt or the like.
        isOurs(event) {
            return !isWithModifier(event) && !/^(F\d+|Shift|CapsLock)$/.test(event.key);
        },
    };

    function isWithModifier({altKey, ctrlKey, metaKey}) {
        return Boolean(altKey || ctrlKey || metaKey);
    }

    function plain(event) {
        if (isWithModifier(event) || event.isComposing) return null;
        const key = WIDE[event.key] ?? event.key;
        return key.length === 1 ? key.toLowerCase() : key;
    }
})();
