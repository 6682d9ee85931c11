/** Sketches of schemas: what a schema means, apart from the dialect that it is written down in. */

export type Sketch =
  | { readonly kind: "any" }
  | { readonly kind: "boolean" }
  | { readonly kind: "string"; readonly rules: Rules }
  | { readonly kind: "number" | "integer"; readonly rules: NumberRules }
  /** Rules for several JSON types at once. OpenAPI 3.0 has no lists of types; there it names none. */
  | { readonly kind: "typed"; readonly types: readonly string[]; readonly rules: Rules }
  | { readonly kind: "enum"; readonly values: readonly unknown[] }
  | { readonly kind: "array"; readonly items: Sketch; readonly rules: Rules }
  /** OpenAPI 3.0 has no tuples; there it is written as an array of anything. */
  | { readonly kind: "tuple"; readonly heads: readonly Sketch[]; readonly closed: boolean }
  | ObjectSketch
  | { readonly kind: "nullable"; readonly inner: Sketch }
  | { readonly kind: "allOf" | "anyOf" | "oneOf"; readonly branches: readonly Sketch[] }
  | { readonly kind: "tagged"; readonly property: string; readonly branches: readonly TaggedBranch[] }
  | { readonly kind: "ref"; readonly name: string }
  /** A reference with more rules beside it. */
  | { readonly kind: "refined"; readonly name: string; readonly by: ObjectSketch };

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
  readonly names?: Rules;
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
    case "array":
      return { type: "array", items: write(sketch.items), ...sketch.rules };
    case "tuple":
      if (dialect === "3.0") return { type: "array", items: {} };
      return {
        type: "array",
        prefixItems: sketch.heads.map(write),
        ...(sketch.closed ? { items: false, minItems: sketch.heads.length } : {}),
      };
    case "object":
      return writeObject(forDialect(sketch, dialect), write, (each) =>
        each.mark === undefined
          ? write(each.schema)
          : dialect === "3.0" && each.schema.kind === "ref"
            ? { allOf: [write(each.schema)], [each.mark]: true }
            : { ...write(each.schema), [each.mark]: true },
      );
    case "nullable":
      return dialect === "3.0" ? oldNullable(sketch.inner) : newNullable(write(sketch.inner));
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
  }
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
    ...(nameRules === undefined ? {} : { propertyNames: nameRules }),
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

function oldNullable(inner: Sketch): object {
  const written = writeSchema(inner, "3.0");
  if ("$ref" in written) return { nullable: true, allOf: [written] };
  return "enum" in written && Array.isArray(written.enum)
    ? { ...written, enum: [...(written.enum as unknown[]), null], nullable: true }
    : { ...written, nullable: true };
}

function newNullable(written: object): object {
  const onlyTyped = "type" in written && typeof written.type === "string" && !("enum" in written);
  return onlyTyped && !("$ref" in written)
    ? { ...written, type: [written.type, "null"] }
    : { anyOf: [written, { type: "null" }] };
}
