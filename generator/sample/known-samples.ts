/** The samples that an earlier run has found and proved, of schemas where nothing differs that they lead to. */
import type { Memo } from "../memo.js";
import type { SchemaId } from "../model/schema.js";
import { NoSample, type Sample } from "./sample.js";

/** What was found of schemas: a sample, or why there is none. */
export interface Found {
  readonly solved: ReadonlyMap<SchemaId, Sample>;
  readonly failed: ReadonlyMap<SchemaId, NoSample>;
}

/** By groups of schemas that lead to each other. */
export interface KnownSamples {
  readonly get: (group: readonly SchemaId[]) => Found | undefined;
  /** Remembers what was found of the group; of others, `found` may hold more. */
  readonly set: (group: readonly SchemaId[], found: Found) => void;
}

export const noneKnown: KnownSamples = { get: () => undefined, set: () => undefined };

/** `keys` tell schemas apart by all that they lead to; members of a group have one key. */
export function knownSamples(keys: ReadonlyMap<SchemaId, string>, memo: Memo): KnownSamples {
  const keyOf = ([id = ""]: readonly SchemaId[]): string => keys.get(id) ?? "";
  return {
    get: (group) => {
      const text = memo.get("samples", keyOf(group));
      return text === undefined ? undefined : parse(text);
    },
    set: (group, found) => {
      const text = print(group, found);
      // The functions of a format of the user's own are no data.
      if (!text.includes('"kind":"own"')) memo.set("samples", keyOf(group), text);
    },
  };
}

type Printed = readonly [
  solved: readonly (readonly [SchemaId, Sample])[],
  failed: readonly (readonly [SchemaId, pointer: string, message: string, impossible: boolean])[],
];

function print(group: readonly SchemaId[], { solved, failed }: Found): string {
  const printed: Printed = [
    group.flatMap((id) => {
      const sample = solved.get(id);
      return sample === undefined ? [] : [[id, sample]];
    }),
    group.flatMap((id) => {
      const reason = failed.get(id);
      return reason === undefined ? [] : [[id, reason.pointer, reason.message, reason.impossible]];
    }),
  ];
  return JSON.stringify(printed);
}

function parse(text: string): Found {
  const [solved, failed] = JSON.parse(text) as Printed;
  return {
    solved: new Map(solved),
    failed: new Map(
      failed.map(([id, pointer, message, impossible]) => [
        id,
        new NoSample({ pointer }, message, impossible),
      ]),
    ),
  };
}
