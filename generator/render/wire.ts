/** The exact wire contract as openapi-typescript prints it: `paths`, `components` and `operations`. */
import type { Report } from "../diagnostics.js";
import type { JsonObject } from "../json.js";
import type { Memo } from "../memo.js";
import { escapeInvisible } from "../text.js";
import { formatFile } from "./format.js";
import { undisguised, wireDescription } from "./wire-description.js";
import type { Discriminators } from "./wire-printer.js";
import { type Part, componentKinds, partsOf } from "./wire-parts.js";

/**
 * The formatted text of `schema.ts` for a canonical description. It is printed part by part, and a part that `memo` knows is not
 * printed again: where there is no other, what prints them is not even loaded.
 */
export async function printWire(data: JsonObject, report: Report, memo: Memo): Promise<string> {
  const whole = wireDescription(data);
  const discriminators = hasDiscriminator(whole) ? (await printer()).readDiscriminators(whole) : undefined;
  const members = new Map<string, (readonly string[])[]>();
  const helpers = new Set<string>();
  const add = (section: string, lines: readonly string[]): void => {
    members.set(section, members.get(section) ?? []);
    members.get(section)?.push(lines);
  };
  for (const part of partsOf(whole, JSON.stringify(discriminators))) {
    const known = memo.get("wire", part.key);
    const text = known ?? (await printed(part, whole, discriminators, report));
    if (text === undefined) continue;
    if (known === undefined) memo.set("wire", part.key, text);
    add(part.section, membersOf(text, part.section));
    if (holdsOperations.has(part.section)) add("operations", membersOf(text, "operations"));
    for (const each of helpersIn(text)) helpers.add(each);
  }
  return assemble((section) => members.get(section)?.flat() ?? [], [...helpers]);
}

const printer = () => import("./wire-printer.js");

/** Looking for them takes as long as printing what most descriptions hold. */
const hasDiscriminator = (description: JsonObject): boolean =>
  JSON.stringify(description).includes('"discriminator"');

/** A module of nothing but the part, and of the operations in it. openapi-typescript trusts what it reads: what it stumbles over is told of. */
async function printed(
  { pointer, description }: Part,
  whole: JsonObject,
  discriminators: Discriminators | undefined,
  report: Report,
): Promise<string | undefined> {
  const { noDiscriminators, printPart } = await printer();
  let text: string;
  try {
    text = printPart(description, whole, discriminators ?? noDiscriminators);
  } catch (cause) {
    report("wire-unprintable", pointer, cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
  return formatFile("schema.ts", escapeHidden(undisguised(text)), true);
}

const holdsOperations: ReadonlySet<string> = new Set(["paths", "webhooks", "pathItems"]);
const interfaces: ReadonlySet<string> = new Set(["paths", "webhooks", "operations"]);

/** The lines of what stands in a section of a module. */
function membersOf(text: string, section: string): readonly string[] {
  const opening = interfaces.has(section) ? `export interface ${section} {` : `${section}: {`;
  const lines = text.split("\n");
  const start = lines.findIndex((each) => each.trimStart() === opening);
  if (start < 0) return [];
  const indent = /^ */.exec(lines[start] ?? "")?.[0] ?? "";
  const end = lines.indexOf(interfaces.has(section) ? "}" : `${indent}};`, start);
  return lines.slice(start + 1, end);
}

/** Types that openapi-typescript declares for the use of others: statements that are none of the sections. */
const helpersIn = (text: string): readonly string[] =>
  text
    .split(/^(?=(?:export )?(?:type|interface) )/m)
    .filter((each) => /^type /.test(each))
    .map((each) => each.trimEnd());

/** The module of all parts, in the order of openapi-typescript. */
function assemble(linesOf: (section: string) => readonly string[], helpers: readonly string[]): string {
  const declared = (name: string): readonly string[] => {
    const lines = linesOf(name);
    return lines.length === 0 ? [emptyType(name)] : [`export interface ${name} {`, ...lines, "}"];
  };
  const components = componentKinds.flatMap((kind) => {
    const lines = linesOf(kind);
    return lines.length === 0 ? [`  ${kind}: never;`] : [`  ${kind}: {`, ...lines, "  };"];
  });
  const all = [
    ...declared("paths"),
    ...declared("webhooks"),
    ...["export interface components {", ...components, "}"],
    emptyType("$defs"),
    ...declared("operations"),
    ...helpers,
  ];
  return `${all.join("\n")}\n`;
}

const emptyType = (name: string): string => `export type ${name} = Record<string, never>;`;

/** In a literal the escapes mean the same, in a comment they show what was there. */
function escapeHidden(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((piece, i) => (i % 2 === 1 ? piece : escapeInvisible(piece)))
    .join("")
    .replace(/<\/(?=script)/gi, "<\\/")
    .replace(/@(?=ts-)/g, "\\u0040");
}
