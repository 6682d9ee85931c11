/** The packages that are measured: the committed one, and others that are generated for the purpose. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { runCli } from "./measure-cli.mjs";
import { root, workspace } from "./workspace.mjs";

/**
 * @typedef {object} Package
 * @property {string} name the specifier, to be followed by a subpath
 * @property {string} folder
 * @property {boolean} sideEffects
 * @property {(specifier: string) => string} sourceOf the source that a specifier leads to once the package is built
 */

/**
 * What a package is generated from, by absolute paths.
 * @typedef {{ input: string, overlays?: readonly string[], formats?: "assertion" | "annotation" }} Description
 */

export const twilio = {
  input: join(root, "spec/twilio/openapi.yaml"),
  overlays: [join(root, "spec/twilio/overlay.yaml")],
};

const shared = resolve(root, process.env["SPECWRIGHT_SHARED"] ?? "../shared");

/** A public description, which may be absent. */
export const largeTwilio = { input: join(shared, "specs/twilio/twilio_api_v2010.json") };

const chat = { input: join(root, "test/bench/chat.openapi.yaml") };

/** The committed package, in which formats are rules. */
export const twilioPackage = packageIn(join(root, "generated/twilio"));

/**
 * A folder from which a package can be generated, with copies of all that it takes.
 * @param {string} name of the folder
 * @param {Description} description
 * @returns {{ folder: string, input: string, output: string }} the input is relative to the folder
 */
export function prepare(name, { input, overlays = [], ...rest }) {
  const folder = workspace(name);
  for (const each of [input, ...overlays]) copyFileSync(each, join(folder, basename(each)));
  const config = {
    input: basename(input),
    overlays: overlays.map((each) => basename(each)),
    output: "out",
    ...rest,
  };
  writeFileSync(
    join(folder, "specwright.config.ts"),
    `import { defineConfig } from "specwright";\n\nexport default defineConfig(${JSON.stringify(config)});\n`,
  );
  return { folder, input: config.input, output: join(folder, config.output) };
}

/** @type {Map<string, Package>} */
const generated = new Map();

/**
 * A package that is generated when it is first asked for.
 * @param {string} name of its folder
 * @param {Description} description
 * @returns {Package}
 */
export function generatedPackage(name, description) {
  const known = generated.get(name);
  if (known !== undefined) return known;
  const { folder, output } = prepare(name, description);
  const { status, stderr } = runCli(["generate"], folder);
  if (status !== 0) throw new Error(`cannot generate ${name}: ${stderr}`);
  const made = packageIn(output);
  generated.set(name, made);
  return made;
}

/** The package of which formats are notes. */
export const annotatedTwilioPackage = () =>
  generatedPackage("annotated", { ...twilio, formats: "annotation" });

export const chatPackage = () => generatedPackage("chat", chat);

/**
 * @param {string} folder
 * @returns {Package}
 */
function packageIn(folder) {
  /** @type {{ name: string, sideEffects: boolean, exports: Record<string, string | { default: string }> }} */
  const { name, sideEffects, exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const sourceOf = (/** @type {string} */ specifier) => {
    const target = exports[`.${specifier.slice(name.length)}`];
    if (target === undefined) throw new Error(`the package does not export ${specifier}`);
    const path = typeof target === "string" ? target : target.default;
    return join(folder, path.replace(/^\.\/dist\//, "src/").replace(/\.js$/, ".ts"));
  };
  return { name, folder, sideEffects, sourceOf };
}
