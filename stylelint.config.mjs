// A rule of ours is a line, and a block of lines is a part of the page: what stylelint's standard says about many
// lines a rule is off. Everything else that is off says why.
export default {
    extends: "stylelint-config-standard",
    ignoreFiles: ["assets/vendor/**"],
    rules: {
        "at-rule-empty-line-before": null,
        "comment-empty-line-before": null,
        "declaration-block-single-line-max-declarations": null,
        "rule-empty-line-before": null,
        "no-descending-specificity": null, // rules stand by the part of the page, not by their weight
        "selector-class-pattern": null, // classes bear the keys of Python's enums (not_judged) and Dash's own names
        "selector-id-pattern": null, // likewise #_dash-app-content
        "custom-property-pattern": null, // Dash names its own --Dash-Fill-Interactive-Strong
        "color-hex-length": null, // #fff, and the tokens of layouts/figures/theme.py as they stand there
        "value-keyword-case": ["lower", {ignoreKeywords: ["A4"]}],
        // Notations that browsers of five years ago read too.
        "alpha-value-notation": "number",
        "color-function-alias-notation": null,
        "color-function-notation": "legacy",
        "media-feature-range-notation": "prefix",
    },
};
