/** Bundles code that uses a generated package, as its consumers would: through the exports of its package.json. */
import { join, relative } from "node:path";
import { build } from "esbuild";
import { root } from "./workspace.mjs";

/** @import { Package } from "./packages.mjs" */

/** @type {(pkg: Package) => import("esbuild").Plugin} */
const fromSource = ({ name, sideEffects, sourceOf }) => ({
  name: "the package's exports",
  setup({ onResolve }) {
    const ours = new RegExp(`^${name}(/|$)`);
    onResolve({ filter: ours }, ({ path }) => ({ path: sourceOf(path), sideEffects }));
  },
});

/**
 * One module with everything in it.
 * @param {string} code of the consumer
 * @param {Package} pkg
 * @param {{ minify?: boolean }} [options]
 * @returns {Promise<{ text: string, contributions: Readonly<Record<string, number>> }>} with bytes by source file
 */
export async function bundle(code, pkg, { minify = false } = {}) {
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
    plugins: [fromSource(pkg)],
  });
  const [output] = Object.values(metafile.outputs);
  const source = `${relative(root, pkg.folder)}/src/`;
  const contributions = Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [
    path.startsWith(source) ? path.slice(source.length) : path,
    bytesInOutput,
  ]);
  return { text: outputFiles[0]?.text ?? "", contributions: Object.fromEntries(contributions) };
}
