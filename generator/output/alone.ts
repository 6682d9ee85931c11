/**
 * One run at a time in an output folder. A run that writes holds a file there that says which process it is; others wait for it.
 * A process that was killed leaves the file behind, and the next run takes it away.
 */
import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { removeEmptyFolders } from "./empty-folders.js";

/** In the output folder, while something is written there. */
export const turnName = ".specwright-lock";

/** Thrown where another run does not end. */
export class BusyError extends Error {}

/** Milliseconds that a run waits for another one. */
const patience = 30_000;
/** Milliseconds after which nobody writes any more, whatever the file says: another process may have got the number. */
const longest = 600_000;
/** Milliseconds in which a process that made the file has said who it is. */
const moment = 5_000;

/** Does the work when no other run writes to the folder. Rejects with a `BusyError`, and as the work does. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const fresh = await mkdir(folder, { recursive: true });
  try {
    const release = await turn(join(folder, turnName), Date.now() + patience);
    return await work().finally(release);
  } finally {
    if (fresh !== undefined) await removeEmptyFolders(folder, dirname(fresh));
  }
}

/** Waits until the file is this run's; gives what takes it away. */
async function turn(path: string, deadline: number): Promise<() => Promise<void>> {
  while (!(await take(path))) {
    const holder = await holderOf(path);
    if (holder !== undefined && !holder.isAtWork) await takeAway(path, holder.text, deadline);
    else if (Date.now() > deadline) throw new BusyError(path);
    else await pause(20 + Math.random() * 30);
  }
  return () => rm(path, { force: true });
}

/** Whether there was no such file, and is one now that names this process. */
async function take(path: string): Promise<boolean> {
  const file = await created(path);
  if (file === undefined) return false;
  try {
    await file.writeFile(`${process.pid} ${hostname()} ${randomUUID()}\n`);
    return true;
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
}

/** Undefined where it is there. Who failed in a folder of its own has taken that away, so it may have to be made again. */
async function created(path: string): Promise<FileHandle | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(path, "wx");
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    if (["EEXIST", "ENOENT"].includes(code)) return undefined;
    throw cause;
  }
}

/** Of those who find that a process is gone only one takes its file away, and only if it is still that file. */
async function takeAway(path: string, text: string, deadline: number): Promise<void> {
  const release = await turn(`${path}-`, deadline);
  try {
    if ((await holderOf(path))?.text === text) await rm(path, { force: true });
  } finally {
    await release();
  }
}

interface Holder {
  readonly text: string;
  readonly isAtWork: boolean;
}

/** Who made the file; undefined where there is none any more. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const [text, { mtimeMs }] = [await readFile(path, "utf8"), await stat(path)];
    const [pid, host] = text.split(" ");
    const age = Date.now() - mtimeMs;
    if (pid === undefined || host === undefined) return { text, isAtWork: age < moment };
    return { text, isAtWork: age < longest && (host !== hostname() || isRunning(Number(pid))) };
  } catch {
    return undefined;
  }
}

/** A process of another user's may not be spoken to, and is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
