/** Prints a schema as a validator: one function a schema, one line a property, each line a call of the runtime. */
import {
  type Code,
  type Import,
  access,
  code,
  empty,
  ident,
  join,
  literal,
  regex,
  str,
  valueFrom,
} from "../code/code.js";
import type { ConstDeclaration } from "../code/module.js";
import type { Json } from "../json.js";
import { NameTable, camelCase, pascalCase } from "../model/names.js";
import { impliesLengths } from "../model/pattern-shape.js";
import {
  type JsonType,
  type NamedSchema,
  type Pattern,
  type Property,
  type Schema,
  type SchemaTable,
  type StringRules,
  hasRules,
  isNull,
  isPureRef,
  jsonTypes,
  named,
} from "../model/schema.js";
import { knownFormats } from "./formats.js";
import { type Call, call, guarded, numberRules, orType, root, runtime } from "./validator-call.js";
import { exempt, isConstant, isWorthChecking } from "./validator-exempt.js";
import { validatorValue } from "./symbols.js";

const typeCheck: Import = {
  module: "runtime/validator",
  name: "Check",
  kind: "type",
  alias: "CheckFunction",
};

/** Names that every object inherits. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Prints the validators of one module and collects the constants and functions that they share. */
export class ValidatorPrinter {
  readonly #table: SchemaTable;
  readonly #names: NameTable;
  /** Whether what is hoisted is named after its schema as well as after its property. */
  readonly #prefixed: boolean;
  readonly #shared = new Map<string, Code>();
  readonly #checks = new Map<Schema, Code>();
  readonly #hoisted: ConstDeclaration[] = [];

  /** `schemas` are those whose validators the module declares. */
  constructor(table: SchemaTable, schemas: readonly NamedSchema[]) {
    this.#table = table;
    this.#prefixed = schemas.length > 1;
    this.#names = new NameTable(undefined, [...schemas.map((each) => each.name), "value", "issues", "x"]);
  }

  /** Declarations that must stand before the validators. */
  get hoisted(): readonly ConstDeclaration[] {
    return this.#hoisted;
  }

  /** The function `(value, issues) => …` of a named schema. */
  print(schema: NamedSchema): Code {
    return this.#function(schema.schema, this.#prefixed ? schema.factory : "");
  }

  /** A function that checks a value against a schema. `path` names what it hoists. */
  #function(schema: Schema, path: string): Code {
    const statements = this.#statements(schema, path);
    return statements.length === 0
      ? code`() => {}`
      : code`(value, issues) => {\n${join(statements, "\n")}\n}`;
  }

  /** A reference to a function that checks a schema: that of a named schema, or one hoisted under `path`. */
  #check(schema: Schema, path: string): Code {
    const known = this.#checks.get(schema);
    if (known !== undefined) return known;
    const check = this.#makeCheck(schema, path);
    this.#checks.set(schema, check);
    return check;
  }

  #makeCheck(schema: Schema, path: string): Code {
    if (isPureRef(schema)) return code`${validatorValue(named(this.#table, schema.ref))}.run`;
    if (schema.never) return code`(value, issues) => ${runtime("never")}(issues, undefined, value)`;
    const calls = this.#calls(schema, path);
    if (calls?.length === 0) return code`() => {}`;
    if (calls?.length === 1) return code`(value, issues) => void ${(calls[0] as Call)(root)}`;
    const body = this.#function(schema, path);
    return this.#hoist(`${path} check`, body, code`${typeCheck}`);
  }

  /** All that a function must do to check the root value against a schema. */
  #statements(whole: Schema, path: string): readonly Code[] {
    const { schema, constants } = exempt(whole);
    if (constants.length === 0) return this.#checkRoot(schema, path);
    return [code`if (${isConstant(root.value, constants)}) return;`, ...this.#checkRoot(schema, path)];
  }

  #checkRoot(schema: Schema, path: string): readonly Code[] {
    if (schema.never) return [code`${runtime("never")}(issues, undefined, value);`];
    const simple = this.#calls(schema, path);
    if (simple !== undefined) return guarded(simple, empty, root);
    const { types = jsonTypes } = schema;
    const own =
      schema.enum !== undefined || (schema.types?.length === 1 && schema.types[0] === "object")
        ? this.#ownRules(schema, path)
        : [
            ...(schema.types === undefined
              ? []
              : [code`${runtime("typed")}(issues, undefined, value, ${literal([...types])});`]),
            ...this.#rulesByType(schema, path),
          ];
    return [...own, ...this.#combinators(schema, path)];
  }

  #ownRules(schema: Schema, path: string): readonly Code[] {
    if (schema.enum !== undefined)
      return [code`${this.#among(schema.enum, path)(root)};`, ...this.#rulesByType(schema, path)];
    return [
      code`if (!${runtime("record")}(issues, undefined, value)) return;`,
      ...this.#properties(schema, path),
    ];
  }

  /** Each group of rules applies to values of its type only. */
  #rulesByType(schema: Schema, path: string): readonly Code[] {
    const allowed = (type: JsonType): boolean => schema.types === undefined || schema.types.includes(type);
    const block = (condition: Code, statements: readonly Code[]): readonly Code[] =>
      statements.length === 0 ? [] : [code`if (${condition}) {\n${join(statements, "\n")}\n}`];
    return [
      ...(allowed("string")
        ? block(code`typeof value === "string"`, guarded(this.#stringRules(schema.string, path), empty, root))
        : []),
      ...(allowed("number") || allowed("integer")
        ? block(code`typeof value === "number"`, guarded(numberRules(schema.number), empty, root))
        : []),
      ...(allowed("array")
        ? block(code`${runtime("isArray")}(value)`, guarded(this.#arrayRules(schema, path), empty, root))
        : []),
      ...(allowed("object") && schema.object
        ? block(code`${runtime("isRecord")}(value)`, this.#properties(schema, path))
        : []),
    ];
  }

  #combinators(schema: Schema, path: string): readonly Code[] {
    return [
      ...(schema.ref === undefined
        ? []
        : [code`${validatorValue(named(this.#table, schema.ref))}.run(value, issues);`]),
      ...(schema.allOf ?? []).flatMap((each, i) =>
        isPureRef(each)
          ? [code`${this.#check(each, path)}(value, issues);`]
          : !hasRules(each)
            ? []
            : [code`${this.#hoistedCheck(each, `${path} part ${i + 1}`)}(value, issues);`],
      ),
      ...(schema.discriminator ? [this.#tagged(schema, path)] : this.#alternatives(schema, path)),
    ];
  }

  #alternatives(schema: Schema, path: string): readonly Code[] {
    return (["anyOf", "oneOf"] as const).flatMap((keyword) => {
      const branches = schema[keyword];
      if (branches === undefined) return [];
      const checks = branches.map((each, i) => this.#check(each, `${path} option ${i + 1}`));
      return [code`${runtime(keyword)}(value, issues, [${join(checks, ", ")}]);`];
    });
  }

  /** The discriminating property chooses the branch, and only that branch reports. */
  #tagged(schema: Schema, path: string): Code {
    const { property, tags } = schema.discriminator as NonNullable<Schema["discriminator"]>;
    const branches = schema.oneOf ?? schema.anyOf ?? [];
    const cases = branches.flatMap((branch, i) => {
      if (isNull(branch)) return [];
      const labels = (tags[i] ?? []).map((tag) => code`case ${literal(tag)}:`);
      return [
        code`${join(labels, "\n")}\nreturn ${this.#hoistedCheck(branch, `${path} option ${i + 1}`)}(value, issues);`,
      ];
    });
    const tag = inherited.has(property)
      ? code`${runtime("own")}(value, ${str(property)})`
      : code`value${access(property)}`;
    const nothing = branches.some(isNull) ? [code`if (value === null) return;`] : [];
    return join(
      [
        ...nothing,
        code`if (!${runtime("record")}(issues, undefined, value)) return;`,
        code`switch (${tag}) {\n${join(cases, "\n")}`,
        code`default:\n${this.#among(tags.flat(), `${path} ${property}`)({ value: tag, key: str(property) })};\n}`,
      ],
      "\n",
    );
  }

  /** Like `check`, but never an inline function, so that it can be called where it stands. */
  #hoistedCheck(schema: Schema, path: string): Code {
    if (isPureRef(schema)) return this.#check(schema, path);
    return this.#hoist(`${path} check`, this.#function(schema, path), code`${typeCheck}`);
  }

  /** The calls that check a schema of one type (null beside it aside), or undefined where calls do not suffice. */
  #calls(schema: Schema, path: string): readonly Call[] | undefined {
    const { ref, allOf, anyOf, oneOf, types, never } = schema;
    if (never || allOf || anyOf || oneOf) return undefined;
    if (isPureRef(schema)) return [this.#nested(schema, path)];
    if (ref !== undefined) return undefined;
    if (schema.enum !== undefined) return onlyEnum(schema) ? [this.#among(schema.enum, path)] : undefined;
    if (!hasRules(schema)) return [];
    const [type, ...more] = types ?? [];
    if (type === undefined || more.length > 0) return undefined;
    switch (type) {
      case "null":
        return [call("nil")];
      case "boolean":
        return [call("boolean")];
      case "string":
        return orType("text", this.#stringRules(schema.string, path));
      case "integer":
      case "number":
        return [call(type), ...numberRules(schema.number, type)];
      case "array":
        return orType("array", this.#arrayRules(schema, path));
      case "object":
        return schema.object === undefined ? [call("record")] : undefined;
    }
  }

  #nested(schema: Schema, path: string): Call {
    const check = this.#check(schema, path);
    return ({ value, key }) =>
      key === root.key
        ? code`${check}(value, issues)`
        : code`${runtime("nested")}(issues, ${key}, ${value}, ${check})`;
  }

  #among(values: readonly Json[], path: string): Call {
    const list = this.#share(
      `${JSON.stringify(values)}`,
      `${path} values`,
      values.length === 0 ? code`[] as unknown[]` : literal([...values]),
    );
    const nested = values.some((each) => typeof each === "object" && each !== null);
    return call(nested ? "amongNested" : "among", () => [list]);
  }

  #stringRules(rules: StringRules | undefined, path: string): readonly Call[] {
    if (rules === undefined) return [];
    const { pattern, format } = rules;
    const [min, max] = impliesLengths(rules) ? [undefined, undefined] : [rules.minLength, rules.maxLength];
    const known = format === undefined ? undefined : knownFormats.get(format);
    return [
      ...(min === undefined && max === undefined
        ? []
        : [call("sized", () => [literal(min ?? 0), max === undefined ? code`Infinity` : literal(max)])]),
      ...(pattern === undefined ? [] : [this.#matching(pattern, path)]),
      ...(known?.check === undefined
        ? []
        : [
            call("formatted", () => [
              code`${valueFrom("runtime/formats", known.check as string)}`,
              str(format as string),
            ]),
          ]),
    ];
  }

  #matching(pattern: Pattern, path: string): Call {
    const expression = this.#share(`/${pattern.source}/${pattern.flags}`, `${path} pattern`, regex(pattern));
    return call("matching", () => [expression]);
  }

  #arrayRules({ array }: Schema, path: string): readonly Call[] {
    if (array === undefined) return [];
    const { prefixItems = [], items, minItems, maxItems, uniqueItems } = array;
    const heads = prefixItems.map((each, i) => this.#check(each, `${path} item ${i + 1}`));
    const rest = items === undefined || !hasRules(items) ? undefined : this.#check(items, `${path} item`);
    return [
      ...(minItems === undefined && maxItems === undefined
        ? []
        : [
            call("counted", () => [
              literal(minItems ?? 0),
              maxItems === undefined ? code`Infinity` : literal(maxItems),
            ]),
          ]),
      ...(heads.length === 0 ? [] : [call("tuple", () => [code`[${join(heads, ", ")}]`])]),
      ...(rest === undefined
        ? []
        : [call("each", () => [rest, ...(heads.length === 0 ? [] : [literal(heads.length)])])]),
      ...(uniqueItems ? [call("unique")] : []),
    ];
  }

  #properties({ object }: Schema, path: string): readonly Code[] {
    if (object === undefined) return [];
    const {
      properties,
      patternProperties,
      additionalProperties,
      propertyNames,
      minProperties,
      maxProperties,
    } = object;
    const lines = properties.flatMap((each) => this.#property(each, `${path} ${each.name}`));
    const assigns = lines.some((line) =>
      line.parts.some((part) => typeof part === "string" && part.includes("(x = ")),
    );
    const others =
      patternProperties.length > 0 || (additionalProperties !== undefined && hasRules(additionalProperties))
        ? [this.#others(object, path)]
        : [];
    return [
      ...(assigns ? [code`let x: unknown;`] : []),
      ...lines,
      ...others,
      ...(propertyNames === undefined
        ? []
        : [code`${runtime("names")}(issues, value, ${this.#check(propertyNames, `${path} name`)});`]),
      ...(minProperties === undefined && maxProperties === undefined
        ? []
        : [
            code`${runtime("populated")}(issues, value, ${literal(minProperties ?? 0)}, ${maxProperties === undefined ? code`Infinity` : literal(maxProperties)});`,
          ]),
    ];
  }

  #others(
    { properties, patternProperties, additionalProperties }: NonNullable<Schema["object"]>,
    path: string,
  ): Code {
    const names = literal(properties.filter((each) => !each.undeclared).map((each) => each.name));
    const declared = this.#share(
      `set ${path}`,
      `${path} properties`,
      code`/* @__PURE__ */ ${runtime("setOf")}(${names})`,
    );
    const rest =
      additionalProperties === undefined || !hasRules(additionalProperties)
        ? code`undefined`
        : additionalProperties.never
          ? code`${runtime("unknownProperty")}`
          : this.#check(additionalProperties, `${path} other`);
    const patterns = patternProperties.map(({ pattern, schema }, i) => {
      const expression = this.#share(
        `/${pattern.source}/${pattern.flags}`,
        `${path} name ${i + 1} pattern`,
        regex(pattern),
      );
      return code`[${expression}, ${this.#check(schema, `${path} match ${i + 1}`)}]`;
    });
    const last = patterns.length === 0 ? empty : code`, [${join(patterns, ", ")}]`;
    return code`${runtime("others")}(issues, value, ${declared}, ${rest}${last});`;
  }

  /** The line of one property: nothing is asked of an absent optional one, nor of a null that is allowed. */
  #property({ name, required, schema, undeclared }: Property, path: string): readonly Code[] {
    const { schema: bare, constants } = exempt(
      undeclared ? { pointer: schema.pointer, annotations: {} } : schema,
    );
    const calls = this.#calls(bare, path) ?? [this.#nested(bare, path)];
    const value = inherited.has(name)
      ? code`${runtime("own")}(value, ${str(name)})`
      : code`value${access(name)}`;
    const target = { value: code`x`, key: str(name) };
    const [first, ...more] = calls;
    if (first === undefined)
      return required ? [code`${runtime("present")}(issues, ${str(name)}, ${value});`] : [];
    const assigned = code`(x = ${value})`;
    const test = isWorthChecking(assigned, !required, constants);
    if (test !== undefined) return guarded(calls, test, target);
    if (more.length === 0) return [code`${first({ ...target, value })};`];
    return guarded([(t) => first({ ...t, value: assigned }), ...more], empty, target);
  }

  /** A constant that the module's validators share; equal constants are one. */
  #share(key: string, path: string, value: Code): Code {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const name = this.#hoist(path, value);
    this.#shared.set(key, name);
    return name;
  }

  #hoist(path: string, value: Code, type?: Code): Code {
    const wish = camelCase(path);
    const name = this.#names.claim([wish, `own${pascalCase(wish)}`], `${path} ${this.#hoisted.length}`);
    this.#hoisted.push({
      kind: "const",
      exported: false,
      name,
      value,
      ...(type === undefined ? {} : { type }),
    });
    return ident(name);
  }
}

/** Whether nothing but its list of values constrains a schema that has one. */
const onlyEnum = ({ string, number, array, object }: Schema): boolean =>
  [string, number, array, object].every((each) => each === undefined);
