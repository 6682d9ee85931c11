/** What reading a text as JSON loses in silence: names that stand twice in an object, and digits of numbers. */
import { type Json, isArray, isObject } from "../json.js";

/** Whether some object of a JSON text has a name twice: then there are more names in the text than in what was read of it. */
export function hasDuplicateNames(text: string, data: Json): boolean {
  let written = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) written++;
  return written > namesIn(data);
}

function namesIn(data: Json): number {
  let count = 0;
  const open: Json[] = [data];
  for (let value; (value = open.pop()) !== undefined;) {
    if (!isObject(value) && !isArray(value)) continue;
    const inside = Object.values(value);
    if (isObject(value)) count += inside.length;
    open.push(...inside.filter((each) => typeof each === "object" && each !== null));
  }
  return count;
}

/** Whether some number of a JSON text is read as another. */
export function hasLostDigits(text: string): boolean {
  // A number of few digits is always read as it is written.
  if (!/\d[\d.]{15}|\d[eE][+-]?\d{2}/.test(text)) return false;
  for (const [, number] of text.matchAll(/"(?:[^"\\]|\\.)*"|(-?\d[\d.eE+-]*)/g))
    if (number !== undefined && losesDigits(number)) return true;
  return false;
}

/** Whether a number, as it is written, is read as another. */
export function losesDigits(written: string): boolean {
  const value = Number(written.replaceAll("_", ""));
  if (Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) return true;
  return (
    digitsOf(written) !== digitsOf(value.toString()) && digitsOf(written) !== digitsOf(value.toPrecision(17))
  );
}

/** The significant digits and the exponent of a decimal number. */
function digitsOf(written: string): string {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const shift = Number(exponent) - fraction.length + (digits.length - digits.replace(/0+$/, "").length);
  return `${digits.replace(/0+$/, "")}e${shift}`;
}
