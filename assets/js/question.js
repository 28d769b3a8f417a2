// A question of yes or no, answered with the keyboard too.
(() => {
    "use strict";

    const {element} = window.junheng.dom;

    // Resolves to whether the answer is yes; `words` are those of the two answers.
    window.junheng.sure = (question, words) => {
        const answers = element("form", {method: "dialog"}, [
            element("button", {value: "", className: "btn btn-sm btn-outline-secondary"}, words.no),
            element("button", {value: "yes", className: "btn btn-sm btn-primary"}, words.yes),
        ]);
        const dialog = element("dialog", {className: "dp-sure"}, [element("p", {}, question), answers]);
        document.body.append(dialog);
        dialog.showModal();
        return new Promise((answered) => {
            dialog.addEventListener("close", () => {
                dialog.remove();
                answered(dialog.returnValue === "yes");
            });
        });
    };
})();
