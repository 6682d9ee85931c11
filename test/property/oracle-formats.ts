/** The formats of the second opinion: those of ajv-formats, and what that lacks or reads in another way. */
import type { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { fullFormats as definitions } from "ajv-formats/dist/formats.js";

const fullFormats = definitions as { readonly "uri-reference": RegExp };

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const rfc2822 = /^(\w{3}), (\d{2} \w{3} \d{4}) \d{2}:\d{2}:\d{2} [+-]\d{4}$/;

/** RFC 2822, section 3.3, with seconds and the day of the week that the date has. */
function isRfc2822(text: string): boolean {
  const [, weekday, date] = rfc2822.exec(text) ?? [];
  const time = Date.parse(text);
  return (
    weekday !== undefined && !Number.isNaN(time) && weekdays[new Date(`${date} UTC`).getUTCDay()] === weekday
  );
}

/** RFC 3986, section 4.2: without a scheme, no colon stands in the first segment. The expression of ajv-formats allows it. */
function isUriReference(text: string): boolean {
  const named = /^[^/?#]*:/.test(text) && !/^[a-z][a-z0-9+.-]*:/i.test(text);
  return !named && fullFormats["uri-reference"].test(text);
}

/** RFC 4648, section 4. The expression of ajv-formats looks at single lines. */
const isBase64 = (text: string): boolean => Buffer.from(text, "base64").toString("base64") === text;

/** RFC 4648, section 5: padded in full, or not at all. */
function isBase64url(text: string): boolean {
  const bare = text.replace(/={1,2}$/, "");
  const isWhole = bare === text || text.length % 4 === 0;
  return isWhole && Buffer.from(bare, "base64url").toString("base64url") === bare;
}

/** Signed and unsigned integers of so many bits (OpenAPI Format Registry); of 64 bits, doubles round up the greatest. */
const integers: readonly (readonly [name: string, (value: number) => boolean])[] = [8, 16, 32, 64].flatMap(
  (bits) => [
    [`int${bits}`, within(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)] as const,
    [`uint${bits}`, within(0, 2 ** bits - 1)] as const,
  ],
);

function within(min: number, max: number): (value: number) => boolean {
  return (value) => Number.isInteger(value) && value >= min && value <= max;
}

/** JSON Schema 2020-12 Core, section 6.4: expressions are read with the flag `u`. */
function isRegex(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

export function addFormats(ajv: Ajv2020): void {
  formats.default(ajv);
  for (const [name, validate] of integers) ajv.addFormat(name, { type: "number", validate });
  ajv.addFormat("float", { type: "number", validate: (value) => Math.abs(Math.fround(value)) < Infinity });
  ajv.addFormat("date-time-rfc-2822", { type: "string", validate: isRfc2822 });
  ajv.addFormat("uri-reference", { type: "string", validate: isUriReference });
  ajv.addFormat("regex", { type: "string", validate: isRegex });
  ajv.addFormat("base64url", { type: "string", validate: isBase64url });
  ajv.addFormat("byte", { type: "string", validate: isBase64 });
}
