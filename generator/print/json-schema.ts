/** Prints a schema as JSON Schema 2020-12: an object literal that says what the validator checks. */
import { type Code, code, join, key, literal, str } from "../code/code.js";
import type { Json } from "../json.js";
import { ruleName } from "../model/formats.js";
import {
  type Annotations,
  type ArrayRules,
  type Conditional,
  type DependentRequired,
  type DependentSchema,
  type Discriminator,
  type NumberRules,
  type ObjectRules,
  type Schema,
  type SchemaId,
  type SchemaTable,
  type StringRules,
  childSchemas,
  isNull,
  isPureRef,
  named,
} from "../model/schema.js";
import { trackedSchemas } from "../model/tracked.js";

/** Members of an object literal. */
type Members = readonly Code[];

/** The schema as an object, references to named schemas as such to `#/$defs/…`. */
export function printJsonSchema(schema: Schema, table: SchemaTable): Code {
  return object(membersOf(schema, table));
}

/** The named schemas that the printed schema refers to, each once. */
export function jsonSchemaRefs(schema: Schema): readonly SchemaId[] {
  const refs = (each: Schema): readonly SchemaId[] => [
    ...(each.ref === undefined ? [] : [each.ref]),
    ...childSchemas(withoutUndeclared(each)).flatMap(refs),
  ];
  return [...new Set(refs(schema))];
}

function withoutUndeclared({ object, ...rest }: Schema): Schema {
  if (object === undefined) return rest;
  return { ...rest, object: { ...object, properties: object.properties.filter((each) => !each.undeclared) } };
}

const object = (members: Members): Code =>
  members.length === 0 ? code`{}` : code`{ ${join(members, ", ")} }`;

const entry = (name: string, value: Code): Members => [code`${key(name)}: ${value}`];

const json = (name: string, value: Json | undefined): Members =>
  value === undefined ? [] : entry(name, literal(value));

function membersOf(schema: Schema, table: SchemaTable): Members {
  const { ref, types, enum: values, string, number, array, object: rules, annotations } = schema;
  const print = (each: Schema): Code => printInner(each, table);
  if (allowsNothing(schema)) return [...notes(annotations), code`not: {}`];
  return [
    ...(ref === undefined ? [] : [code`$ref: ${str(`#/$defs/${named(table, ref).name}`)}`]),
    ...notes(annotations),
    ...json("type", types?.length === 1 ? types[0] : types),
    ...(schema.constant ? json("const", values?.[0]) : json("enum", values)),
    ...json("format", ruleName(string?.format) ?? number?.format ?? annotations.format),
    ...stringMembers(string),
    ...numberMembers(number),
    ...arrayMembers(array, print),
    ...objectMembers(rules, print),
    ...list("allOf", schema.allOf, print),
    ...branchMembers(schema, table),
    ...one("not", schema.not, print),
    ...conditionalMembers(schema.conditional, print),
    ...json("default", annotations.default),
    ...json("examples", annotations.examples),
  ];
}

/** A schema inside another one. */
function printInner(schema: Schema, table: SchemaTable): Code {
  const members = membersOf(schema, table);
  return allowsNothing(schema) && members.length === 1 ? code`false` : object(members);
}

/** An empty list of values, which not every reader of JSON Schema takes, means the same as the schema `false`. */
const allowsNothing = ({ never, enum: values }: Schema): boolean => never === true || values?.length === 0;

type Print = (schema: Schema) => Code;

const one = (name: string, schema: Schema | undefined, print: Print): Members =>
  schema === undefined ? [] : entry(name, print(schema));

const list = (name: string, schemas: readonly Schema[] | undefined, print: Print): Members =>
  schemas === undefined ? [] : entry(name, code`[${join(schemas.map(print), ", ")}]`);

function byName(name: string, schemas: ReadonlyMap<string, Schema>, print: Print): Members {
  const members = [...schemas].flatMap(([each, schema]) => entry(each, print(schema)));
  return members.length === 0 ? [] : entry(name, object(members));
}

const notes = ({ title, description, deprecated }: Annotations): Members => [
  ...json("title", title),
  ...json("description", description),
  ...json("deprecated", deprecated),
];

const stringMembers = ({ minLength, maxLength, pattern }: StringRules = {}): Members => [
  ...json("minLength", minLength),
  ...json("maxLength", maxLength),
  ...json("pattern", pattern?.source),
];

const numberMembers = (rules: NumberRules = {}): Members => [
  ...json("minimum", rules.minimum),
  ...json("maximum", rules.maximum),
  ...json("exclusiveMinimum", rules.exclusiveMinimum),
  ...json("exclusiveMaximum", rules.exclusiveMaximum),
  ...json("multipleOf", rules.multipleOf),
];

function arrayMembers(rules: ArrayRules = {}, print: Print): Members {
  const { contains } = rules;
  return [
    ...list("prefixItems", rules.prefixItems, print),
    ...one("items", rules.items, print),
    ...json("minItems", rules.minItems),
    ...json("maxItems", rules.maxItems),
    ...json("uniqueItems", rules.uniqueItems),
    ...one("contains", contains?.schema, print),
    ...json("minContains", contains?.min === 1 ? undefined : contains?.min),
    ...json("maxContains", contains?.max),
    ...one("unevaluatedItems", rules.unevaluatedItems, print),
  ];
}

function objectMembers(rules: ObjectRules | undefined, print: Print): Members {
  if (rules === undefined) return [];
  const declared = rules.properties.filter((each) => !each.undeclared);
  const required = rules.properties.filter((each) => each.required).map((each) => each.name);
  const patterns = rules.patternProperties.map(({ pattern, schema }) => [pattern.source, schema] as const);
  return [
    ...byName("properties", new Map(declared.map((each) => [each.name, each.schema])), print),
    ...json("required", required.length === 0 ? undefined : required),
    ...byName("patternProperties", new Map(patterns), print),
    ...one("additionalProperties", rules.additionalProperties, print),
    ...one("propertyNames", rules.propertyNames, print),
    ...json("minProperties", rules.minProperties),
    ...json("maxProperties", rules.maxProperties),
    ...json("dependentRequired", togetherByName(rules.dependentRequired)),
    ...byName("dependentSchemas", dependentByName(rules.dependentSchemas), print),
    ...one("unevaluatedProperties", rules.unevaluatedProperties, print),
  ];
}

/** `dependencies` of older drafts may name a property that `dependentRequired` names too. */
function togetherByName(all: readonly DependentRequired[] = []): Json | undefined {
  const names = new Map<string, readonly string[]>();
  for (const { name, required } of all)
    names.set(name, [...new Set([...(names.get(name) ?? []), ...required])]);
  return names.size === 0 ? undefined : Object.fromEntries(names);
}

function dependentByName(all: readonly DependentSchema[] = []): ReadonlyMap<string, Schema> {
  const schemas = new Map<string, Schema>();
  for (const { name, schema } of all) {
    const known = schemas.get(name);
    const { pointer } = schema;
    schemas.set(name, known === undefined ? schema : { pointer, allOf: [known, schema], annotations: {} });
  }
  return schemas;
}

/** JSON Schema has no discriminator: what it asks for besides is written into the branches. */
function branchMembers(schema: Schema, table: SchemaTable): Members {
  const { anyOf, oneOf, discriminator } = schema;
  const print = (each: Schema): Code => printInner(each, table);
  if (discriminator === undefined) return [...list("anyOf", anyOf, print), ...list("oneOf", oneOf, print)];
  const tagged = (each: Schema, i: number): Code => printBranch(each, discriminator, i, table);
  return oneOf === undefined
    ? entry("anyOf", code`[${join((anyOf ?? []).map(tagged), ", ")}]`)
    : [...list("anyOf", anyOf, print), ...entry("oneOf", code`[${join(oneOf.map(tagged), ", ")}]`)];
}

function printBranch(
  branch: Schema,
  { property, tags, declared }: Discriminator,
  i: number,
  table: SchemaTable,
): Code {
  const values = tags[i] ?? [];
  const isTagged = declared[i] === true && isObjectWith(branch, property, table);
  if (isNull(branch) || isTagged) return printInner(branch, table);
  const tag = values.length === 1 ? json("const", values[0]) : json("enum", values);
  if (isSeen(branch, table) && !declares(branch, property, table)) {
    const others = object(entry("properties", object(entry(property, object(entry("not", object(tag)))))));
    return object(entry("allOf", code`[${printInner(branch, table)}, ${object(entry("not", others))}]`));
  }
  const more = [
    ...json("type", "object"),
    ...entry("properties", object(entry(property, object(tag)))),
    ...json("required", [property]),
  ];
  return isPureRef(branch)
    ? object([...membersOf(branch, table), ...more])
    : object(entry("allOf", code`[${printInner(branch, table)}, ${object(more)}]`));
}

/** Whether a rule for what is not evaluated sees what the branch evaluates. Only a branch with a name can have a tag of which it says nothing. */
const isSeen = ({ ref }: Schema, table: SchemaTable): boolean =>
  ref !== undefined && trackedSchemas(table).has(ref);

/**
 * Whether the schema has rules for the property. Where it has none, the property is not evaluated: a discriminator is a
 * hint that changes no outcome (OpenAPI 3.1, section 4.8.25). So what asks for its value must not evaluate it either,
 * and what stands below `not` does not (JSON Schema 2020-12 Core, section 7.7.1.2).
 */
const declares = (schema: Schema, property: string, table: SchemaTable): boolean =>
  partsOf(schema, table).some(({ object }) =>
    object?.properties.some((each) => each.name === property && !each.undeclared),
  );

/** Whether the schema itself allows objects only, and only those that have the property. */
function isObjectWith(schema: Schema, property: string, table: SchemaTable): boolean {
  const parts = partsOf(schema, table);
  return (
    parts.some(({ types }) => types?.length === 1 && types[0] === "object") &&
    parts.some(({ object }) => object?.properties.some((each) => each.name === property && each.required))
  );
}

/** The schema and all that it joins, references included. */
function partsOf(schema: Schema, table: SchemaTable): readonly Schema[] {
  const joined = [
    ...(schema.ref === undefined ? [] : [named(table, schema.ref).schema]),
    ...(schema.allOf ?? []),
  ];
  return [schema, ...joined.flatMap((each) => partsOf(each, table))];
}

const conditionalMembers = (conditional: Conditional | undefined, print: Print): Members =>
  conditional === undefined
    ? []
    : [
        ...one("if", conditional.if, print),
        ...one("then", conditional.then, print),
        ...one("else", conditional.else, print),
      ];
