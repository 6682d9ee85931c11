/** What an author may have meant. */
import { distance } from "fastest-levenshtein";

/** The name that is most like a given one, if any is so like it that it may be meant: spelled otherwise in a letter or two, or in case. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const most = name.length < 4 ? 0 : name.length < 7 ? 1 : 2;
  let found: { readonly name: string; readonly distance: number } | undefined;
  for (const each of known) {
    if (each === name || Math.abs(each.length - name.length) > most) continue;
    const between = mistakes(name.toLowerCase(), each.toLowerCase());
    if (between <= most && between < (found?.distance ?? Infinity)) found = { name: each, distance: between };
  }
  return found?.name;
}

/** Two letters that changed places are one mistake. */
function mistakes(name: string, known: string): number {
  const first = [...name].findIndex((letter, i) => letter !== known[i]);
  const [one = "", two = ""] = name.slice(first);
  const isSwapped = first >= 0 && name.slice(0, first) + two + one + name.slice(first + 2) === known;
  return isSwapped ? 1 : distance(name, known);
}
