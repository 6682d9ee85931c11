/** Plans the webhooks and callbacks: types, validators and fixtures of what comes in, how it is read, and of the answers. */
import { type Code, type Import, code, ident, join, object, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api, Operation } from "../model/api.js";
import { webhookExports } from "../model/package-exports.js";
import { type NamedSchema, type SchemaTable, named } from "../model/schema.js";
import type { Webhook, WebhookRequest } from "../model/webhook.js";
import { modelType, moduleOf, validatorValue } from "../print/symbols.js";
import { docs } from "../print/type.js";
import { passOn } from "./barrel.js";
import { printBodyReader } from "./body-reader.js";
import { bodySchema, contentResponses, statusKey } from "./contents.js";
import { type FixtureSource, requestFactory } from "./fixtures.js";
import type { InlineNames } from "./inline-schemas.js";
import { printParameters } from "./operation-checks.js";
import { declareParams } from "./params.js";
import { declareResponses } from "./responses.js";
import type { HasFixture } from "./routes.js";

/** Nothing where there are none. */
export function planWebhooks(
  { webhooks, schemas }: Api,
  hasFixture: HasFixture,
  source: FixtureSource,
  inline: InlineNames,
): readonly Module[] {
  if (webhooks.length === 0) return [];
  const context = { table: schemas, hasFixture, source, inline };
  const declarations = webhooks.flatMap((each) => declareWebhook(each, context));
  return [{ path: "webhooks/index", declarations: [...declarations, ...passOn(webhookExports)] }];
}

/** What all webhooks are printed with. */
interface Context {
  readonly table: SchemaTable;
  readonly hasFixture: HasFixture;
  readonly source: FixtureSource;
  readonly inline: InlineNames;
}

/** One that brings neither parameters nor a payload that a schema describes has nothing but its answers. */
function declareWebhook(webhook: Webhook, context: Context): readonly Declaration[] {
  const answers = declareResponses({ ...webhook, responsesType: webhook.answersType }, context.table);
  const schema = bodySchema(webhook, context.table);
  const payload = schema === undefined ? [] : declarePayload(webhook, schema);
  const fixture = schema === undefined ? [] : declareFixture(webhook, schema, context);
  if (webhook.request !== undefined)
    return [...payload, answers, ...declareReceiver(webhook, webhook.request, schema, context), ...fixture];
  if (schema === undefined) return [answers];
  const type = code`${ident(webhook.payloadType)}, ${ident(webhook.answersType)}`;
  return [
    ...payload,
    answers,
    declareConstant(
      webhook,
      code`${typeFrom("runtime/webhook", "Webhook")}<${type}>`,
      code`${valueFrom("runtime/webhook", "webhook")}<${type}>`,
      [
        code`${validatorValue(schema)}`,
        printBodyReader(webhook, context.table, context.source.converters) ?? code`{}`,
        printAnswers(webhook, context.table),
      ],
    ),
    ...fixture,
  ];
}

function declarePayload({ payloadType, name }: Webhook, schema: NamedSchema): readonly Declaration[] {
  const docs = code`The payload of \`${ident(name)}\`.`;
  return [{ kind: "type", name: payloadType, docs, type: code`${modelType(schema)}` }];
}

function declareConstant(
  { name, verb, summary, description, deprecated }: Webhook,
  type: Code,
  make: Code,
  args: readonly Code[],
): Declaration {
  return {
    kind: "const",
    exported: true,
    name,
    docs: docs([summary, description], deprecated),
    type,
    value: code`/* @__PURE__ */ ${make}(${join([str(verb), ...args], ", ")})`,
  };
}

/** The type of the request, what reads it, and what makes values of it. */
function declareReceiver(
  webhook: Webhook,
  request: WebhookRequest,
  schema: NamedSchema | undefined,
  { table, source, inline }: Context,
): readonly Declaration[] {
  const incoming = requestOf(webhook, request);
  const all = ident(request.type);
  const received = code`${typeFrom("runtime/received", "Received")}<${all}>`;
  const answers = ident(webhook.answersType);
  const body = printBodyReader(incoming, table, source.converters);
  const checks = object([
    code`parameters: ${printParameters(request.parameters, inline, table, source.converters)}`,
    ...(body === undefined ? [] : [code`body: ${body}`]),
  ]);
  const from = (name: string): Import => valueFrom("runtime/receiver", name);
  const rest = [checks, printAnswers(webhook, table)];
  const payload = ident(webhook.payloadType);
  const constant =
    schema === undefined
      ? declareConstant(
          webhook,
          code`${typeFrom("runtime/webhook", "Receiver")}<${answers}, ${received}>`,
          code`${from("receiver")}<${answers}, ${all}>`,
          rest,
        )
      : declareConstant(
          webhook,
          code`${typeFrom("runtime/webhook", "Webhook")}<${payload}, ${answers}, ${received}>`,
          code`${from("receivingWebhook")}<${payload}, ${answers}, ${all}>`,
          [code`${validatorValue(schema)}`, ...rest],
        );
  const factory = requestFactory(incoming, code`${all}`, table, source);
  return [
    declareParams(incoming, table),
    constant,
    ...(factory === undefined
      ? []
      : [
          {
            kind: "const",
            exported: true,
            name: request.factory,
            docs: code`Makes what \`${ident(webhook.name)}\` receives.`,
            ...factory,
          } as const,
        ]),
  ];
}

/** A webhook as the operation that it is to its receiver. A payload that is described is expected, as it is without parameters. */
function requestOf(
  { pointer, name, body }: Webhook,
  { parameters, type }: WebhookRequest,
): Pick<Operation, "pointer" | "name" | "paramsType" | "parameters" | "body"> {
  return {
    pointer,
    name,
    paramsType: type,
    parameters,
    ...(body === undefined ? {} : { body: { ...body, required: true } }),
  };
}

function declareFixture(
  { factory }: Webhook,
  schema: NamedSchema,
  { hasFixture }: Context,
): readonly Declaration[] {
  if (!hasFixture(schema.id)) return [];
  const names = [{ name: schema.factory, alias: factory }];
  return [{ kind: "export", module: moduleOf(schema, "fixtures"), names }];
}

function printAnswers(webhook: Webhook, table: SchemaTable): Code {
  const entries = contentResponses(webhook).map(
    ({ status, ref }) => code`${statusKey(status)}: ${validatorValue(named(table, ref))}`,
  );
  return object(entries);
}
