/** What differs between two models, and what that means for those who use the package. */
import type { Api } from "../model/api.js";
import { nameOfTitle } from "../model/names.js";
import { named } from "../model/schema.js";
import { compareCredentials, compareServers } from "./access.js";
import type { Difference, Places, Telling } from "./difference.js";
import { compareOperations } from "./operations.js";
import { type Level, diffRules, levelOf, worst } from "./rules.js";
import { schemaComparer } from "./schemas.js";
import { compareWebhooks } from "./webhooks.js";

export type { Difference } from "./difference.js";

/** All differences, the worst first. A package that `isNamed` has its name from the configuration, and not from the title. */
export function diffApis(before: Api, after: Api, isNamed = false): readonly Difference[] {
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

  const info = (key: string): Places => ({ before: `/info/${key}`, after: `/info/${key}` });
  if (before.title !== after.title) {
    const [was, is] = [before.title, after.title].map(nameOfTitle);
    if (isNamed || was === is) tell("docs-changed", "the API", "title", info("title"));
    else tell("package-renamed", "the API", `${was} → ${is}`, info("title"));
  }
  if (before.description !== after.description)
    tell("docs-changed", "the API", "description", info("description"));
  compareOperations(before, after, telling);
  compareWebhooks(before.webhooks, after.webhooks, telling);
  compareNamedSchemas();
  compareServers(before, after, telling);
  compareCredentials(before, after, telling);
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
