/** Keeps personal data out of logs. */

/** The names by which an operation's parameters, bodies and answers hold personal data; `*` is a whole body. */
export type PersonalNames = readonly string[];

/** The names of personal data by operation: `GET /pets/{id}`, as middleware sees method and path of a request. */
export type PersonalData = Readonly<Record<string, PersonalNames>>;

/** What stands in the place of personal data. */
export const mark = "[redacted]";

/** A copy of a value in which everything that goes by one of the names is replaced, at whatever depth. */
export function redacted(value: unknown, names: PersonalNames): unknown {
  return names.includes("*") ? mark : inside(value, new Set(names));
}

/** Dates, bytes and files are values like texts. */
function inside(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => inside(each, names));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, names.has(name) ? mark : inside(each, names)]),
  );
}

const isPlain = (value: unknown): value is object => ({}).toString.call(value) === "[object Object]";
