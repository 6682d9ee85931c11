/**
 * Times validators against hand-written checks, in a process of its own: `node validation-rounds.mjs <subject> <folder>`, where
 * the folder holds the bundles. Prints a list of `Comparison`s as JSON.
 */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [subject, folder] = process.argv.slice(2);
if (subject === undefined || folder === undefined)
  throw new Error("usage: node validation-rounds.mjs <subject> <folder of bundles>");

const bundles = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith(".mjs"))
    .map(async (name) => [basename(name, ".mjs"), await import(pathToFileURL(join(folder, name)).href)]),
);
const { compete } = await import(`./contests-${subject}.mjs`);
console.log(JSON.stringify(compete(Object.fromEntries(bundles))));
