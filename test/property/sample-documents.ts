/** The descriptions of the samples that can be read, by the names of the samples. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";

const samples = join(import.meta.dirname, "../samples");

export const sampleDocuments: ReadonlyMap<string, object> = new Map(
  readdirSync(samples).flatMap((name) => {
    const file = readdirSync(join(samples, name)).find((each) => /^spec\.(json|yaml)$/.test(each));
    if (file === undefined) return [];
    const read = parseDocument(readFileSync(join(samples, name, file), "utf8"));
    const isRead =
      read.errors.length === 0 && read.has("openapi") && !/too-deep$|contains-itself$/.test(name);
    return isRead ? [[name, read.toJS() as object]] : [];
  }),
);
