/** What stands at a place of every value that a sample makes. */
import type { Path } from "./case.js";
import type { SampleOf } from "./evaluate.js";
import { type Sample, constant } from "./sample.js";

/** The sample of a place; undefined where some values may lack the place, or have another kind of value around it. */
export function sampleAt(sample: Sample, path: Path, of: SampleOf): Sample | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return sample.kind === "tagged" ? sample.usual : sample;
  const inner = partOf(sample, key, of);
  return inner && sampleAt(inner, rest, of);
}

function partOf(sample: Sample, key: string | number, of: SampleOf): Sample | undefined {
  switch (sample.kind) {
    case "tagged":
      return partOf(sample.usual, key, of);
    case "named":
      return partOf(of(sample.id), key, of);
    case "object":
      return sample.entries.find((each) => each.name === key)?.sample;
    case "list":
    case "distinct":
      return typeof key === "number" && key < sample.count ? sample.item : undefined;
    case "tuple":
      return sample.items[key as number];
    case "constant": {
      const { value } = sample;
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
      return constant((value as { readonly [key: string | number]: typeof value })[key] ?? null);
    }
    default:
      return undefined;
  }
}

/** Whether every value of a sample is an object or an array, so that it can be changed in part. */
export function isContainer(sample: Sample, of: SampleOf): boolean {
  switch (sample.kind) {
    case "tagged":
      return isContainer(sample.usual, of);
    case "named":
      return isContainer(of(sample.id), of);
    case "constant":
      return typeof sample.value === "object" && sample.value !== null;
    default:
      return ["object", "list", "distinct", "tuple"].includes(sample.kind);
  }
}
