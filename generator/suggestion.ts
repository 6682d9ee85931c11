/** What an author may have meant. */
import { distance } from "fastest-levenshtein";

/** The name that is most like a given one, if any is so like it that it may be meant: spelled otherwise in a letter or two, or in case. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const most = name.length < 4 ? 0 : name.length < 7 ? 1 : 2;
  let found: { readonly name: string; readonly distance: number } | undefined;
  for (const each of known) {
    if (each === name || Math.abs(each.length - name.length) > most) continue;
    const between = distance(name.toLowerCase(), each.toLowerCase());
    if (between <= most && between < (found?.distance ?? Infinity)) found = { name: each, distance: between };
  }
  return found?.name;
}
