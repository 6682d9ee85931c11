/** Webhooks and callbacks: operations that the API calls and its users answer. */
import { byCodeUnit, joinPointer } from "../json.js";
import type { Body } from "./content.js";
import { proseOf } from "./lower-content.js";
import { type OperationContext, lowerBody, lowerResponses } from "./lower-operation.js";
import {
  type LoweredOperation,
  type Unnamed,
  type UnsettledParameter,
  lowerParameters,
} from "./lower-parameter.js";
import { operationsIn } from "./lower-path-item.js";
import { NameTable, camelCase, exactName, pascalCase, statusWord } from "./names.js";
import { exportedNames, webhookExports } from "./package-exports.js";
import { type At, booleanField, follow, members, objectField, stringField } from "./reader.js";
import type { Webhook, WebhookRequest } from "./webhook.js";

/** The request of a webhook before all schemas are known. */
type UnsettledRequest = Omit<WebhookRequest, "parameters"> & {
  readonly parameters: readonly UnsettledParameter[];
};

/** A webhook before all schemas are known. */
export type UnsettledWebhook = Omit<Webhook, "request"> & { readonly request?: UnsettledRequest };

/** All of both, sorted by name, and the names that they keep; those that are `locked` belong to some already. */
export function lowerWebhooks(
  context: OperationContext,
  operations: readonly LoweredOperation[],
  locked: ReadonlyMap<string, string>,
): { readonly webhooks: readonly UnsettledWebhook[]; readonly names: ReadonlyMap<string, string> } {
  const { reader } = context;
  const webhooks = members(objectField(reader, reader.root, "webhooks")).flatMap((each) =>
    inItem(context, each, each.key),
  );
  const callbacks = operations.flatMap((each) => inOperation(context, each));
  const found = [...webhooks, ...callbacks].sort((a, b) => byCodeUnit(a.pointer, b.pointer));
  const keys = new Set(found.map((each) => each.key));
  const stillThere = new Map([...locked].filter(([key]) => keys.has(key)));
  const names = new NameTable(reader.report, exportedNames(webhookExports), stillThere);
  return {
    webhooks: found
      .map((each) => lowerWebhook(context, each, names))
      .sort((a, b) => byCodeUnit(a.name, b.name)),
    names: names.kept,
  };
}

/** An operation to be answered, and what it could be called. */
interface Found {
  readonly item: At;
  readonly at: At;
  readonly pointer: string;
  /** For its name: `#` and where it is asked for, which several places can do of one that they refer to. */
  readonly key: string;
  readonly verb: string;
  readonly name: string;
}

function inItem(
  { reader }: OperationContext,
  place: At,
  name: string,
  owner = place.pointer,
): readonly Found[] {
  const item = follow(reader, place);
  if (item === undefined) return [];
  const found = operationsIn(reader, item);
  return found.map(({ at, method }) => ({
    item,
    at,
    verb: method,
    pointer: place.pointer + at.pointer.slice(item.pointer.length),
    key: `#${owner}${at.pointer.slice(item.pointer.length)}`,
    name:
      stringField(reader, at, "operationId") ??
      (found.length === 1 ? name : `${name} ${method.toLowerCase()}`),
  }));
}

/** OpenAPI 3.1, section 4.8.18: by name, and in it by the expression that gives the URL. */
function inOperation(
  context: OperationContext,
  { operation, callbacks }: LoweredOperation,
): readonly Found[] {
  return members(callbacks).flatMap((place) =>
    members(follow(context.reader, place))
      .filter((each) => !each.key.startsWith("x-"))
      .flatMap((each) =>
        inItem(context, each, `${operation.name} ${place.key}`, joinPointer(place.pointer, each.key)),
      ),
  );
}

/**
 * What comes in is what the API holds, so that it has what is `readOnly` and lacks what is `writeOnly`: the API owns it,
 * whoever asks (JSON Schema 2020-12 Validation, section 9.4). Answers are written as requests are.
 */
function lowerWebhook(
  context: OperationContext,
  { item, at, pointer, key, verb, name: original }: Found,
  names: NameTable,
): UnsettledWebhook {
  const { reader, nameSchema } = context;
  const name = names.claimKept(key, [camelCase(original), exactName(original), exactName(pointer)], pointer);
  const claim = (wish: string): string => names.claim([wish, `${wish}_`, exactName(pointer + wish)], pointer);
  const typeName = pascalCase(name);
  const schemaName =
    (suffix: string) =>
    (word: string) =>
    (id: string): void =>
      nameSchema(id, typeName + word + suffix, original + word + suffix);
  const body = lowerBody(context, at, verb, schemaName("Payload"), "response");
  const parameters = receivedParameters(context, item, at, body);
  return {
    pointer,
    name,
    payloadType: claim(typeName),
    answersType: claim(`${typeName}Answers`),
    factory: claim(`${name}Fixture`),
    ...(parameters.length === 0
      ? {}
      : {
          request: {
            parameters,
            type: claim(`${typeName}Request`),
            factory: claim(`${name}RequestFixture`),
          },
        }),
    verb,
    ...proseOf(reader, at),
    deprecated: booleanField(reader, at, "deprecated"),
    ...(body === undefined ? {} : { body }),
    responses: lowerResponses(context, at, (status) => schemaName(`Answer${statusWord(status)}`), "request"),
  };
}

/** A parameter in the path would stand in a template that the receiver's URL does not have. */
function receivedParameters(
  { reader, schemas }: OperationContext,
  item: At,
  at: At,
  body: Body | undefined,
): readonly UnsettledParameter[] {
  const withoutPath = (all: readonly Unnamed[]): readonly Unnamed[] => {
    const inPath = all.filter((each) => each.in === "path");
    for (const { pointer, name } of inPath) reader.report("webhook-parameter", pointer, name);
    return all.filter((each) => !inPath.includes(each));
  };
  return lowerParameters(reader, schemas, item, at, body, withoutPath, "response");
}
