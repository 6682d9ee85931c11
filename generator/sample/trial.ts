/** Proves samples by trying: what a sample makes is judged, value by value. */
import type { Json } from "../json.js";
import { type Sample, constant } from "./sample.js";
import { seeds } from "./seeds.js";

/** How hard a proof is tried for. */
export interface Effort {
  /** Candidates that are looked at. */
  readonly candidates: number;
  /** Values that must be valid. */
  readonly trials: number;
  /** Values of which some must be, where not all are. */
  readonly rescues: number;
}

export const thorough: Effort = { candidates: 60, trials: 120, rescues: 400 };
/** For values that are judged one by one afterwards. */
export const hasty: Effort = { candidates: 12, trials: 8, rescues: 48 };

/** Large values are tried less often: until they had so many members in all, but at least so many times. */
const mostMembers = 10_000;
const fewestTrials = 24;

/** After so many values none of which is valid, no more are made. */
const hopeless = 100;

/** A sample that proved itself, or, not `sure`, the valid values of one that does so sometimes. */
export interface Trial {
  readonly sample: Sample;
  readonly sure: boolean;
}

/** What makes the value of a sample for a seed, and what judges it. */
export interface Bench {
  readonly valueOf: (sample: Sample, seed: number) => Json;
  readonly accepts: (value: Json) => boolean;
}

/** The sample as it was proposed, or with the values that proved valid, where only some did. */
export function tried(
  sample: Sample,
  { valueOf, accepts }: Bench,
  { trials, rescues }: Pick<Effort, "trials" | "rescues">,
): Trial | undefined {
  let left = mostMembers;
  const made = (seed: number): Json => {
    const value = valueOf(sample, seed);
    left -= membersIn(value);
    return value;
  };
  const isValid = (seed: number, i: number): boolean =>
    (left < 0 && i >= fewestTrials) || accepts(made(seed));
  if (seeds(trials).every(isValid)) return { sample, sure: true };
  const values = new Map<string, Json>();
  for (const [i, seed] of seeds(rescues).entries()) {
    const value = made(seed);
    if (accepts(value)) values.set(JSON.stringify(value), value);
    const isHopeless = values.size === 0 && i >= hopeless;
    if (values.size === 8 || isHopeless || left < -mostMembers) break;
  }
  const [only, ...more] = values.values();
  if (only === undefined) return undefined;
  return {
    sample: more.length === 0 ? constant(only) : { kind: "pick", values: [only, ...more] },
    sure: false,
  };
}

/** The first candidate that proves itself; failing that, the valid values of one that sometimes does. */
export function proved(candidates: Iterable<Sample>, bench: Bench, effort: Effort): Sample | undefined {
  let fallback: Sample | undefined;
  let left = effort.candidates;
  for (const candidate of candidates) {
    const trial = tried(candidate, bench, effort);
    if (trial?.sure) return trial.sample;
    fallback ??= trial?.sample;
    if (--left === 0) break;
  }
  return fallback;
}

const membersIn = (value: Json): number =>
  typeof value !== "object" || value === null
    ? 1
    : Object.values(value).reduce<number>((sum, each: Json) => sum + membersIn(each), 1);
