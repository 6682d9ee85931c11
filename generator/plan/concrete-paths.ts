/** Which paths are meant by a URL that several of them match (OpenAPI 3.1, section 4.8.8.2). */

/** A stand-in for the value of a parameter: no path has it. */
const anyValue = "\0";
const parameters = /\{[^{}]*\}/g;

/** Of some paths, gives those that are matched before one of them: it would match all of their URLs, and not the other way round. */
export function moreConcreteThan(paths: readonly string[]): (path: string) => readonly string[] {
  const all = paths.map((path) => ({ path, url: path.replace(parameters, anyValue), ...matching(path) }));
  const byPath = new Map(all.map((each) => [each.path, each]));
  return (path) => {
    const own = byPath.get(path);
    if (own === undefined) return [];
    const others = all.filter((each) => each.length === own.length && own.matches(each.url));
    return others.filter((each) => !each.matches(own.url)).map((each) => each.path);
  };
}

/** What tells whether a path matches a URL, and the number of the segments that such a URL has. */
function matching(path: string): { readonly matches: (url: string) => boolean; readonly length: number } {
  const literals = path.split(parameters).map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(`^${literals.join("[^/]+")}$`);
  return { matches: (url) => pattern.test(url), length: path.split("/").length };
}
