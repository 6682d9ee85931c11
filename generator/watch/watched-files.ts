/** Files and folders that are looked at again and again: a change is seen without reading them, and without trusting a clock. */
import { type BigIntStats, type Dirent, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

export class WatchedFiles {
  readonly #paths = new Set<string>();
  #seen: Fingerprints = new Map();

  /** What is looked at; a folder stands for all files in it, and what is not there may come. */
  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  /** Adds what is not among them yet, as it is now. */
  add(paths: readonly string[]): void {
    const added = paths.map((each) => resolve(each)).filter((each) => !this.#paths.has(each));
    for (const each of added) this.#paths.add(each);
    this.#seen = new Map([...this.#seen, ...fingerprintsOf(added)]);
  }

  /** The files that are not as they were taken to be. */
  changes(): readonly string[] {
    return differing(this.#seen, fingerprintsOf(this.#paths));
  }

  /** Takes them as they are, and gives what had changed. */
  take(): readonly string[] {
    const now = fingerprintsOf(this.#paths);
    const changes = differing(this.#seen, now);
    this.#seen = now;
    return changes;
  }

  /** Whether nothing happens to them in the meantime. */
  async isAtRest(meantime: Promise<void>): Promise<boolean> {
    const before = fingerprintsOf(this.#paths);
    await meantime;
    return differing(before, fingerprintsOf(this.#paths)).length === 0;
  }
}

/** What files look like from outside, by their path; what is not there looks empty. */
type Fingerprints = ReadonlyMap<string, string>;

function fingerprintsOf(paths: Iterable<string>): Fingerprints {
  const found = new Map<string, string>();
  const look = (path: string, isLinked: boolean): void => {
    const stats = statsOf(path);
    if (stats?.isDirectory() !== true) found.set(path, stats === undefined ? "" : fingerprintOf(stats));
    else if (!isLinked)
      for (const each of entriesOf(path)) look(join(path, each.name), each.isSymbolicLink());
  };
  for (const each of paths) look(each, false);
  return found;
}

const fingerprintOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  [ino, size, mtimeNs, ctimeNs].join(" ");

/** What may not be looked at is as if it were not there, and so is what goes at this moment. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The files that are other ones, or are there only before or only after. */
const differing = (before: Fingerprints, after: Fingerprints): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (each) => (before.get(each) ?? "") !== (after.get(each) ?? ""),
  );
