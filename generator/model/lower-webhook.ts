/** Webhooks and callbacks: operations that the API calls and its users answer. */
import { byCodeUnit } from "../json.js";
import { proseOf } from "./lower-content.js";
import { type OperationContext, lowerBody, lowerResponses, verbs } from "./lower-operation.js";
import type { LoweredOperation } from "./lower-parameter.js";
import { NameTable, camelCase, exactName, pascalCase, statusWord } from "./names.js";
import { exportedNames, webhookExports } from "./package-exports.js";
import { type At, arrayField, booleanField, follow, members, objectField, stringField } from "./reader.js";
import type { Webhook } from "./webhook.js";

/** All of both, sorted by name. */
export function lowerWebhooks(
  context: OperationContext,
  operations: readonly LoweredOperation[],
): readonly Webhook[] {
  const { reader } = context;
  const webhooks = members(objectField(reader, reader.root, "webhooks")).flatMap((each) =>
    inItem(context, each, each.key),
  );
  const callbacks = operations.flatMap((each) => inOperation(context, each));
  const names = new NameTable(reader.report, exportedNames(webhookExports));
  return [...webhooks, ...callbacks]
    .sort((a, b) => byCodeUnit(a.pointer, b.pointer))
    .map((each) => lowerWebhook(context, each, names))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

/** An operation to be answered, and what it could be called. */
interface Found {
  readonly at: At;
  readonly pointer: string;
  readonly verb: string;
  readonly name: string;
}

function inItem({ reader }: OperationContext, place: At, name: string): readonly Found[] {
  const item = follow(reader, place);
  if (item === undefined) return [];
  const found = verbs.flatMap((verb) => {
    const at = objectField(reader, item, verb);
    return at === undefined ? [] : [{ at, verb }];
  });
  return found.map(({ at, verb }) => ({
    at,
    verb,
    pointer: `${place.pointer}/${verb}`,
    name: stringField(reader, at, "operationId") ?? (found.length === 1 ? name : `${name} ${verb}`),
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
      .flatMap((each) => inItem(context, each, `${operation.name} ${place.key}`)),
  );
}

/**
 * The payload is what the API holds, so that it has what is `readOnly` and lacks what is `writeOnly`: the API owns it,
 * whoever asks (JSON Schema 2020-12 Validation, section 9.4). Answers are written as requests are.
 */
function lowerWebhook(
  context: OperationContext,
  { at, pointer, verb, name: original }: Found,
  names: NameTable,
): Webhook {
  const { reader, nameSchema } = context;
  const name = names.claim([camelCase(original), exactName(original), exactName(pointer)], pointer);
  const claim = (wish: string): string => names.claim([wish, `${wish}_`, exactName(pointer + wish)], pointer);
  const typeName = pascalCase(name);
  const schemaName =
    (suffix: string) =>
    (word: string) =>
    (id: string): void =>
      nameSchema(id, typeName + word + suffix, original + word + suffix);
  if (arrayField(reader, at, "parameters").length > 0)
    reader.report("webhook-parameter", `${at.pointer}/parameters`, original);
  const body = lowerBody(context, at, schemaName("Payload"), "response");
  return {
    pointer,
    name,
    payloadType: claim(typeName),
    answersType: claim(`${typeName}Answers`),
    factory: claim(`${name}Fixture`),
    verb: verb.toUpperCase(),
    ...proseOf(reader, at),
    deprecated: booleanField(reader, at, "deprecated"),
    ...(body === undefined ? {} : { body }),
    responses: lowerResponses(context, at, (status) => schemaName(`Answer${statusWord(status)}`), "request"),
  };
}
