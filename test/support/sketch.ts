/** Sketches of schemas: what a schema means, apart from the dialect that it is written down in. */

export type Sketch =
  | { readonly kind: "any" }
  | { readonly kind: "boolean" }
  | { readonly kind: "string"; readonly rules: Rules }
  | { readonly kind: "number" | "integer"; readonly rules: NumberRules }
  /** Rules for several JSON types at once. OpenAPI 3.0 has no lists of types; there it names none. */
  | { readonly kind: "typed"; readonly types: readonly string[]; readonly rules: Rules }
  | { readonly kind: "enum"; readonly values: readonly unknown[] }
  | { readonly kind: "const"; readonly value: unknown }
  | { readonly kind: "array"; readonly items: Sketch; readonly rules: Rules }
  /** OpenAPI 3.0 has no tuples; there it is written as an array of anything. */
  | {
      readonly kind: "tuple";
      readonly heads: readonly Sketch[];
      readonly rest?: false | Sketch;
      readonly rules: Rules;
    }
  | ObjectSketch
  | { readonly kind: "nullable"; readonly inner: Sketch }
  | { readonly kind: "allOf" | "anyOf" | "oneOf"; readonly branches: readonly Sketch[] }
  | { readonly kind: "tagged"; readonly property: string; readonly branches: readonly TaggedBranch[] }
  | { readonly kind: "ref"; readonly name: string }
  /** A reference with more rules beside it. */
  | { readonly kind: "refined"; readonly name: string; readonly by: ObjectSketch }
  /** What is shown of it need not be valid. */
  | { readonly kind: "shown"; readonly inner: Sketch; readonly examples: readonly unknown[] }
  /** Keywords that apply to the same value, beside those of another sketch. */
  | { readonly kind: "beside"; readonly inner: Sketch; readonly more: Besides };

/** Of these, OpenAPI 3.0 has `not` only. */
export interface Besides {
  readonly not?: Sketch;
  readonly conditional?: { readonly if: Sketch; readonly then?: Sketch; readonly else?: Sketch };
  /** With `minContains` and `maxContains`. */
  readonly contains?: { readonly schema: Sketch; readonly rules: Rules };
  readonly dependentRequired?: { readonly name: string; readonly required: readonly string[] };
  readonly dependentSchema?: { readonly name: string; readonly schema: Sketch };
  readonly unevaluatedProperties?: false | Sketch;
  readonly unevaluatedItems?: false | Sketch;
}

/** Keywords that both dialects share, as they are written down. */
export type Rules = Readonly<Record<string, unknown>>;

export interface NumberRules {
  readonly low?: Bound;
  readonly high?: Bound;
  readonly multipleOf?: number;
  readonly format?: string;
}

export interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

export interface ObjectSketch {
  readonly kind: "object";
  readonly properties: readonly PropertySketch[];
  /** Names that are required without being declared. */
  readonly required: readonly string[];
  /** `additionalProperties`. */
  readonly rest?: false | Sketch;
  /** `patternProperties`, which OpenAPI 3.0 does not have. */
  readonly patterns?: readonly { readonly pattern: string; readonly schema: Sketch }[];
  /** `propertyNames`, which OpenAPI 3.0 does not have. */
  readonly names?: Sketch;
  /** `minProperties` and `maxProperties`. */
  readonly rules: Rules;
}

export interface PropertySketch {
  readonly name: string;
  readonly required: boolean;
  readonly mark?: "readOnly" | "writeOnly";
  readonly schema: Sketch;
}

/** A branch that is chosen by the value of the discriminating property; */
export interface TaggedBranch {
  readonly tag: string;
  readonly object: ObjectSketch;
}

export type Dialect = "3.0" | "3.1";
export type Direction = "request" | "response";

const members = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

export const refTo = (name: string): string =>
  `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Writes a sketch as a schema object of OpenAPI. */
export function writeSchema(sketch: Sketch, dialect: Dialect): object {
  const write = (each: Sketch): object => writeSchema(each, dialect);
  switch (sketch.kind) {
    case "any":
      return {};
    case "boolean":
      return { type: "boolean" };
    case "string":
      return { type: "string", ...sketch.rules };
    case "number":
    case "integer":
      return {
        type: sketch.kind,
        ...(dialect === "3.0" ? oldBounds(sketch.rules) : newBounds(sketch.rules)),
        ...members([
          ["multipleOf", sketch.rules.multipleOf],
          ["format", sketch.rules.format],
        ]),
      };
    case "typed":
      return dialect === "3.0" ? sketch.rules : { type: sketch.types, ...sketch.rules };
    case "enum":
      return { enum: sketch.values };
    case "const":
      return dialect === "3.0" ? { enum: [sketch.value] } : { const: sketch.value };
    case "array":
      return { type: "array", items: write(sketch.items), ...sketch.rules };
    case "tuple":
      return dialect === "3.0" ? { type: "array", items: {} } : writeTuple(sketch, write);
    case "object":
      return writeObject(forDialect(sketch, dialect), write, (each) =>
        each.mark === undefined
          ? write(each.schema)
          : dialect === "3.0" && each.schema.kind === "ref"
            ? { allOf: [write(each.schema)], [each.mark]: true }
            : { ...write(each.schema), [each.mark]: true },
      );
    case "nullable":
      return dialect === "3.0" ? oldNullable(sketch.inner) : newNullable(sketch.inner);
    case "allOf":
    case "anyOf":
    case "oneOf":
      return { [sketch.kind]: sketch.branches.map(write) };
    case "tagged":
      return {
        oneOf: sketch.branches.map((each) => write(withTag(sketch.property, each))),
        discriminator: { propertyName: sketch.property },
      };
    case "ref":
      return { $ref: refTo(sketch.name) };
    case "refined": {
      const [ref, by] = [{ $ref: refTo(sketch.name) }, write(sketch.by)];
      return dialect === "3.0" ? { allOf: [ref, by] } : { ...ref, ...by };
    }
    case "shown":
      return withBeside(write(sketch.inner), writeExamples(sketch.examples, dialect), dialect);
    case "beside":
      return withBeside(write(sketch.inner), writeBesides(sketch.more, write, dialect), dialect);
  }
}

export function writeTuple(
  { heads, rest, rules }: Extract<Sketch, { kind: "tuple" }>,
  write: (sketch: Sketch) => object,
): object {
  return {
    type: "array",
    prefixItems: heads.map(write),
    ...members([["items", writeOr(rest, write)]]),
    ...rules,
  };
}

const writeOr = (
  sketch: false | Sketch | undefined,
  write: (sketch: Sketch) => object,
): false | object | undefined => (sketch ? write(sketch) : sketch);

export const writeExamples = (examples: readonly unknown[], dialect: Dialect): object =>
  dialect === "3.0" ? { example: examples[0] } : { examples };

export function writeBesides(
  { not, conditional, contains, dependentRequired, dependentSchema, ...more }: Besides,
  write: (sketch: Sketch) => object,
  dialect: Dialect,
): object {
  const forbidden = members([["not", writeOr(not, write)]]);
  if (dialect === "3.0") return forbidden;
  return {
    ...forbidden,
    ...members([
      ["if", writeOr(conditional?.if, write)],
      ["then", writeOr(conditional?.then, write)],
      ["else", writeOr(conditional?.else, write)],
      ["contains", writeOr(contains?.schema, write)],
      [
        "dependentRequired",
        dependentRequired && members([[dependentRequired.name, dependentRequired.required]]),
      ],
      [
        "dependentSchemas",
        dependentSchema && members([[dependentSchema.name, write(dependentSchema.schema)]]),
      ],
      ["unevaluatedProperties", writeOr(more.unevaluatedProperties, write)],
      ["unevaluatedItems", writeOr(more.unevaluatedItems, write)],
    ]),
    ...contains?.rules,
  };
}

/** Keywords in the same object where they mean the same there, or else around it. */
export function withBeside(written: object, more: object, dialect: Dialect): object {
  if (Object.keys(more).length === 0) return written;
  const { $ref } = written as { readonly $ref?: string };
  const changes = Object.keys(written).some((key) => key in more || key.startsWith("unevaluated"));
  return changes || (dialect === "3.0" && $ref !== undefined)
    ? { allOf: [written], ...more }
    : { ...written, ...more };
}

export function writeObject(
  { properties, required, rest, rules, patterns, names: nameRules }: ObjectSketch,
  write: (sketch: Sketch) => object,
  property: (property: PropertySketch) => object,
): object {
  const names = [...properties.filter((each) => each.required).map((each) => each.name), ...required];
  return {
    type: "object",
    ...(properties.length === 0
      ? {}
      : { properties: members(properties.map((each) => [each.name, property(each)])) }),
    ...(names.length === 0 ? {} : { required: names }),
    ...(rest === undefined ? {} : { additionalProperties: rest === false ? false : write(rest) }),
    ...(patterns === undefined
      ? {}
      : { patternProperties: members(patterns.map((each) => [each.pattern, write(each.schema)])) }),
    ...(nameRules === undefined ? {} : { propertyNames: write(nameRules) }),
    ...rules,
  };
}

export function forDialect({ patterns, names, ...others }: ObjectSketch, dialect: Dialect): ObjectSketch {
  if (dialect === "3.0") return others;
  return {
    ...others,
    ...(patterns === undefined ? {} : { patterns }),
    ...(names === undefined ? {} : { names }),
  };
}

/** The tag as a property of the branch: required, and with one value. */
export function withTag(property: string, { tag, object }: TaggedBranch): ObjectSketch {
  const tagProperty: PropertySketch = {
    name: property,
    required: true,
    schema: { kind: "enum", values: [tag] },
  };
  const others = object.properties.filter((each) => each.name !== property);
  return { ...object, properties: [tagProperty, ...others] };
}

function newBounds({ low, high }: NumberRules): object {
  return members([
    [low?.exclusive ? "exclusiveMinimum" : "minimum", low?.value],
    [high?.exclusive ? "exclusiveMaximum" : "maximum", high?.value],
  ]);
}

function oldBounds({ low, high }: NumberRules): object {
  return members([
    ["minimum", low?.value],
    ["exclusiveMinimum", low?.exclusive || undefined],
    ["maximum", high?.value],
    ["exclusiveMaximum", high?.exclusive || undefined],
  ]);
}

/** The kinds whose keywords say nothing of null but by `type`. */
const plain: ReadonlySet<Sketch["kind"]> = new Set([
  ...(["boolean", "string", "number", "integer", "array", "tuple", "object"] as const),
]);

const unshown = (sketch: Sketch): Sketch => (sketch.kind === "shown" ? unshown(sketch.inner) : sketch);

function oldNullable(inner: Sketch): object {
  const written = writeSchema(inner, "3.0");
  if ("$ref" in written || unshown(inner).kind === "beside") return { nullable: true, allOf: [written] };
  return "enum" in written && Array.isArray(written.enum)
    ? { ...written, enum: [...(written.enum as unknown[]), null], nullable: true }
    : { ...written, nullable: true };
}

function newNullable(inner: Sketch): object {
  const written = writeSchema(inner, "3.1");
  return plain.has(inner.kind) && "type" in written
    ? { ...written, type: [written.type, "null"] }
    : { anyOf: [written, { type: "null" }] };
}
