// The dialog that makes a picture: the address of the page with a few options is the address of the picture.
(() => {
    "use strict";

    const {Export, Shell} = window.junheng.ids;

    window.dash_clientside = window.dash_clientside || {};

    const PREVIEW_DPI = 96;
    const PAUSE = 300; // milliseconds without a change before a preview is drawn
    let waiting = null; // the preview that is about to be asked for
    let asked = null; // the one that is on its way
    let shown = null; // the address of the image that is shown
    let said = null; // the words of the dialog

    const office = () => document.getElementById(Shell.BAR).dataset.office; // makes the pictures, unless one says another

    window.dash_clientside.export_dialog = {
        // Pages that have pictures have tables too.
        show_buttons(pathname, choices) {
            const hidden = !(pathname in choices.kinds);
            return [hidden, hidden];
        },

        open_dialog(clicks, kind, maker, choices) {
            const {no_update} = window.dash_clientside;
            const kinds = choices.kinds[window.location.pathname];
            if (!clicks || !kinds) return Array(4).fill(no_update);
            const drawable = kinds.some((each) => each.value === kind);
            return [true, kinds, drawable ? kind : kinds[0].value, maker || office()];
        },

        offer_sizes(size, resolutions, choices) {
            const fixed = Boolean(choices.sizes[size]?.fixed);
            return [size in choices.sizes, resolutions.map((each) => ({...each, disabled: fixed}))];
        },

        keep_maker(maker, open) {
            return open ? maker : window.dash_clientside.no_update;
        },

        // Each change gives another address to download and has another preview drawn.
        compose_picture(open, kind, size, width, height, dpi, grey, format, maker, approval, choices) {
            stop();
            const {words} = choices;
            said = words;
            if (!open || !kind) return [null, "btn btn-primary disabled", ""];
            const sheet =
                size in choices.sizes ? named(choices.sizes[size], dpi) : own(width, height, dpi, choices.range);
            if (!sheet) {
                show({message: words.own_size});
                return [null, "btn btn-primary disabled", ""];
            }
            const options = {grey, maker: (maker || "").trim(), approval: (approval || "").trim()};
            const written = size in choices.sizes ? size : sheet.pixels.join("x");
            preview(address(choices.url, kind, "png", {...small(sheet, choices.range), ...options}), words);
            const pixels = window.junheng.format.fill(words.pixels, {width: sheet.pixels[0], height: sheet.pixels[1]});
            const picture = address(choices.url, kind, format, {size: written, dpi, ...options});
            return [picture, "btn btn-primary", format === "png" ? pixels : words.vector];
        },

        copy_address(clicks, picture, choices) {
            const {no_update, set_props} = window.dash_clientside;
            if (!clicks || !picture) return no_update;
            window.junheng.copyText(new URL(picture, choices.site || window.location.href).href).then(() => {
                set_props(Export.COPY, {children: choices.words.copied});
                setTimeout(() => set_props(Export.COPY, {children: choices.words.copy}), 1600);
            });
            return no_update;
        },
    };

    function named(size, dpi) {
        return {inches: size.inches, pixels: size.pixels[dpi]};
    }

    function own(width, height, dpi, [smallest, largest]) {
        const pixels = [width, height].map(Number);
        if (!pixels.every((side) => Number.isInteger(side) && side >= smallest && side <= largest)) return null;
        return {inches: pixels.map((side) => side / dpi), pixels};
    }

    // The same sheet with fewer dots: text and lines keep their share of it.
    function small({inches}, [smallest]) {
        const dpi = Math.max(PREVIEW_DPI, Math.ceil((smallest + 1) / Math.min(...inches)));
        return {size: inches.map((side) => Math.round(side * dpi)).join("x"), dpi};
    }

    function address(url, kind, format, options) {
        const query = new URLSearchParams(window.location.search);
        for (const [name, value] of Object.entries(options)) {
            if (value && value !== "0") query.set(name, value);
        }
        return `${url}${kind}.${format}?${query}`;
    }

    function stop() {
        clearTimeout(waiting);
        if (asked) asked.abort();
        asked = null;
    }

    function preview(url, words) {
        show({message: words.drawing, keep: true});
        waiting = setTimeout(async () => {
            const mine = new AbortController();
            asked = mine;
            try {
                const tell = (message) =>
                    show({message: window.junheng.format.fill(words.queued, {message}), keep: true});
                const answer = await window.junheng.pictures.fetched(url, tell, mine.signal);
                if (answer.ok) show({image: URL.createObjectURL(await answer.blob())});
                else show({message: await refusal(answer, words)});
            } catch {
                if (!mine.signal.aborted) show({message: words.unreachable});
            }
        }, PAUSE);
    }

    // A picture is drawn in its turn before its link is followed, so that the download begins at once or not at all.
    document.addEventListener("click", async (event) => {
        const link = event.target.closest?.(`#${Export.SAVE}`);
        const url = link?.getAttribute("href");
        if (!url || link.dataset.drawn === url) return;
        event.preventDefault();
        if (link.dataset.waits) return;
        const label = link.textContent;
        link.dataset.waits = "1";
        const answer = await window.junheng.pictures
            .fetched(url, (message) => (link.textContent = message))
            .catch(() => null);
        link.textContent = label;
        delete link.dataset.waits;
        if (!answer?.ok) {
            show({message: answer ? await refusal(answer, said) : said.unreachable});
        } else if (link.getAttribute("href") === url) {
            link.dataset.drawn = url;
            link.click();
        }
    });

    async function refusal(answer, words) {
        const told = await answer.json().catch(() => null);
        const message = told?.error?.message || `${answer.status} ${answer.statusText}`;
        return window.junheng.format.fill(answer.status === 422 ? words.no_glyph : words.failed, {message});
    }

    // An image, or a message: over the image before it while the next one is drawn, else in its place.
    function show({image = null, message = "", keep = false}) {
        const {set_props} = window.dash_clientside;
        set_props(Export.MESSAGE, {children: message});
        if (keep) {
            set_props(Export.PREVIEW, {className: "xp-image is-old"});
            return;
        }
        if (shown) URL.revokeObjectURL(shown);
        shown = image;
        set_props(Export.PREVIEW, {src: image, hidden: !image, className: "xp-image"});
        if (!image) set_props(Export.SAVE, {className: "btn btn-primary disabled"});
    }
})();
