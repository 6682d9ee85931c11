/** TypeScript for webpack. */
import { transformSync } from "esbuild";

export default (source) => transformSync(source, { loader: "ts" }).code;
