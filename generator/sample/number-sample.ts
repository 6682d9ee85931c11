/** Samples of numbers: within bounds, in steps. */
import { numberRange } from "../model/formats.js";
import type { NumberRules, Schema } from "../model/schema.js";
import { NoSample, type Sample, constant, make } from "./sample.js";

interface Interval {
  readonly low: number;
  readonly high: number;
  readonly opensLow: boolean;
  readonly opensHigh: boolean;
}

/** A number that keeps the rules; a whole one where `whole` is set. */
export function numberSample(schema: Schema, rules: NumberRules, whole: boolean): Sample {
  const interval = intervalOf(rules);
  const integral = whole || numberRange(rules.format)?.whole === true;
  const steps = stepOf(rules, integral);
  if (steps === undefined) return decimalSample(schema, interval);
  const { low, high, opensLow, opensHigh } = interval;
  const first = Math.ceil(low / steps) + (opensLow && Number.isInteger(low / steps) ? 1 : 0);
  const last = Math.floor(high / steps) - (opensHigh && Number.isInteger(high / steps) ? 1 : 0);
  if (first > last) throw none(schema, interval, integral);
  const [from, to] = near(first, last, 1000);
  const number = make("integer", from, to);
  if (steps === 1) return number;
  // Dividing by a whole number rounds once; multiplying by a decimal fraction would round twice.
  return Number.isInteger(1 / steps)
    ? { kind: "scaled", number, by: 1 / steps, over: true }
    : { kind: "scaled", number, by: steps, over: false };
}

/** The step between the values; whole numbers in steps of a fraction go by its first whole multiple. */
function stepOf({ multipleOf }: NumberRules, whole: boolean): number | undefined {
  if (multipleOf === undefined) return whole ? 1 : undefined;
  if (!whole || Number.isInteger(multipleOf)) return multipleOf;
  for (let times = 2; times <= 1000; times++)
    if (Number.isInteger(multipleOf * times)) return multipleOf * times;
  return multipleOf * 1e9;
}

function intervalOf(rules: NumberRules): Interval {
  const range = numberRange(rules.format);
  const { exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = rules;
  const low = Math.max(rules.minimum ?? -Infinity, exclusiveMinimum, range?.min ?? -Infinity);
  const high = Math.min(rules.maximum ?? Infinity, exclusiveMaximum, range?.max ?? Infinity);
  return { low, high, opensLow: low === exclusiveMinimum, opensHigh: high === exclusiveMaximum };
}

function decimalSample(schema: Schema, interval: Interval): Sample {
  const { low, high, opensLow, opensHigh } = interval;
  if (low > high || (low === high && (opensLow || opensHigh))) throw none(schema, interval, false);
  if (low === high) return constant(low);
  const [from, to] = opensHigh && high <= 0 ? [Math.max(low, high - 1000), high] : near(low, high, 1000);
  return make("decimal", from, to);
}

function none(schema: Schema, { low, high }: Interval, whole: boolean): NoSample {
  return new NoSample(schema, `no ${whole ? "integer" : "number"} lies between ${low} and ${high}`, true);
}

/** A readable part of a range: near its finite end, or from 0 where it has none or lies around it. */
function near(low: number, high: number, width: number): readonly [number, number] {
  const from =
    low > -Infinity && (low >= 0 || high <= 0)
      ? low
      : high < 0
        ? Math.max(low, high - width)
        : Math.max(low, 0);
  return [from, Math.min(high, from + width)];
}
