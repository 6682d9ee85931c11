/** What a package is made of is never overwritten by it, even where the record says that the place is ours. */
import { realpath } from "node:fs/promises";
import { join } from "node:path";

/** Those of the paths in a folder at which a file stands that was read. */
export async function inputsAmong(
  paths: readonly string[],
  folder: string,
  read: readonly string[],
): Promise<readonly string[]> {
  const inputs = new Set(await Promise.all(read.map(placeOf)));
  const places = await Promise.all(paths.map((each) => placeOf(join(folder, each))));
  return paths.filter((_, i) => places[i] !== undefined && inputs.has(places[i]));
}

const placeOf = (path: string): Promise<string | undefined> => realpath(path).catch(() => undefined);
