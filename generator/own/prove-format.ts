/** Proves that the functions of a format agree with each other, before anything is made with them. */
import type { OwnCodec, OwnFormat } from "../model/formats.js";

/** Those that fixtures ask for are whole numbers below 2^32. */
const seeds: readonly number[] = [...Array.from({ length: 24 }, (_, i) => i), 0x7fff_ffff, 0xffff_ffff];

/** What is wrong with a format; undefined where nothing is. Throws what its functions throw. */
export function problemIn({ is, sample }: OwnFormat, codec: OwnCodec | undefined): string | undefined {
  const texts = seeds.map((seed) => [seed, sample(seed)] as const);
  for (const [seed, text] of texts) {
    const problem = problemOfText(text, is) ?? (sample(seed) === text ? undefined : "another text each time");
    if (problem !== undefined) return `\`sample(${seed})\` is ${problem}`;
  }
  if (new Set(texts.map(([, text]) => text)).size === 1) return "`sample` gives the same text for every seed";
  return codec && firstOf(texts, ([, text]) => problemOfCodec(text, codec, is));
}

/** What a value is that should be a text of the format. */
function problemOfText(text: unknown, is: OwnFormat["is"]): string | undefined {
  if (typeof text !== "string") return "no text";
  const answer: unknown = is(text);
  if (typeof answer !== "boolean")
    return `${JSON.stringify(text)}, of which \`is\` says neither true nor false`;
  return answer ? undefined : `${JSON.stringify(text)}, which \`is\` refuses`;
}

/** A value that is read is no text, so that it is known from one; what is written of it is of the format, and stays the same from then on. */
function problemOfCodec(text: string, { read, write }: OwnCodec, is: OwnFormat["is"]): string | undefined {
  const of = `(${JSON.stringify(text)})`;
  const value = read(text);
  if (value === undefined || value === null || typeof value === "string")
    return `\`read${of}\` is ${typeof value === "string" ? "a text: without a codec values are texts" : String(value)}`;
  if (isUnmarked(value))
    return `\`read${of}\` is an instance of a class without \`Symbol.toStringTag\`, which passes for an object of properties`;
  const written = write(value);
  const problem = problemOfText(written, is);
  if (problem !== undefined) return `\`write(read${of})\` is ${problem}`;
  return write(read(written)) === written
    ? undefined
    : `\`write(read${of})\` is read and written as another text`;
}

/** An object is changed in part by fixtures, which is no use for one that is more than its properties. */
const isUnmarked = (value: unknown): boolean =>
  ({}).toString.call(value) === "[object Object]" &&
  ![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** What the values of a format are to JavaScript. */
export function typesIn({ sample }: OwnFormat, { read }: OwnCodec): OwnCodec["types"] {
  const values = seeds.map((seed) => read(sample(seed)));
  return [...new Set(values.flatMap(typesOf))];
}

function typesOf(value: unknown): OwnCodec["types"] {
  if (Array.isArray(value)) return ["array"];
  if (typeof value === "number") return ["number", "integer"];
  return typeof value === "object" ? ["object"] : typeof value === "boolean" ? ["boolean"] : [];
}

function firstOf<T>(list: readonly T[], problem: (each: T) => string | undefined): string | undefined {
  for (const each of list) {
    const found = problem(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
