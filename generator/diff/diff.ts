/** What differs between two models, and what that means for those who use the package. */
import type { Api } from "../model/api.js";
import { named } from "../model/schema.js";
import type { Difference, Telling } from "./difference.js";
import { compareOperations } from "./operations.js";
import { type Level, diffRules, levelOf, worst } from "./rules.js";
import { schemaComparer } from "./schemas.js";
import { compareWebhooks } from "./webhooks.js";

export type { Difference } from "./difference.js";

/** All differences, the worst first. */
export function diffApis(before: Api, after: Api): readonly Difference[] {
  const found = new Map<string, Difference>();
  const tell: Telling["tell"] = (code, subject, detail, places, direction) => {
    const key = JSON.stringify([code, subject, detail, places]);
    const known = found.get(key);
    const directions = (["request", "response"] as const).filter(
      (each) => each === direction || known?.directions.includes(each),
    );
    const levels =
      directions.length === 0 ? [levelOf(code, undefined)] : directions.map((each) => levelOf(code, each));
    found.set(key, {
      code,
      level: worst(levels),
      directions,
      subject,
      detail,
      affects: diffRules[code].affects,
      ...places,
    });
  };
  const schemas = schemaComparer(before.schemas, after.schemas, (code, detail, at, direction) => {
    tell(code, at.subject, detail, { before: at.before.pointer, after: at.after.pointer }, direction);
  });
  const compare: Telling["compare"] = (a, b, subject, direction) => {
    if (a !== undefined && b !== undefined) schemas.compare({ before: a, after: b, subject }, direction);
  };
  const telling: Telling = { tell, compare };

  for (const key of ["title", "description"] as const)
    if (before[key] !== after[key])
      tell("docs-changed", "the API", key, { before: `/info/${key}`, after: `/info/${key}` });
  compareOperations(before, after, telling);
  compareWebhooks(before.webhooks, after.webhooks, telling);
  compareNamedSchemas();
  if (before.server !== after.server)
    tell("server-changed", "the client", `${before.server || "none"} → ${after.server || "none"}`, {
      before: "/servers",
      after: "/servers",
    });
  const rank: Readonly<Record<Level, number>> = { breaking: 0, compatible: 1, docs: 2 };
  return [...found.values()].sort(
    (a, b) => rank[a.level] - rank[b.level] || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0),
  );

  /** By where they stand: a schema keeps its place when it gets another name. */
  function compareNamedSchemas(): void {
    // What stands in an operation is told of there.
    const isShared = (id: string): boolean => !/^\/(paths|webhooks)\//.test(id);
    for (const [id, { name, schema }] of before.schemas) {
      const other = after.schemas.get(id);
      if (other === undefined) {
        if (isShared(id)) tell("schema-removed", name, name, { before: schema.pointer });
      } else if (other.name !== name)
        tell("schema-renamed", other.name, `${name} → ${other.name}`, {
          before: schema.pointer,
          after: other.schema.pointer,
        });
    }
    for (const [id, { name, schema }] of after.schemas)
      if (isShared(id) && !before.schemas.has(id))
        tell("schema-added", name, name, { after: schema.pointer });
    // Those that no operation leads to are read and written by nobody that we know.
    for (const id of before.schemas.keys())
      if (isShared(id) && after.schemas.has(id) && !schemas.isKnown(id))
        compare(
          named(before.schemas, id).schema,
          named(after.schemas, id).schema,
          named(after.schemas, id).name,
          "response",
        );
  }
}
