/** Makes the value that a printed sample will make. */
import type { Json } from "../json.js";
import type { SchemaId } from "../model/schema.js";
import * as runtime from "../runtime/fixture.js";
import type { Sample } from "./sample.js";

/** The sample of a named schema. */
export type SampleOf = (id: SchemaId) => Sample;

export function evaluate(sample: Sample, seed: runtime.Seed, of: SampleOf): Json {
  const text = (each: Sample, at: runtime.Seed): string => evaluate(each, at, of) as string;
  switch (sample.kind) {
    case "constant":
      return sample.value;
    case "pick":
      return runtime.pick(seed, sample.values);
    case "make": {
      const maker = runtime[sample.maker] as (seed: number, ...args: readonly (string | number)[]) => Json;
      return maker(seed, ...sample.args);
    }
    case "own":
      return sample.format.sample(seed >>> 0);
    case "scaled": {
      const number = evaluate(sample.number, seed, of) as number;
      return sample.over ? number / sample.by : number * sample.by;
    }
    case "text":
      return sample.parts
        .map((each, i) => text(each, isSpread(sample) ? runtime.at(seed, i) : seed))
        .join("");
    case "repeat":
      return runtime.repeat(seed, sample.min, sample.max, (s) => text(sample.part, s));
    case "choose":
      return runtime.choose<Json>(
        seed,
        sample.options.map((each) => (s) => evaluate(each, s, of)),
      );
    case "example":
      return runtime.example(seed, sample.value, (s) => evaluate(sample.otherwise, s, of));
    case "list":
    case "distinct":
      return runtime[sample.kind](seed, sample.count, (s) => evaluate(sample.item, s, of));
    case "tuple":
      return sample.items.map((each, i) => evaluate(each, runtime.at(seed, i), of));
    case "object":
      return Object.fromEntries(
        sample.entries.map((each) => [each.name, evaluate(each.sample, runtime.at(seed, each.name), of)]),
      );
    case "tagged":
      return evaluate(sample.usual, seed, of);
    case "named":
      return evaluate(of(sample.id), seed, of);
  }
}

/** Whether more than one part of a text is random, so that each needs a seed of its own. */
export const isSpread = ({ parts }: Extract<Sample, { kind: "text" }>): boolean =>
  parts.filter((each) => each.kind !== "constant").length > 1;
