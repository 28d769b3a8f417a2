// Step 1 of an import: a file is sent as a stream, while its progress is shown.
(() => {
    "use strict";

    const {DataView} = window.junheng.ids;
    const {element} = window.junheng.dom;
    const page = window.junheng.data;

    page.painters[DataView.FILE] = (place) => {
        const input = element("input", {type: "file", id: "dp-file"});
        input.addEventListener("change", () => {
            send(input.files[0]);
            input.value = ""; // the same file may be chosen again
        });
        place.replaceChildren(input);
    };

    async function send(file) {
        const order = file && page.orders.readStart();
        if (!order) return;
        const {words, largest, limit} = page.texts;
        if (file.size > largest) {
            const size = `${(file.size / 1048576).toFixed(1)} MB`;
            page.tell(page.fill(words.too_large, {name: file.name, size, limit}), "bad");
            return;
        }
        page.tell("");
        showProgress(0);
        const {csrf_token} = await window.junheng.account(true);
        const answer = await stream(file, order.kind, csrf_token);
        showProgress(null);
        if (answer.error) {
            page.tellError(answer.error);
        } else {
            page.orders.save(answer.upload, order);
            page.go({upload: answer.upload});
        }
    }

    // fetch does not tell how much of a file was sent.
    function stream(file, kind, token) {
        const form = new FormData();
        form.append("kind", kind);
        form.append("file", file, file.name);
        return new Promise((resolve) => {
            const asking = new XMLHttpRequest();
            asking.open("POST", `${page.PATH}/uploads`);
            asking.setRequestHeader("X-CSRFToken", token || "");
            asking.upload.onprogress = ({loaded, total}) => showProgress(Math.floor((100 * loaded) / total));
            asking.onload = () => resolve(read(asking));
            asking.onerror = () => resolve({error: {message: page.texts.words.unreachable}});
            asking.send(form);
        });
    }

    function read({status, responseText}) {
        return status === 201 ? JSON.parse(responseText) : {error: page.readError(responseText, status)};
    }

    function showProgress(percent) {
        const {reading, uploading} = page.texts.words;
        const box = page.body().querySelector(".dp-uploading");
        if (!box) return; // the reader went elsewhere meanwhile
        box.classList.toggle("dp-off", percent === null);
        box.querySelector("progress").value = percent || 0;
        const message = percent === 100 ? reading : page.fill(uploading, {percent: percent || 0});
        box.querySelector("span").textContent = message;
    }

    document.addEventListener("change", ({target}) => {
        if (target.id === DataView.DATASET) {
            page.body()
                .querySelector(".dp-new")
                .classList.toggle("dp-off", target.value !== "new");
        }
        if (target.name !== DataView.KIND) return;
        for (const help of page.body().querySelectorAll(".dp-help")) {
            help.classList.toggle("dp-off", help.dataset.kind !== target.value);
        }
    });

    for (const kind of ["dragover", "dragleave", "drop"]) {
        document.addEventListener(kind, (event) => {
            const drop = page.body()?.contains(event.target) && page.body().querySelector(".dp-drop");
            if (!drop) return;
            event.preventDefault(); // a file beside the box would replace the page
            drop.classList.toggle("dp-drop-on", kind === "dragover");
            if (kind === "drop" && event.dataTransfer.files.length) send(event.dataTransfer.files[0]);
        });
    }
})();
