/** Keywords that ajv is wrong about, as the standard has them. */
import { isDeepStrictEqual } from "node:util";
import type { Ajv, FuncKeywordDefinition } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";

type Keyword = FuncKeywordDefinition & { readonly keyword: string };
type Names = readonly string[];

/** Ajv's equality stumbles over objects that have a property like `toString` (Validation, sections 6.1.2, 6.1.3, 6.4.3). */
const equalities: readonly Keyword[] = [
  { keyword: "const", validate: (only: unknown, value: unknown) => isDeepStrictEqual(only, value) },
  {
    keyword: "enum",
    validate: (values: readonly unknown[], value: unknown) =>
      values.some((each) => isDeepStrictEqual(each, value)),
  },
  {
    keyword: "uniqueItems",
    validate: (unique: boolean, items: unknown) =>
      !unique ||
      !Array.isArray(items) ||
      items.every((each, i) => !items.slice(0, i).some((earlier) => isDeepStrictEqual(each, earlier))),
  },
];

/** Below `not`, `if` and the like, ajv overlooks that a property is missing whose name is the empty string (6.5.3). */
const required: Keyword = {
  keyword: "required",
  type: "object",
  validate: (names: Names, value: object) => names.every((name) => Object.hasOwn(value, name)),
};

/** The same (6.5.4); the keyword is of 2019 and later. */
const dependentRequired: Keyword = {
  keyword: "dependentRequired",
  type: "object",
  validate: (names: Readonly<Record<string, Names>>, value: object) =>
    Object.entries(names).every(
      ([name, others]) => !Object.hasOwn(value, name) || others.every((other) => Object.hasOwn(value, other)),
    ),
};

/** Ajv divides, which overflows and rounds; the decimals that the numbers are written as do neither (6.2.1). */
const multipleOf: Keyword = {
  keyword: "multipleOf",
  type: "number",
  validate: (step: number, value: number) => {
    const [whole, part] = [decimal(value), decimal(step)];
    const exponent = Math.min(whole.exponent, part.exponent);
    return scaled(whole, exponent) % scaled(part, exponent) === 0n;
  },
};

/** `digits * 10 ** exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimal(value: number): Decimal {
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

const scaled = ({ digits, exponent }: Decimal, to: number): bigint => digits * 10n ** BigInt(exponent - to);

/** Makes an ajv judge by these keywords as the standard has them. */
export function correctKeywords(ajv: Ajv | Ajv2020): void {
  const known = [...equalities, required, dependentRequired, multipleOf].filter(
    ({ keyword }) => ajv.getKeyword(keyword) !== false,
  );
  for (const each of known) ajv.removeKeyword(each.keyword).addKeyword(each);
}
