// The maps of a version before and after: of the indicator or kind that is chosen, in a year of its own.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const page = window.junheng.data;
    let compared = null; // the version, its state, and the years of each subject

    page.painters[DataView.COMPARED] = (picture, part) => {
        compared = part;
        draw(picture, page.value(DataView.MAP_SUBJECT), page.value(DataView.MAP_YEAR));
    };

    async function draw(picture, subject, year) {
        const words = page.texts.words;
        const query = new URLSearchParams({subject, year, state: compared.state});
        showStatus(picture, words.drawing);
        const url = `${page.PATH}/versions/${compared.version}/compare.svg?${query}`;
        const drawn = await window.junheng.pictures.load(picture, url, (message) => showStatus(picture, message));
        if (drawn !== null) showStatus(picture, drawn ? "" : words.not_drawn);
    }

    function showStatus(picture, message) {
        const status = picture.nextElementSibling;
        status.textContent = message;
        status.classList.toggle("dp-off", !message);
        picture.classList.toggle("dp-off", Boolean(message));
    }

    document.addEventListener("change", ({target}) => {
        const picture = page.find(DataView.COMPARED);
        if (target.id === DataView.MAP_YEAR) draw(picture, page.value(DataView.MAP_SUBJECT), target.value);
        if (target.id !== DataView.MAP_SUBJECT) return;
        const options = compared.years[target.value].map(([value, label]) => ({value, label}));
        window.dash_clientside.set_props(DataView.MAP_YEAR, {options, value: options[0].value});
        draw(picture, target.value, options[0].value);
    });
})();
