/** What a release says: the changelog of a package after a change of its description. */
import { type Earlier, comparedWith, isIn } from "./compared-configs.js";
import type { Config } from "./config.js";
import { withEntry } from "./diff/changelog.js";
import { diffApis } from "./diff/diff.js";
import { readChangelog } from "./output/changelog.js";
import { type Modelled, type Observe, descriptionDigest, firstVersion, readModel } from "./pipeline.js";

export interface Release {
  /** Undefined where there is none, and nothing to tell. */
  readonly changelog: string | undefined;
  /** The description as it is. */
  readonly model: Modelled;
}

/** The changelog with an entry for what differs from an earlier description. Rejects with a `SpecError`. */
export async function releaseOf(config: Config, earlier: Earlier, observe: Observe): Promise<Release> {
  const text = await readChangelog(config.output);
  const configured = config.package?.version ?? firstVersion;
  const isKnown = !("revision" in earlier) || (await isIn(earlier.revision, config));
  const old = isKnown
    ? await comparedWith(config, earlier)((before) => readModel(before, () => {}))
    : undefined;
  const model = await readModel(config, observe);
  const step = { from: old && descriptionDigest(old.data), to: descriptionDigest(model.data) };
  const isNamed = config.package?.name !== undefined;
  const differences = old === undefined ? [] : diffApis(old.api, model.api, isNamed);
  return { changelog: withEntry(text, step, differences, configured), model };
}
