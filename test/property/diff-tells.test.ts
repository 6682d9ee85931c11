/** Whatever an edit of a description changes in a package, `diff` tells of, and calls nothing documentation that is code. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffApis } from "../../generator/diff/diff.js";
import { runs } from "../support/runs.js";
import { edited } from "./edits.js";
import { type Emission, emit } from "./emit.js";
import { sampleDocuments } from "./sample-documents.js";

/** What differs: the path of a file, and its texts. */
type Change = readonly [path: string, before: string, after: string];

type Emitted = Extract<Emission, { readonly api: unknown }>;

function changesOf(
  before: Emitted,
  after: Emitted,
  isCompared: (path: string) => boolean,
  read: (text: string) => string,
): readonly Change[] {
  const textsOf = ({ files }: Emitted): ReadonlyMap<string, string> =>
    new Map(files.filter(({ path }) => isCompared(path)).map(({ path, text }) => [path, read(text)]));
  const [old, now] = [textsOf(before), textsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path): Change => [path, old.get(path) ?? "", now.get(path) ?? ""])
    .filter(([, was, is]) => was !== is);
}

/** Where schemas stand is no matter to users, nor in which order their parts do. */
const asRead = (text: string): string =>
  text
    .replace(/"#\/[^"]*"/g, '"#"')
    .split(/[\s,;(){}[\]]+/)
    .sort()
    .join(" ");

const withoutComments = (text: string): string => asRead(text.replace(/\/\*\*[\s\S]*?\*\//g, ""));

/** The JSON Schemas say the same in other words where a rule is repeated that others imply. */
const isShown = (path: string): boolean => !/\/json-schemas\//.test(path);
/** Nor do what checks and makes values mean anything else then. */
const isDeclared = (path: string): boolean => isShown(path) && !/\/(validators|fixtures|checks)\//.test(path);
/** What examples and formats that are not asserted say stands in fixtures. */
const isCode = (path: string): boolean => isShown(path) && !/\/(fixtures|runtime)\//.test(path);

/** Where the members are that differ. */
function placesThatDiffer(before: unknown, after: unknown, at = ""): readonly string[] {
  const isTree = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  if (isDeepStrictEqual(before, after)) return [];
  if (!isTree(before) || !isTree(after)) return [at];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    placesThatDiffer(before[key], after[key], `${at}/${key}`),
  );
}

/** Whether what differs may be implied by what stays: a type by listed values, a property by the rules for all others. */
const mayBeImplied = (places: readonly string[]): boolean =>
  places.some((each) => /\/type[^/]*$|\/properties\/[^/]+$/.test(each));

/** Whether it may be another name for the same: names stand in declarations. */
const mayBeCalledOtherwise = (places: readonly string[]): boolean =>
  places.some((each) => /\/\$ref[^/]*$/.test(each));

async function lawHolds(before: object, after: object): Promise<void> {
  const [old, now] = [await emit(before), await emit(after)];
  const places = placesThatDiffer(before, after);
  if (old.api === undefined || now.api === undefined || mayBeCalledOtherwise(places)) return;
  const told = diffApis(old.api, now.api);
  const isMeant = mayBeImplied(places) ? isDeclared : isShown;
  if (told.length === 0)
    expect(changesOf(old, now, isMeant, asRead), `${places.join(" ")} is told of`).toEqual([]);
  if (told.every((each) => each.level === "docs")) {
    const isCompared = (path: string): boolean => isMeant(path) && isCode(path);
    expect(
      changesOf(old, now, isCompared, withoutComments),
      `${places.join(" ")} is more than documentation`,
    ).toEqual([]);
  }
}

/** Where no value is valid, none is otherwise; where any is, it is so under any name. */
const names = [...sampleDocuments.keys()].filter((each) => !/nothing-satisfies|accepts-anything/.test(each));

const draws = fc.infiniteStream(fc.nat(0xffff_ffff));

test("descriptions that are edited", { timeout: 240_000 }, async () => {
  const law = fc.asyncProperty(fc.constantFrom(...names), draws, async (name, draw) => {
    const document = sampleDocuments.get(name) ?? {};
    await lawHolds(
      document,
      edited(document, (count) => (draw.next().value as number) % count),
    );
  });
  await fc.assert(law, runs(500));
});
