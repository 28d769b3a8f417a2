// The storyboards' scripts, with words that name themselves.
import {loadWith} from "../scripts.mjs";

const limits = {
    format: 1,
    slides: 4,
    title: 10,
    note: 20,
    address: 200,
    marks: 2,
    mark_letters: 6,
    all_letters: 10,
    link: 16000,
};
const words = new Proxy({untitled: "新{number}", copy_title: "{title}二"}, {get: (own, key) => own[key] ?? key});
const storyboardForm = {limits, words};
const SCRIPTS = ["format.js", "marks/marks.js", ...["boards", "reader", "link"].map((name) => `storyboard/${name}.js`)];

export const {boards, read, pack, unpack} = loadWith({junheng: {storyboardForm}}, ...SCRIPTS).storyboard;

// The shelf of somebody with an account, or of nobody, with what it asks and what the browser keeps; `answer` is the
// server's to an order.
export function loadShelf(name, answer) {
    const asked = [];
    const kept = {};
    const ask = async (order) => {
        const {act, board} = order;
        asked.push(board ? `${act} ${board.title} ${board.revision}` : act);
        return answer(order);
    };
    const localStorage = {getItem: (key) => kept[key] ?? null, setItem: (key, text) => (kept[key] = text)};
    const timers = new Map();
    const clock = {
        setTimeout(work, _pause, ...parts) {
            timers.set(timers.size + 1, () => work(...parts));
            return timers.size;
        },
        clearTimeout: (timer) => timers.delete(timer),
    };
    // Everything that waits for its time has it now.
    const elapse = async () => {
        const due = [...timers.values()];
        timers.clear();
        await Promise.all(due.map((work) => work()));
    };
    const browser = {junheng: {storyboardForm, account: async () => ({name})}, localStorage, clock};
    const beside = ({storyboard}) => Object.assign(storyboard, {ask, panel: {repaint() {}}});
    const {storyboard} = loadWith(browser, ...SCRIPTS, beside, "storyboard/shelf.js");
    return {...storyboard, asked, kept, elapse};
}

// A storyboard of slides of these addresses.
export function boardOf(...addresses) {
    return boards.make(
        "汇报",
        addresses.map((address) => boards.slide(address, "页")),
    );
}

export function addressesOf(board) {
    return Array.from(board.slides, ({address}) => address).join(" ");
}
