/** The names of schemas: of those that nobody named, and with all that is named after them. */
import { byCodeUnit } from "../json.js";
import type { Resource } from "./api.js";
import type { SchemaPlace } from "./lower-schema.js";
import { NameTable, camelCase, fileNames } from "./names.js";
import { placeName } from "./place-name.js";
import type { NamedSchema, Schema, SchemaId, SchemaTable } from "./schema.js";

/** The schemas with all their names, sorted by name. */
export function nameAll(
  lowered: ReadonlyMap<SchemaId, Schema>,
  names: ReadonlyMap<SchemaId, Pick<NamedSchema, "name" | "resource">>,
  resources: readonly Pick<Resource, "name" | "file">[],
  takenFactories: readonly string[],
): SchemaTable {
  const factories = new NameTable(undefined, ["s", ...takenFactories]);
  const files = new NameTable(undefined, ["index", "operations"]);
  const all = [...lowered].map(([id, schema]) => ({ id, schema, name: "", ...names.get(id) }));
  return new Map(
    all
      .sort((a, b) => byCodeUnit(a.name, b.name))
      .map((each) => {
        const { pointer } = each.schema;
        const file = resources.find(({ name }) => name === each.resource)?.file;
        const resource = file === undefined ? {} : { resource: file };
        const factory = factories.claim([camelCase(each.name), `${each.name}Fixture`], pointer);
        return [
          each.id,
          {
            ...each,
            ...resource,
            factory,
            file: files.claim(fileNames(each.name, each.id), each.id),
          },
        ];
      }),
  );
}

/** A name for a schema that nobody named: its place, its direction, and the scope that it is used in. */
export function nameOfPlace(id: SchemaId, { pointer, view }: SchemaPlace): string {
  const [, ...marks] = id.slice(pointer.length).split(">");
  const scopes = marks.filter((each) => each.includes("=")).flatMap((each) => each.split(","));
  const names = scopes.map((each) => placeName(each.slice(each.indexOf("=") + 1)));
  const direction = marks.includes(view.direction) && view.direction === "request" ? "Request" : "";
  return placeName(pointer) + direction + (names.length === 0 ? "" : `In${names.join("And")}`);
}
