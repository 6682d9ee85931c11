/** Which paths are meant by a URL that several of them match (OpenAPI 3.1, section 4.8.8.2). */

/** A stand-in for the value of a parameter: no path has it. */
const anyValue = "\0";
const parameters = /\{[^{}]*\}/g;

/** Of some paths those that are matched before a path: it would match all of their URLs, and not the other way round. */
export function moreConcrete(path: string, others: readonly string[]): readonly string[] {
  const matches = matcher(path);
  return others.filter((each) => matches(each) && !matcher(each)(path));
}

/** Tells whether a path matches all URLs of another one. */
function matcher(path: string): (other: string) => boolean {
  const literals = path.split(/\{[^{}]*\}/).map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(`^${literals.join("[^/]+")}$`);
  return (other) => pattern.test(other.replace(parameters, anyValue));
}
