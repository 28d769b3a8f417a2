// A storyboard in a link: behind "#", which no server sees, packed. A link that was cut gives what is before the cut.
(() => {
    "use strict";

    const {words} = window.junheng.storyboardForm;
    const MARK = "#storyboard=";
    const PLAIN = "{".charCodeAt(0); // where a browser cannot pack, the text itself

    // The part of a link from "#" on.
    async function pack(board) {
        const text = new TextEncoder().encode(JSON.stringify(board));
        const canPack = typeof CompressionStream === "function";
        return MARK + toLetters(canPack ? (await pipe(text, new CompressionStream("deflate"))).bytes : text);
    }

    // {text, fault}: the text in a link, null where it bears none; what of it could be unpacked.
    async function unpack(hash) {
        if (!hash.startsWith(MARK)) return null;
        const packed = fromLetters(hash.slice(MARK.length));
        if (packed[0] === PLAIN) return {text: decode(packed), fault: ""};
        if (typeof DecompressionStream !== "function") return {text: "", fault: words.no_inflate};
        const {bytes, isWhole} = await pipe(packed, new DecompressionStream("deflate"));
        const text = decode(bytes);
        return {text: isWhole ? text : text.replace(/\}\s*$/, ""), fault: ""}; // not whole, whatever it looks like
    }

    // What comes out at the other end, up to where it breaks. All of it is read before the end is told: what is not read
    // by then is lost where it breaks.
    async function pipe(bytes, through) {
        const writer = through.writable.getWriter();
        const chunks = [];
        const isWhole = collect(through.readable.getReader(), chunks);
        await writer.write(bytes).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve));
        await writer.close().catch(() => {});
        return {isWhole: await isWhole, bytes: join(chunks)};
    }

    // Whether all of a stream could be read into a list of chunks.
    async function collect(reader, chunks) {
        try {
            for (;;) {
                const {done, value} = await reader.read();
                if (done) return true;
                chunks.push(value);
            }
        } catch {
            return false;
        }
    }

    function join(chunks) {
        const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
        let at = 0;
        for (const chunk of chunks) {
            joined.set(chunk, at);
            at += chunk.length;
        }
        return joined;
    }

    function decode(bytes) {
        return new TextDecoder().decode(bytes);
    }

    // base64 in letters that an address keeps.
    function toLetters(bytes) {
        const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
        return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    }

    // What a program put behind a link, such as a full stop, is none of it; nor is what is left of a letter.
    function fromLetters(text) {
        const [letters] = text.match(/^[\w-]*/);
        const whole = letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0));
        const binary = atob(whole.replaceAll("-", "+").replaceAll("_", "/"));
        return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    }

    Object.assign(window.junheng.storyboard, {pack, unpack});
})();
