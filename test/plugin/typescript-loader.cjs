/** TypeScript for webpack. */
const { transformSync } = require("esbuild");

module.exports = (source) => transformSync(source, { loader: "ts" }).code;
