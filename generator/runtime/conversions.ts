/** Converters of values that hold other values. Each leaves alone what is not of the JSON type that it speaks of. */
import type { Converter } from "./converter.js";
import type { Issue } from "./issue.js";
import type { Check } from "./validator.js";

/** One of the two ways of a converter; without one a value stays as it is. */
type Way = (converter: Converter | undefined, value: unknown) => unknown;

const reading: Way = (converter, wire) => (converter === undefined ? wire : converter.read(wire));
const writing: Way = (converter, value) => (converter === undefined ? value : converter.write(value));

function bothWays(convert: (value: unknown, way: Way) => unknown): Converter {
  return {
    read: (wire) => convert(wire, reading),
    write: (value) => convert(value, writing) as never,
  };
}

/** The converter of a schema, made when it is first used: schemas may contain each other. */
export function converter(make: () => Converter): Converter {
  let made: Converter | undefined;
  return bothWays((value, way) => way((made ??= make()), value));
}

/** The items of an array; the first ones have converters of their own where `heads` says so, and none where it says undefined. */
export function items(
  rest: Converter | undefined,
  heads: readonly (Converter | undefined)[] = [],
): Converter {
  return bothWays((value, way) =>
    Array.isArray(value) ? value.map((each, i) => way(i < heads.length ? heads[i] : rest, each)) : value,
  );
}

/** The properties of an object by name; those that are not named go to all that match a pattern, or else to `rest`. */
export function members(
  named: Readonly<Record<string, Converter | undefined>>,
  rest?: Converter,
  patterns: readonly (readonly [pattern: RegExp, converter?: Converter])[] = [],
): Converter {
  const convert = (key: string, value: unknown, way: Way): unknown => {
    const matched = patterns.filter(([pattern]) => pattern.test(key));
    const isNamed = Object.hasOwn(named, key);
    const first = isNamed ? named[key] : matched.length === 0 ? rest : undefined;
    return matched.reduce((each, [, next]) => way(next, each), way(first, value));
  };
  return bothWays((value, way) =>
    isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, convert(key, each, way)]))
      : value,
  );
}

/** Whether a value is an object of properties: no array, no Date, no bytes. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return {}.toString.call(value) === "[object Object]";
}

/** Several converters that speak of the same value. */
export function all(...converters: readonly Converter[]): Converter {
  return bothWays((value, way) => converters.reduce((each, next) => way(next, each), value));
}

/** The converter of the branch that the value of a property chooses. */
export function tagged(
  property: string,
  branches: readonly (readonly [tags: readonly unknown[], converter: Converter])[],
): Converter {
  return bothWays((value, way) => {
    const tag = isPlain(value) && Object.hasOwn(value, property) ? value[property] : undefined;
    return way(branches.find(([tags]) => tags.includes(tag))?.[1], value);
  });
}

/** The converter of the first branch whose check finds nothing wrong with the value; where there is none, all of them. */
export function fitting(branches: readonly (readonly [check: Check, converter?: Converter])[]): Converter {
  const every = all(...branches.flatMap(([, each]) => each ?? []));
  return {
    read: (wire) => {
      for (const [check, each] of branches) {
        const value = reading(each, wire);
        if (fits(check, value)) return value;
      }
      return every.read(wire);
    },
    write: (value) => {
      const branch = branches.find(([check]) => fits(check, value));
      return writing(branch === undefined ? every : branch[1], value) as never;
    },
  };
}

function fits(check: Check, value: unknown): boolean {
  const issues: Issue[] = [];
  check(value, issues);
  return issues.length === 0;
}
