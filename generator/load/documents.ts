/** Loads what a description refers to, and what that refers to, and makes one value of all (`$documents`). */
import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, type DiagnosticCode, diagnostic } from "../diagnostics.js";
import { type Document, documentPointer, documentsKey, placeIn } from "../documents.js";
import { type Json, byCodeUnit, isObject } from "../json.js";
import { slashed } from "../paths.js";
import { isRemote } from "./address.js";
import { type Reference, type References, referencesIn } from "./reference.js";
import { type RemoteAccess, loadRemote } from "./remote.js";
import { type Loaded, type Source, loadSource } from "./source.js";

/** What references may lead to. */
export interface Access extends RemoteAccess {
  /** References to files in and below these folders are followed; their paths are absolute. */
  readonly folders: readonly string[];
  /** Nothing is fetched. */
  readonly offline: boolean;
}

/** A description with everything that it refers to; `locate` leads into all of its documents. */
export interface Description extends Source {
  /** All, the first one first. */
  readonly documents: readonly Document[];
  /** What was read beside the first document. */
  readonly others: readonly Source[];
}

/** Where a reference is written that leads to another document. */
interface Link extends Reference {
  readonly from: Source;
}

export async function loadDocuments(
  first: Source,
  access: Access,
): Promise<{ readonly description: Description } | { readonly diagnostics: readonly Diagnostic[] }> {
  const sources = new Map<string, Source>([[first.uri, first]]);
  const asked = new Set([first.uri]);
  const ids = new Set<string>();
  const links: Link[] = [];
  const problems: Diagnostic[] = [];
  const report = ({ from, pointer, target }: Link, code: DiagnosticCode): void =>
    void problems.push(diagnostic(code, from.locate(pointer), nameOf(target, first)));

  const read = (from: Source, { references, ids: own }: References): void => {
    for (const id of own) ids.add(id);
    for (const each of references) links.push({ ...each, from });
  };
  read(first, referencesIn(first.data, first.uri));

  /** The links of one kind that lead to what is not loaded yet, the first of each. */
  const next = (isIt: (target: string) => boolean): readonly Link[] => {
    const found = new Map<string, Link>();
    for (const each of links)
      if (isIt(each.target) && !asked.has(each.target) && !ids.has(each.target) && !found.has(each.target))
        found.set(each.target, each);
    return [...found.values()];
  };
  const load = async (wave: readonly Link[]): Promise<void> => {
    for (const each of wave) asked.add(each.target);
    const allowed = wave.filter((each) => {
      const refusal = refusalOf(each, access);
      if (refusal !== undefined) report(each, refusal);
      return refusal === undefined;
    });
    const loaded = await Promise.all(allowed.map(({ target }) => loadAt(target, access)));
    loaded.forEach((each, i) => {
      if ("diagnostics" in each) problems.push(...ofMissing(each.diagnostics, allowed[i] as Link));
      else {
        const { target } = allowed[i] as Link;
        sources.set(target, each.source);
        read(each.source, referencesIn(each.source.data, each.source.uri));
      }
    });
  };
  // What has an identifier is not fetched, so all files are read before anything is.
  for (;;) {
    const files = next(isFile);
    const wave = files.length > 0 ? files : next(isRemote);
    if (wave.length === 0) break;
    await load(wave);
  }
  if (problems.length === 0) return { description: together(first, sources) };
  // What is known by an identifier alone is missed by lowering, which is not reached.
  for (const each of links)
    if (!isFile(each.target) && !isRemote(each.target) && !ids.has(each.target))
      problems.push(diagnostic("ref-unresolved", each.from.locate(each.pointer), each.ref));
  return { diagnostics: problems };
}

const isFile = (target: string): boolean => target.startsWith("file:");

const loadAt = (target: string, access: Access): Promise<Loaded> =>
  isFile(target) ? loadSource(fileURLToPath(target)) : loadRemote(target, access);

/** Why a link is not followed; undefined where it is. A document from the network knows nothing of files. */
function refusalOf({ target, from }: Link, { folders, hosts, offline }: Access): DiagnosticCode | undefined {
  if (isRemote(target)) {
    if (!hosts.has(new URL(target).host)) return "ref-denied";
    return offline ? "ref-offline" : undefined;
  }
  const path = realPath(fileURLToPath(target));
  return isFile(from.uri) && folders.some((each) => `${path}`.startsWith(realPath(each) + sep))
    ? undefined
    : "ref-denied";
}

/** Links are followed; what is not there is where it would be. */
function realPath(path: string): string {
  try {
    return realpathSync(path).replace(/[/\\]$/, "");
  } catch {
    return resolve(path);
  }
}

/** A file that cannot be read is a mistake of the reference; what is wrong inside of it stands there. */
function ofMissing(diagnostics: readonly Diagnostic[], { from, pointer }: Link): readonly Diagnostic[] {
  return diagnostics.map((each) =>
    each.code === "input-unreadable"
      ? diagnostic("ref-unreadable", from.locate(pointer), each.message.replace(/^.*?: /, `${each.file}: `))
      : each,
  );
}

/** A document's name: its path from the first one's folder, or its URL. */
function nameOf(target: string, first: Source): string {
  if (isFile(target) && isFile(first.uri))
    return slashed(relative(dirname(fileURLToPath(first.uri)), fileURLToPath(target)));
  const folder = new URL(".", first.uri).href;
  return target.startsWith(folder) ? target.slice(folder.length) : target;
}

function together(first: Source, sources: ReadonlyMap<string, Source>): Description {
  const named = [...sources]
    .filter(([, source]) => source !== first)
    .map(([target, source]) => ({ name: nameOf(target, first), target, source }))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  const byName = new Map(named.map((each) => [each.name, each.source]));
  const data: Json =
    named.length === 0 || !isObject(first.data)
      ? first.data
      : {
          ...first.data,
          [documentsKey]: Object.fromEntries(named.map((each) => [each.name, each.source.data])),
        };
  return {
    ...first,
    data,
    others: named.map((each) => each.source),
    documents: [
      { uri: first.uri, pointer: "" },
      ...named.map(({ name, target }) => ({ uri: target, pointer: documentPointer(name) })),
    ],
    locate: (pointer) => {
      const { document, pointer: rest } = placeIn(pointer);
      const source = document === undefined ? undefined : byName.get(document);
      return source === undefined ? first.locate(pointer) : source.locate(rest);
    },
  };
}
