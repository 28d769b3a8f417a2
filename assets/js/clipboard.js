// Text for the clipboard. It is only open to pages served over https or from this machine; elsewhere the old way serves.
(() => {
    "use strict";

    window.junheng.copyText = async (text) => {
        if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
        const field = document.createElement("textarea");
        field.value = text;
        (document.activeElement?.closest(".modal") || document.body).append(field); // a dialog keeps the focus inside
        field.select();
        document.execCommand("copy");
        field.remove();
    };
})();
