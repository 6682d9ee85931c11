/** Bundles code that uses the generated package, as its consumers would: through the exports of its package.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./workspace.mjs";

const folder = join(root, "generated/twilio");

/** @type {{ name: string, sideEffects: boolean, exports: Record<string, string | { default: string }> }} */
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The specifier of the package, to be followed by a subpath. */
export const packageName = manifest.name;

/**
 * The source that a specifier leads to once the package is built.
 * @param {string} specifier
 * @returns {string}
 */
function sourceOf(specifier) {
  const target = manifest.exports[`.${specifier.slice(packageName.length)}`];
  if (target === undefined) throw new Error(`the package does not export ${specifier}`);
  const path = typeof target === "string" ? target : target.default;
  return join(folder, path.replace(/^\.\/dist\//, "src/").replace(/\.js$/, ".ts"));
}

/** @type {import("esbuild").Plugin} */
const fromSource = {
  name: "the package's exports",
  setup({ onResolve }) {
    const ours = new RegExp(`^${packageName}(/|$)`);
    onResolve({ filter: ours }, ({ path }) => ({
      path: sourceOf(path),
      sideEffects: manifest.sideEffects,
    }));
  },
};

/**
 * One module with everything in it.
 * @param {string} code of the consumer
 * @param {{ minify?: boolean }} [options]
 * @returns {Promise<{ text: string, contributions: Readonly<Record<string, number>> }>} with bytes by source file
 */
export async function bundle(code, { minify = false } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: join(root, "test/bench"), loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    minify,
    metafile: true,
    write: false,
    absWorkingDir: root,
    plugins: [fromSource],
  });
  const [output] = Object.values(metafile.outputs);
  const contributions = Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [
    path.replace(/^generated\/twilio\/src\//, ""),
    bytesInOutput,
  ]);
  return { text: outputFiles[0]?.text ?? "", contributions: Object.fromEntries(contributions) };
}
