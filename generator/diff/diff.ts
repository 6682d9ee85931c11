/** What differs between two models, and what that means for those who use the package. */
import { type Api, operationsOf } from "../model/api.js";
import { nameOfTitle } from "../model/names.js";
import type { NamedSchema } from "../model/schema.js";
import { compareCertificates, compareCredentials, compareServers } from "./access.js";
import type { Difference, Places, Telling } from "./difference.js";
import { compareOperations } from "./operations.js";
import { samePlace } from "./places.js";
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
  compareCertificates(before, after, telling);
  const rank: Readonly<Record<Level, number>> = { breaking: 0, compatible: 1, docs: 2 };
  return [...found.values()].sort(
    (a, b) => rank[a.level] - rank[b.level] || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0),
  );

  function compareNamedSchemas(): void {
    const [old, now] = [placesOf(before), placesOf(after)];
    const [contents, contentsNow] = [placesOfContents(before), placesOfContents(after)];
    const isTold = (place: string): boolean =>
      isShared(place) || (contents.has(place) && contentsNow.has(place));
    const added = new Map(
      [...now].filter(([place]) => !old.has(place)).map((each) => [each[1].own.name, each]),
    );
    for (const [place, a] of old) {
      // What moves and keeps its name is the same type for those who import it.
      const [placeNow, b] = now.has(place) ? [place, now.get(place)] : (added.get(a.own.name) ?? [place]);
      const places = { before: a.own.schema.pointer };
      if (b === undefined) {
        if (isTold(place)) for (const { name } of namesOf(a)) tell("schema-removed", name, name, places);
        continue;
      }
      if (place !== placeNow) added.delete(a.own.name);
      comparePlaced(a, b, isShared(place));
    }
    for (const [place, b] of added.values())
      if (isTold(place))
        for (const { name, schema } of namesOf(b))
          tell("schema-added", name, name, { after: schema.pointer });
  }

  function comparePlaced(a: PlacedSchema, b: PlacedSchema, shared: boolean): void {
    const places = { before: a.own.schema.pointer, after: b.own.schema.pointer };
    const renamed = (was: NamedSchema | undefined, is: NamedSchema | undefined): void => {
      if (was !== undefined && is !== undefined && was.name !== is.name)
        tell("schema-renamed", is.name, `${was.name} → ${is.name}`, places);
    };
    renamed(a.own, b.own);
    renamed(a.request, b.request);
    if (shared) {
      if (a.request === undefined && b.request !== undefined)
        tell("schema-split", b.own.name, `${b.own.name} and ${b.request.name}`, places);
      if (a.request !== undefined && b.request === undefined)
        tell("schema-merged", b.own.name, `${a.own.name} and ${a.request.name}`, places);
    }
    // Those that no operation leads to are read and written by nobody that we know.
    if (!schemas.isKnown(a.own.schema.pointer)) {
      compare(a.own.schema, b.own.schema, b.own.name, "response");
      if (a.request !== undefined || b.request !== undefined) {
        const written = b.request ?? b.own;
        compare((a.request ?? a.own).schema, written.schema, written.name, "request");
      }
    }
  }
}

/** A schema by where it stands: its type, and the one that requests have of their own. */
interface PlacedSchema {
  readonly own: NamedSchema;
  readonly request?: NamedSchema;
}

// What stands in an operation is told of there, but for its own name where something else stands there now.
const isShared = (place: string): boolean => !/^\/(paths|webhooks)\//.test(place);

/** Where the schemas of bodies and answers stand, or would. */
const placesOfContents = (api: Api): ReadonlySet<string> =>
  new Set(
    [...operationsOf(api), ...api.webhooks]
      .flatMap(({ body, responses }) => [
        ...(body?.contents ?? []),
        ...responses.flatMap((each) => each.contents),
      ])
      .flatMap(({ pointer }) => ["schema", "itemSchema"].map((each) => samePlace(`${pointer}/${each}`))),
  );

const namesOf = ({ own, request }: PlacedSchema): readonly NamedSchema[] => [
  own,
  ...(request ? [request] : []),
];

/** By place, whatever the direction: a schema keeps its place when it gets another name. */
function placesOf({ schemas }: Api): ReadonlyMap<string, PlacedSchema> {
  const found = new Map<string, PlacedSchema>();
  for (const [id, each] of schemas) {
    const place = samePlace(id.replace(/>(request|response)(?=>|$)/, ""));
    const known = found.get(place);
    if (!/>request(>|$)/.test(id)) found.set(place, { ...known, own: each });
    else found.set(place, known === undefined ? { own: each, request: each } : { ...known, request: each });
  }
  return new Map(
    [...found].map(([place, { own, request }]) => [
      place,
      own === request || request === undefined ? { own } : { own, request },
    ]),
  );
}
