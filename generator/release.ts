/** The changelog of a package after a change of its description. */
import { type Earlier, comparedWith, isIn } from "./compared-configs.js";
import type { Config } from "./config.js";
import { withEntry } from "./diff/changelog.js";
import { diffApis } from "./diff/diff.js";
import { readChangelog } from "./output/changelog.js";
import { type Modelled, descriptionDigest, firstVersion, readModel } from "./pipeline.js";

/** With an entry for what differs from an earlier description. Rejects with a `SpecError`. */
export async function nextChangelog(config: Config, earlier: Earlier): Promise<string | undefined> {
  const text = await readChangelog(config.output);
  const configured = config.package?.version ?? firstVersion;
  const read = (each: Config): Promise<Modelled> => readModel(each, () => {});
  if ("revision" in earlier && !(await isIn(earlier.revision, config))) {
    const { data } = await read(config);
    return withEntry(text, { from: undefined, to: descriptionDigest(data) }, [], configured);
  }
  return comparedWith(
    config,
    earlier,
  )(async (before, after) => {
    const [old, now] = [await read(before), await read(after)];
    const step = { from: descriptionDigest(old.data), to: descriptionDigest(now.data) };
    return withEntry(text, step, diffApis(old.api, now.api), configured);
  });
}
