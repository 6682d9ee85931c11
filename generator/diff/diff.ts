/** What differs between two models, and what that means for those who use the package. */
import type { Api, Operation, Resource } from "../model/api.js";
import type { Content, Response } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import { type Schema, named } from "../model/schema.js";
import { type Area, type DiffCode, type Direction, type Level, diffRules, levelOf, worst } from "./rules.js";
import { type Compared, schemaComparer } from "./schemas.js";

export interface Difference {
  readonly code: DiffCode;
  readonly level: Level;
  /** Of values: which of them it is about. */
  readonly directions: readonly Direction[];
  /** `listPets`, `listPets limit`, `Pet.name`. */
  readonly subject: string;
  readonly detail: string;
  readonly affects: readonly Area[];
  /** Where it is in the one description and in the other; absent where it is not there. */
  readonly before?: string;
  readonly after?: string;
}

/** All differences, the worst first. */
export function diffApis(before: Api, after: Api): readonly Difference[] {
  const found = new Map<string, Difference>();
  const tell = (
    code: DiffCode,
    subject: string,
    detail: string,
    places: Pick<Difference, "before" | "after">,
    direction?: Direction,
  ): void => {
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
  const compare = (
    a: Schema | undefined,
    b: Schema | undefined,
    subject: string,
    direction: Direction,
  ): void => {
    if (a !== undefined && b !== undefined)
      schemas.compare({ before: a, after: b, subject } satisfies Compared, direction);
  };

  for (const key of ["title", "description"] as const)
    if (before[key] !== after[key])
      tell("docs-changed", "the API", key, { before: `/info/${key}`, after: `/info/${key}` });
  compareOperations();
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

  function compareOperations(): void {
    const [old, now] = [operationsOf(before), operationsOf(after)];
    for (const [key, { operation: a, resource }] of old) {
      const other = now.get(key);
      if (other === undefined) {
        tell("operation-removed", a.name, key, { before: a.pointer });
        continue;
      }
      const { operation: b } = other;
      const places = { before: a.pointer, after: b.pointer };
      if (a.name !== b.name) tell("operation-renamed", b.name, `${a.name} → ${b.name}`, places);
      const [was, is] = [`${resource.name}.${a.method}`, `${other.resource.name}.${b.method}`];
      if (was !== is) tell("operation-moved", b.name, `${was} → ${is}`, places);
      compareOperation(a, b);
    }
    for (const [key, { operation }] of now)
      if (!old.has(key)) tell("operation-added", operation.name, key, { after: operation.pointer });
  }

  function compareOperation(a: Operation, b: Operation): void {
    const places = { before: a.pointer, after: b.pointer };
    if (!a.deprecated && b.deprecated) tell("deprecated", b.name, "deprecated: true", places);
    for (const key of ["summary", "description"] as const)
      if (a[key] !== b[key]) tell("docs-changed", b.name, key, places);
    if (JSON.stringify(a.security) !== JSON.stringify(b.security)) {
      const shown = ({ security }: Operation): string =>
        security.map((all) => all.join(" and ") || "nothing").join(", or ") || "nothing";
      tell("security-changed", b.name, `${shown(a)} → ${shown(b)}`, places);
    }
    compareParameters(a, b);
    compareBodies(a, b);
    compareResponses(a, b);
  }

  function compareParameters(a: Operation, b: Operation): void {
    const keyOf = ({ in: place, name }: Parameter): string => `${place} ${name}`;
    const byKey = ({ parameters }: Operation): ReadonlyMap<string, Parameter> =>
      new Map(parameters.map((each) => [keyOf(each), each]));
    const [old, now] = [byKey(a), byKey(b)];
    for (const [key, was] of old) {
      const is = now.get(key);
      const subject = `${b.name} ${was.name}`;
      if (is === undefined) {
        tell("parameter-removed", subject, key, { before: was.pointer, after: b.pointer });
        continue;
      }
      const places = { before: was.pointer, after: is.pointer };
      if (!was.required && is.required) tell("parameter-required", subject, key, places);
      if (was.required && !is.required) tell("parameter-optional", subject, key, places);
      if (!was.deprecated && is.deprecated) tell("deprecated", subject, key, places);
      if (was.description !== is.description) tell("docs-changed", subject, "description", places);
      const style = ({ style, explode, json }: Parameter): string =>
        json ? "JSON" : `${style}${explode ? ", exploded" : ""}`;
      if (style(was) !== style(is))
        tell("parameter-written-otherwise", subject, `${style(was)} → ${style(is)}`, places);
      compare(was.schema, is.schema, subject, "request");
    }
    for (const [key, is] of now)
      if (!old.has(key))
        tell(is.required ? "parameter-added-required" : "parameter-added", `${b.name} ${is.name}`, key, {
          before: a.pointer,
          after: is.pointer,
        });
  }

  function compareBodies(a: Operation, b: Operation): void {
    const [old, now] = [a.body, b.body];
    const places = {
      before: old?.contents[0]?.pointer ?? a.pointer,
      after: now?.contents[0]?.pointer ?? b.pointer,
    };
    const subject = `${b.name} body`;
    if (old === undefined && now === undefined) return;
    if (old === undefined) tell(now?.required ? "body-required" : "body-added", subject, "body", places);
    else if (now === undefined) tell("body-removed", subject, "body", places);
    else {
      if (!old.required && now.required) tell("body-required", subject, "required: true", places);
      if (old.required && !now.required) tell("body-optional", subject, "required: false", places);
      compareContents(old.contents, now.contents, subject, "request", places);
    }
  }

  function compareResponses(a: Operation, b: Operation): void {
    const byStatus = ({ responses }: Operation): ReadonlyMap<string, Response> =>
      new Map(responses.map((each) => [each.status, each]));
    const [old, now] = [byStatus(a), byStatus(b)];
    for (const [status, was] of old) {
      const is = now.get(status);
      const subject = `${b.name} ${status}`;
      if (is === undefined) tell("status-removed", subject, status, { before: a.pointer, after: b.pointer });
      else {
        compareContents(was.contents, is.contents, subject, "response", {
          before: a.pointer,
          after: b.pointer,
        });
        for (const header of is.headers)
          compare(
            was.headers.find((each) => each.name === header.name)?.schema,
            header.schema,
            `${subject} ${header.name}`,
            "response",
          );
      }
    }
    for (const status of now.keys())
      if (!old.has(status)) {
        const code = status.startsWith("2") ? "success-added" : "status-added";
        tell(code, `${b.name} ${status}`, status, { before: a.pointer, after: b.pointer });
      }
  }

  function compareContents(
    old: readonly Content[],
    now: readonly Content[],
    subject: string,
    direction: Direction,
    places: Pick<Difference, "before" | "after">,
  ): void {
    for (const was of old) {
      const is = now.find((each) => each.mediaType === was.mediaType);
      if (is === undefined) tell("media-type-removed", subject, was.mediaType, places, direction);
      else compare(was.schema, is.schema, subject, direction);
    }
    for (const { mediaType } of now)
      if (!old.some((each) => each.mediaType === mediaType))
        tell("media-type-added", subject, mediaType, places, direction);
  }

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

interface Placed {
  readonly operation: Operation;
  readonly resource: Resource;
}

/** By method and path, whatever the parameters in it are called. */
function operationsOf({ resources }: Api): ReadonlyMap<string, Placed> {
  return new Map(
    resources.flatMap((resource) =>
      resource.operations.map((operation) => [
        `${operation.verb} ${operation.path.replace(/\{[^{}]*\}/g, "{}")}`,
        { operation, resource },
      ]),
    ),
  );
}
