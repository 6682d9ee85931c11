/** Prints validators: one function a schema, one line a property, each line a call of the runtime. */
import {
  type Code,
  type Import,
  access,
  code,
  empty,
  join,
  literal,
  str,
  typeFrom,
  valueFrom,
} from "../code/code.js";
import type { ConstDeclaration } from "../code/module.js";
import type { OwnFormat } from "../model/formats.js";
import { inheritedNames } from "../model/names.js";
import { type NamedSchema, type Pattern, type SchemaTable, named } from "../model/schema.js";
import {
  type Arg,
  type Body,
  type Call,
  type CheckName,
  type CheckRef,
  type Constant,
  type PropertyTarget,
  type Step,
  type Target,
  type TypeName,
  modules,
  withoutKey,
} from "../validate/steps.js";
import type { StepsOf } from "../validate/steps-of.js";
import { printFormatConverter } from "./format-converter.js";
import { Hoisting } from "./hoisting.js";
import { ownValue } from "./own-format.js";
import { validatorValue } from "./symbols.js";

const checkType: Import = typeFrom("runtime/validator", "Check", "CheckFunction");

/** A function of the runtime's checks. */
function runtime(name: CheckName | keyof typeof elsewhere): Import {
  const found = Object.entries(modules).find(([, names]) => (names as readonly string[]).includes(name));
  return valueFrom(`runtime/${found?.[0] ?? elsewhere[name as keyof typeof elsewhere]}`, name);
}

const elsewhere = {
  own: "object-checks",
  setOf: "object-checks",
  isRecord: "checks",
  isArray: "array-checks",
  mistyped: "checks",
  applied: "branch-checks",
  tell: "branch-checks",
  unseen: "branch-checks",
  orNull: "checks",
} as const;

export interface ValidatorPrinter {
  /** The function `(value, issues) => …` of a named schema. */
  readonly print: (schema: NamedSchema) => Code;
  /** Declarations that must stand before the validators. */
  readonly hoisted: readonly ConstDeclaration[];
}

/** Prints the validators of one module, which declares those of `schemas`. */
export function validatorPrinter(
  table: SchemaTable,
  schemas: readonly NamedSchema[],
  stepsOf: StepsOf,
): ValidatorPrinter {
  const hoisting = new Hoisting([
    ...schemas.map((each) => each.name),
    "value",
    "issues",
    "seen",
    "outer",
    "x",
  ]);
  const prefixed = schemas.length > 1;

  const printBody = ({ seen, steps }: Body): Code => {
    const body = printSteps(steps);
    if (body.length === 0) return code`() => {}`;
    switch (seen) {
      case "none":
        return code`(value, issues) => {\n${join(body, "\n")}\n}`;
      case "given":
        return code`(value, issues, seen) => {\n${join(body, "\n")}\n}`;
      case "own":
        return code`(value, issues) => {\n${join([newSeen, ...body], "\n")}\n}`;
      case "both":
        return code`(value, issues, outer) => {\n${join([newSeen, ...body, told], "\n")}\n}`;
    }
  };

  const newSeen = code`const seen = ${runtime("unseen")}();`;
  const told = code`${runtime("tell")}(outer, seen);`;

  /** The steps of one block; `x` is declared before the first that assigns it. */
  const printSteps = (steps: readonly Step[]): readonly Code[] => {
    const lines = steps.map(printStep);
    const first = steps.findIndex((each, i) => each.kind === "calls" && lines[i]?.some(assigns));
    return lines.flatMap((each, i) => (i === first ? [code`let x: unknown;`, ...each] : each));
  };

  const printStep = (step: Step): readonly Code[] => {
    switch (step.kind) {
      case "pass":
        return [code`if (${isOneOf(code`value`, step.constants)}) return;`];
      case "object":
        return [code`if (!${runtime("isRecord")}(value)) return void ${notObject(step.orNull)};`];
      case "typed": {
        const inner = join(printSteps(step.steps), "\n");
        return [code`if (${typeTests[step.type].is()}) {\n${inner}\n}`];
      }
      case "calls":
        return [printCalls(step.target, step.calls)];
      case "byType": {
        const judged = step.cases.flatMap(({ types, call }) => {
          const tests = types.map((type) => typeTests[type].is());
          return call === undefined ? [] : [code`if (${join(tests, " || ")}) ${printBranch(call)}`];
        });
        const passing = step.cases.flatMap(({ types, call }) => (call === undefined ? types : []));
        const otherwise = printCall(step.otherwise, code`undefined`, code`value`);
        const tests = passing.map((type) => typeTests[type].isNot());
        const last = tests.length === 0 ? otherwise : code`if (${join(tests, " && ")}) ${otherwise}`;
        return [code`${join([...judged, last], ";\nelse ")};`];
      }
      case "choose": {
        const key = str(step.property);
        const cases = step.cases.map(({ tags, call }) => {
          const labels = tags.map((tag) => code`case ${literal(tag)}:`);
          return code`${join(labels, "\n")}\n${printBranch(call)};\nbreak;`;
        });
        const tag = property(step.property);
        const otherwise = printCall(step.otherwise, key, tag);
        return [code`switch (${tag}) {\n${join(cases, "\n")}\ndefault:\n${otherwise};\n}`];
      }
    }
  };

  /** One statement; what is worth checking is asked before, in the same line. */
  const printCalls = (target: Target, calls: readonly Call[]): Code => {
    if (target === "value") return chain(empty, calls, code`undefined`, code`value`);
    const key = str(target.name);
    const value = property(target.name);
    const test = isWorthChecking(code`(x = ${value})`, target);
    const [first, ...more] = calls as [Call, ...Call[]];
    if (test !== undefined) return chain(test, calls, key, code`x`);
    if (more.length === 0) return code`${printCall(first, key, value)};`;
    return chain(printCall(first, key, code`(x = ${value})`), more, key, code`x`);
  };

  const chain = (test: Code, calls: readonly Call[], key: Code, value: Code): Code => {
    const printed = calls.map((each) => printCall(each, key, value));
    const conditions = [...(test === empty ? [] : [test]), ...printed.slice(0, -1)];
    const last = code`${printed.at(-1) ?? empty};`;
    return conditions.length === 0 ? last : code`if (${join(conditions, " && ")}) ${last}`;
  };

  const printCall = ({ name, args }: Call, key: Code, value: Code): Code => {
    const first = withoutKey.has(name) ? [code`issues`, value] : [code`issues`, key, value];
    return code`${runtime(name)}(${join([...first, ...trimmed(args).flatMap(printArg)], ", ")})`;
  };

  /** The check of a branch is called in a line of its own: a call that all schemas share is slow. */
  const printBranch = (branch: Call): Code => {
    const [check, place, seen] = branch.args;
    if (branch.name !== "apply" || check?.kind !== "check" || seen !== undefined || isShortCheck(check.check))
      return printCall(branch, code`undefined`, code`value`);
    const run = printCheck(check.check);
    const args = [code`issues`, code`issues.length`, code`${run}(value, issues)`, run];
    return code`${runtime("applied")}(${join([...args, ...(place ? printArg(place) : [])], ", ")})`;
  };

  const printArg = (arg: Arg): readonly Code[] => {
    switch (arg.kind) {
      case "literal":
        return [arg.value === undefined ? code`undefined` : literal(arg.value)];
      case "infinity":
        return [code`Infinity`];
      case "orNull":
        return [code`${runtime("orNull")}`];
      case "shared":
        return [hoisting.list(arg.value, arg.hint)];
      case "pattern":
        return [hoisting.pattern(arg.pattern, arg.hint)];
      case "names":
        return [
          hoisting.share(
            `set ${JSON.stringify(arg.names)}`,
            arg.hint,
            code`/* @__PURE__ */ ${runtime("setOf")}(${literal([...arg.names])})`,
          ),
        ];
      case "format":
        return [code`${formatCheck(arg.check)}`];
      case "converter":
        return [printFormatConverter(arg.converter)];
      case "check":
        return [printCheck(arg.check)];
      case "checks":
        return [code`[${join(arg.checks.map(printCheck), ", ")}]`];
      case "patterns": {
        const entries = arg.entries.map(
          ({ pattern, hint, check }) =>
            code`[${join([hoisting.pattern(pattern, hint), printCheck(check), ...keyOf(pattern)], ", ")}]`,
        );
        return [code`[${join(entries, ", ")}]`];
      }
      case "seen":
        return [code`seen`];
    }
  };

  /** A function: that of a named schema, a short one where it is needed, or a longer one that stands outside. */
  const printCheck = (ref: CheckRef): Code => {
    switch (ref.kind) {
      case "named":
        return code`${validatorValue(named(table, ref.id))}.run`;
      case "runtime":
        return code`${runtime(ref.name)}`;
      case "body":
        return isShort(ref.body)
          ? printShort(ref.body)
          : hoisting.check(ref.body, ref.hint, () => printBody(ref.body), code`${checkType}`);
    }
  };

  const printShort = ({ steps: [only] }: Body): Code =>
    only?.kind === "calls" && only.calls[0] !== undefined
      ? code`(value, issues) => void ${printCall(only.calls[0], code`undefined`, code`value`)}`
      : code`() => {}`;

  return {
    print: (schema) => printBody(stepsOf(schema.id, schema.schema, prefixed ? schema.factory : "")),
    hoisted: hoisting.declarations,
  };
}

/** The function that checks a format. */
const formatCheck = (check: string | OwnFormat): Import =>
  typeof check === "string" ? valueFrom("runtime/formats", check) : ownValue(check, "is");

const notObject = (orNull: boolean): Code =>
  code`${runtime("mistyped")}(issues, undefined, value, "object"${orNull ? code`, ${runtime("orNull")}` : empty})`;

/** A body of one call, or none, that notes nothing. */
const isShort = ({ seen, steps: [first, ...more] }: Body): boolean =>
  seen === "none" &&
  more.length === 0 &&
  (first === undefined || (first.kind === "calls" && first.target === "value" && first.calls.length === 1));

const isShortCheck = (ref: CheckRef): boolean => ref.kind === "body" && isShort(ref.body);

/** Arguments without the undefined ones at the end, which are what the functions assume. */
function trimmed(args: readonly Arg[]): readonly Arg[] {
  const last = args.at(-1);
  return last?.kind === "literal" && last.value === undefined ? trimmed(args.slice(0, -1)) : args;
}

/** The text of a pattern, where the expression shows itself in another way. */
const keyOf = ({ source, flags }: Pattern): readonly Code[] =>
  new RegExp(source, flags).source === source ? [] : [str(source)];

/** The tests that a value is of a type, and that it is of another. */
const typeTests: Readonly<Record<TypeName, { readonly is: () => Code; readonly isNot: () => Code }>> = {
  string: typeofTests("string"),
  number: typeofTests("number"),
  boolean: typeofTests("boolean"),
  null: { is: () => code`value === null`, isNot: () => code`value !== null` },
  array: predicateTests("isArray"),
  object: predicateTests("isRecord"),
};

function typeofTests(type: "string" | "number" | "boolean"): (typeof typeTests)[TypeName] {
  const asked = str(type);
  return { is: () => code`typeof value === ${asked}`, isNot: () => code`typeof value !== ${asked}` };
}

function predicateTests(name: "isArray" | "isRecord"): (typeof typeTests)[TypeName] {
  return { is: () => code`${runtime(name)}(value)`, isNot: () => code`!${runtime(name)}(value)` };
}

const property = (name: string): Code =>
  inheritedNames.has(name) ? code`${runtime("own")}(value, ${str(name)})` : code`value${access(name)}`;

const assigns = (line: Code): boolean =>
  line.parts.some((part) => typeof part === "string" && part.includes("(x = "));

/** The test that a value is one of the constants. */
function isOneOf(value: Code, constants: readonly Constant[]): Code {
  return join(
    constants.map((each) => code`${value} === ${literal(each)}`),
    " || ",
  );
}

/** The test that a property is there and not known to be valid; undefined where it always is worth checking. */
function isWorthChecking(assigned: Code, { optional, constants, types }: PropertyTarget): Code | undefined {
  const nullable = constants.includes(null);
  const tests: readonly ((value: Code) => Code)[] = [
    ...(optional ? [(value: Code) => code`${value} ${nullable ? code`!= null` : code`!== undefined`}`] : []),
    ...types.map((type) => (value: Code) => code`typeof ${value} !== ${str(type)}`),
    ...constants
      .filter((each) => !optional || each !== null)
      .map((each) => (value: Code) => code`${value} !== ${literal(each)}`),
  ];
  return tests.length === 0
    ? undefined
    : join(
        tests.map((test, i) => test(i === 0 ? assigned : code`x`)),
        " && ",
      );
}
