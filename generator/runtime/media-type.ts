/** Media types (RFC 9110, section 8.3.1), without their parameters. */

/** The type alone: types are compared without their parameters, in any case. */
export const essence = (type: string): string =>
  type
    .replace(/\s*;.*/s, "")
    .trim()
    .toLowerCase();

/** Whether a type is JSON, or of a structured syntax on it (RFC 6839). */
export const isJson = (type: string): boolean => /[/+]json$/.test(essence(type));

/** Whether a range (section 12.5.1), which may be one type, has a type in it. */
export function covers(range: string, type: string): boolean {
  const [top = "", open] = essence(range).split("*");
  return open === undefined ? top === essence(type) : essence(type).startsWith(top);
}
