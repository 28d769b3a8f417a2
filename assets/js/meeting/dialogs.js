// The dialogs of a meeting, all of them for the keyboard: the slides, the keys, the speaker's note, what to change.
(() => {
    "use strict";

    const {element, table} = window.junheng.dom;
    const words = window.junheng.words.meeting;
    let shown = null; // the dialog that is open
    let openedBy = null; // the key that opened it closes it too

    window.junheng.meetingDialogs = {
        // A dialog tells that it was closed a moment later; keys of that moment are not for it.
        isOpen: () => Boolean(shown?.open),

        // On a page its own keys stand first.
        keys() {
            const [ofMeeting, ...ofPages] = words.keys;
            const isMeeting = document.documentElement.classList.contains("is-meeting");
            const groups = isMeeting ? words.keys : [...ofPages, ofMeeting];
            const parts = groups.flatMap(([head, rows]) => [
                element("h3", {}, head),
                table(
                    "mt-keys",
                    [],
                    rows.map(([keys, meaning]) => [keys.split(" ").map(keycap), meaning]),
                ),
            ]);
            open("keys", words.keys_title, parts);
        },

        note(text) {
            open("note", words.note_title, [element("p", {className: "mt-note"}, text || words.no_note)]);
        },

        // The slides by number; `go` is told which one was chosen.
        overview(slides, at, go) {
            const buttons = slides.map(({title, note}, index) =>
                element("button", {type: "button", className: "mt-slide", onclick: () => leave(() => go(index))}, [
                    element("span", {className: "mt-slide-number"}, String(index + 1)),
                    element("strong", {}, title),
                    note ? element("span", {className: "mt-slide-note"}, note) : null,
                ]),
            );
            buttons[at].setAttribute("aria-current", "true");
            open("overview", words.overview_title, [element("div", {className: "mt-slides"}, buttons)]);
            buttons[at].focus();
        },

        // Columns of entries, of which the reader chooses one; what it changes stands behind the dialog.
        choose(read) {
            if (!read().some(({entries}) => entries.length)) {
                window.junheng.covers.say(words.no_choice);
                return;
            }
            const columns = element("div", {className: "mt-columns"});
            open("choose", words.choose_title, [columns, element("p", {className: "mt-hint"}, words.choose_hint)]);
            fillColumns(columns, read);
            focusLast(columns);
        },

        // What a key does in the dialog that is open; Tab, Enter and space are the browser's.
        press(event, action) {
            const buttons = [...shown.querySelectorAll(".mt-slide, .mt-entry")];
            const at = buttons.indexOf(document.activeElement);
            if (event.key === "Escape" || action === openedBy) {
                shown.close();
            } else if (event.key.startsWith("Arrow") && buttons.length) {
                buttons[stepped(buttons, at, event.key)].focus();
            } else if (["Home", "End"].includes(event.key) && buttons.length) {
                buttons.at(event.key === "Home" ? 0 : -1).focus();
            } else if (action?.digit && openedBy === "overview") {
                buttons[Number(action.digit) - 1]?.focus();
            } else {
                return false;
            }
            return true;
        },

        close() {
            shown?.close();
        },
    };

    function open(name, title, parts) {
        shown?.close();
        const close = element("button", {type: "button", className: "mt-close", title: words.close}, "×");
        const dialog = element("dialog", {className: `mt-dialog mt-dialog-${name}`, ariaLabel: title}, [
            element("header", {}, [element("h2", {}, title), close]),
            ...parts,
        ]);
        close.addEventListener("click", () => dialog.close());
        dialog.addEventListener("close", () => {
            dialog.remove();
            if (shown === dialog) shown = null;
        });
        document.body.append(dialog);
        dialog.showModal();
        shown = dialog;
        openedBy = name;
        close.blur();
    }

    function leave(then) {
        shown?.close();
        then();
    }

    function keycap(key) {
        return element("kbd", {}, key);
    }

    function fillColumns(host, read) {
        host.replaceChildren(
            ...read().map(({entries, now, choose}, column, every) =>
                element(
                    "div",
                    {className: "mt-column"},
                    entries.map(({value, label}) => {
                        const entry = element("button", {type: "button", className: "mt-entry"}, label);
                        entry.setAttribute("aria-pressed", String(value === now));
                        entry.addEventListener("click", () => {
                            choose(value);
                            if (column === every.length - 1) leave(() => {});
                            else refill(host, read);
                        });
                        return entry;
                    }),
                ),
            ),
        );
    }

    // What a first column changes decides what the next one holds, once the page has it.
    function refill(host, read) {
        const before = JSON.stringify(read().map(({entries}) => entries));
        const look = (left) => {
            if (!host.isConnected || !left) return;
            if (JSON.stringify(read().map(({entries}) => entries)) === before) {
                setTimeout(look, 100, left - 1);
                return;
            }
            fillColumns(host, read);
            focusLast(host);
        };
        look(50);
    }

    function focusLast(host) {
        const last = host.lastElementChild;
        (last.querySelector("[aria-pressed=true]") ?? last.querySelector(".mt-entry"))?.focus();
    }

    // Up and down within a column or row of a grid, left and right to the one beside it.
    function stepped(buttons, at, key) {
        if (at < 0) return 0;
        const here = buttons[at].getBoundingClientRect();
        const side = {ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0]}[key];
        const distance = (button) => {
            const there = button.getBoundingClientRect();
            const [across, down] = [there.left - here.left, there.top - here.top];
            const along = across * side[0] + down * side[1];
            return along > 1 ? along + 3 * Math.abs(across * side[1] + down * side[0]) : Infinity;
        };
        const next = buttons.reduce((best, button) => (distance(button) < distance(best) ? button : best));
        return distance(next) === Infinity ? at : buttons.indexOf(next);
    }
})();
