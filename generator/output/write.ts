/**
 * Writes a package so that it is whole at every moment. New texts are first staged in full beside their targets, then
 * a journal says what is to happen, and only then files are renamed and removed. A crash or a full disk before the
 * journal is complete leaves the previous package; a crash after it is finished by the next run.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeFileSync } from "node:fs";
import { lstat, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { turnName } from "./alone.js";
import { type Comparison, blockedFolders } from "./compare.js";
import { removeEmptyFolders, unlessMissing } from "./empty-folders.js";
import { type Json, isArray, member } from "../json.js";
import { isSafe, readIfThere } from "./manifest.js";

const stageName = ".specwright-stage";
const journalName = "journal.json";

interface Journal {
  readonly moves: readonly (readonly [staged: string, target: string])[];
  readonly removals: readonly string[];
}

/** Applies a comparison to the folder. Rejects, with the folder as it was, when staging fails. */
export async function write(folder: string, { changed, stale }: Comparison): Promise<void> {
  if (changed.length === 0 && stale.length === 0) return;
  const stage = join(folder, stageName);
  const fresh = await mkdir(folder, { recursive: true });
  try {
    await mkdir(stage);
    const moves = changed.map(({ path }, i) => [String(i), path] as const);
    for (const [i, { text }] of changed.entries())
      writeFileSync(join(stage, String(i)), text, { flag: "wx" });
    // Asked for one by one while they are written, each waits for the disk; afterwards the first one brings most others along.
    for (const [staged] of moves) makeDurable(join(stage, staged));
    writeFileSync(
      join(stage, `${journalName}.part`),
      JSON.stringify({ moves, removals: stale } satisfies Journal),
      { flag: "wx" },
    );
    makeDurable(join(stage, `${journalName}.part`));
    await rename(join(stage, `${journalName}.part`), join(stage, journalName));
  } catch (cause) {
    await rm(stage, { recursive: true, force: true });
    if (fresh !== undefined) await removeEmptyFolders(folder, dirname(fresh));
    throw cause;
  }
  await recover(folder);
}

/** Whether another run is writing to the folder, or was killed while it did. */
export const isBeingWritten = (folder: string): boolean =>
  [stageName, turnName].some((each) => existsSync(join(folder, each)));

/** Finishes what an earlier run had decided on, or clears away what it had only begun. */
export async function recover(folder: string): Promise<void> {
  const stage = join(folder, stageName);
  if ((await lstat(stage).catch(() => undefined))?.isDirectory() === true) {
    const text = await readIfThere(join(stage, journalName));
    const journal = text === undefined ? undefined : parseJournal(text);
    if (journal !== undefined && (await staysInside(folder, journal))) await apply(folder, stage, journal);
  }
  await rm(stage, { recursive: true, force: true });
}

/** A journal that we did not write, or that leads out of the folder, is void. */
function parseJournal(text: string): Journal | undefined {
  let data: Json;
  try {
    data = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const [moves, removals] = [member(data, "moves"), member(data, "removals")];
  const isMove = (each: Json): boolean =>
    isArray(each) && each.length === 2 && /^\d+$/.test(String(each[0])) && isTarget(each[1]);
  return isArray(moves) && moves.every(isMove) && isArray(removals) && removals.every(isTarget)
    ? (data as unknown as Journal)
    : undefined;
}

/** Whether no step of the journal leads through a link. */
async function staysInside(folder: string, { moves, removals }: Journal): Promise<boolean> {
  const paths = [...moves.map(([, target]) => target), ...removals];
  return (await blockedFolders(folder, paths)).length === 0;
}

const isTarget = (path: Json | undefined): boolean => typeof path === "string" && isSafe(path);

/** Every step may have been done already by the run that was interrupted. */
async function apply(folder: string, stage: string, { moves, removals }: Journal): Promise<void> {
  for (const each of new Set(moves.map(([, target]) => dirname(target))))
    await mkdir(join(folder, each), { recursive: true });
  for (const [staged, target] of moves) moveIfThere(join(stage, staged), join(folder, target));
  for (const path of removals) {
    await rm(join(folder, path), { force: true });
    await removeEmptyFolders(dirname(join(folder, path)), folder);
  }
}

// Hundreds of small files cost several times as much when each step of each is waited for.

function makeDurable(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    unlessMissing(cause);
  }
}
