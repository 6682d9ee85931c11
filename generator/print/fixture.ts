/** Prints samples as expressions of the runtime's makers. */
import {
  type Code,
  type Import,
  code,
  join,
  key,
  literal,
  mentions,
  parameter,
  str,
  valueFrom,
} from "../code/code.js";
import { inheritedNames } from "../model/names.js";
import { type SchemaTable, named } from "../model/schema.js";
import { isSpread } from "../sample/evaluate.js";
import type { Entry, Sample } from "../sample/sample.js";
import { ownValue } from "./own-format.js";
import { factoryValue } from "./symbols.js";

const runtime = (name: string): Import => valueFrom("runtime/fixture", name, `${name}Of`);

/** A function from a seed to a value; a maker of the runtime that needs nothing else stands for itself. */
function maker(sample: Sample, table: SchemaTable): Code {
  if (sample.kind === "make" && sample.args.length === 0) return code`${runtime(sample.maker)}`;
  if (sample.kind === "named") return code`${factoryValue(named(table, sample.id))}.make`;
  return printFixture(sample, table);
}

/**
 * The function `(s) => …` that makes the value of a sample. Fixtures may refer to each other in circles, so none is
 * touched before a value is asked for.
 */
export function printFixture(sample: Sample, table: SchemaTable): Code {
  const value = print(sample, parameter("s"), table);
  return mentions(value, "s") ? code`(s) => (${value})` : code`() => (${value})`;
}

/** The expression of a sample's value; `seed` is the expression of its seed. */
function print(sample: Sample, seed: Code, table: SchemaTable): Code {
  const at = (key: string | number): Code => code`${runtime("at")}(${seed}, ${literal(key)})`;
  const call = (name: string, ...args: readonly Code[]): Code =>
    code`${runtime(name)}(${join([seed, ...args], ", ")})`;
  switch (sample.kind) {
    case "constant":
      return literal(sample.value);
    case "pick":
      return call("pick", literal(sample.values));
    case "make":
      return call(sample.maker, ...sample.args.map(literal));
    case "own":
      // Seeds that mark the first value of all are no whole numbers.
      return code`${ownValue(sample.format, "sample")}(${seed} >>> 0)`;
    case "scaled":
      return code`${print(sample.number, seed, table)} ${sample.over ? code`/` : code`*`} ${literal(sample.by)}`;
    case "text":
      return join(
        sample.parts.map((each, i) => print(each, isSpread(sample) ? at(i) : seed, table)),
        " + ",
      );
    case "repeat":
      return call("repeat", literal(sample.min), literal(sample.max), maker(sample.part, table));
    case "choose":
      return call(
        "choose",
        code`[${join(
          sample.options.map((each) => maker(each, table)),
          ", ",
        )}]`,
      );
    case "tagged":
      return printTagged(sample, seed, table);
    case "example":
      return call("example", literal(sample.value), maker(sample.otherwise, table));
    case "list":
    case "distinct":
      return call(sample.kind, literal(sample.count), maker(sample.item, table));
    case "tuple":
      return code`[${join(
        sample.items.map((each, i) => print(each, at(i), table)),
        ", ",
      )}]`;
    case "object": {
      const members = (value: (entry: Entry) => Code): Code =>
        code`{ ${join(
          sample.entries.map((each) => code`${key(each.name)}: ${value(each)}`),
          ", ",
        )} }`;
      if (sample.entries.length === 0 && !sample.lacks) return code`{}`;
      const isPlain = !sample.entries.some((each) => inheritedNames.has(each.name));
      if (isPlain && !sample.lacks && !sample.among)
        return call(
          "record",
          members((each) => maker(each.sample, table)),
        );
      // TypeScript takes a property that every object inherits for the one that is left out.
      const object = members((each) => print(each.sample, at(each.name), table));
      return sample.lacks ? code`${runtime("lacking")}(${object})` : object;
    }
    case "named":
      return code`${factoryValue(named(table, sample.id))}.make(${seed})`;
  }
}

/** What usually stands there is one of the branches, unless it is told otherwise. */
function printTagged(sample: Extract<Sample, { kind: "tagged" }>, seed: Code, table: SchemaTable): Code {
  const { property, usual, branches } = sample;
  const makers = branches.map(({ tags, sample }) => code`[${literal([...tags])}, ${maker(sample, table)}]`);
  const options = branches.map((each) => each.sample);
  const isChoice = usual.kind === "choose" && sameSamples(usual.options, options);
  const shown = isChoice ? [] : [printFixture(usual, table)];
  const args = [seed, str(property), code`[${join(makers, ", ")}]`, ...shown];
  return code`${valueFrom("runtime/tagged", "tagged", "taggedOf")}(${join(args, ", ")})`;
}

const sameSamples = (a: readonly Sample[], b: readonly Sample[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
