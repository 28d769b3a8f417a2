// The scripts of assets/js run in a browser as classic scripts, one closure a file; those of tests/js run in Node.
// ESLint's recommended rules, none of them off, and those below; how a line looks is left to prettier.
import js from "@eslint/js";
import globals from "globals";

export default [
    {ignores: ["assets/vendor/", "tests/browser/vendor/", ".venv/", "tests/benchmarks/", "var/"]},
    js.configs.recommended,
    {
        linterOptions: {reportUnusedDisableDirectives: "error"},
        rules: {
            "array-callback-return": "error",
            curly: ["error", "multi-line", "consistent"],
            "default-case-last": "error",
            eqeqeq: "error",
            "max-depth": ["error", 4],
            "max-lines": ["error", 350],
            "no-else-return": "error",
            "no-eval": "error",
            "no-implicit-globals": "error",
            "no-implied-eval": "error",
            "no-irregular-whitespace": ["error", {skipStrings: true, skipTemplates: true, skipRegExps: true}], // Chinese has a wide space
            "no-param-reassign": "error",
            "no-shadow": ["error", {hoist: "never"}],
            "no-unneeded-ternary": "error",
            "no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true}],
            "no-use-before-define": ["error", {functions: false, variables: false}],
            "no-useless-return": "error",
            "no-var": "error",
            "object-shorthand": "error",
            "prefer-const": "error",
            "prefer-template": "error",
            strict: ["error", "safe"],
        },
    },
    {
        files: ["**/*.js"],
        languageOptions: {sourceType: "script", ecmaVersion: 2022, globals: globals.browser},
    },
    {
        files: ["assets/features.js"], // read by browsers older than any that can read the rest
        languageOptions: {ecmaVersion: 5},
    },
    {
        files: ["**/*.mjs"],
        languageOptions: {sourceType: "module", ecmaVersion: 2024, globals: globals.nodeBuiltin},
    },
];
