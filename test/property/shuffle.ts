/** Descriptions that differ from another only in the order of keys whose order means nothing. */

/** Draws a whole number from 0 to below `n`. */
export type Draw = (n: number) => number;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function shuffled(
  object: unknown,
  draw: Draw,
  inside: (value: unknown) => unknown = (value) => value,
): unknown {
  if (!isObject(object)) return object;
  const entries = Object.entries(object).map(([key, value]) => [key, inside(value)] as const);
  for (let left = entries.length; left > 0; left--) entries.push(...entries.splice(draw(left), 1));
  return Object.fromEntries(entries);
}

/** The members of the document, its paths, its components and their sections in another order; properties keep theirs. */
export function shuffledSections(document: object, draw: Draw): object {
  const { paths, components, ...rest } = document as Record<string, unknown>;
  const methods = (item: unknown): unknown => shuffled(item, draw);
  return shuffled(
    {
      ...rest,
      paths: shuffled(paths, draw, methods),
      components: shuffled(components, draw, (section) => shuffled(section, draw)),
    },
    draw,
  ) as object;
}
