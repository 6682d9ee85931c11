/** Plans the webhooks and callbacks: the types, the validator and the fixture of each payload, and of the answers. */
import { type Code, code, ident, join, object, str, typeFrom, valueFrom } from "../code/code.js";
import type { Declaration, Module } from "../code/module.js";
import type { Api } from "../model/api.js";
import { webhookExports } from "../model/package-exports.js";
import { type SchemaTable, named } from "../model/schema.js";
import type { Webhook } from "../model/webhook.js";
import { modelType, moduleOf, validatorValue } from "../print/symbols.js";
import { docs } from "../print/type.js";
import { passOn } from "./barrel.js";
import { bodySchema, contentResponses, statusKey } from "./contents.js";
import type { Converters } from "./converters.js";
import { printBodyReader } from "./body-reader.js";
import type { HasFixture } from "./routes.js";
import { declareResponses } from "./responses.js";

/** Nothing where there are none. */
export function planWebhooks(
  { webhooks, schemas }: Api,
  hasFixture: HasFixture,
  converters: Converters,
): readonly Module[] {
  if (webhooks.length === 0) return [];
  const declarations = webhooks.flatMap((each) => declareWebhook(each, schemas, hasFixture, converters));
  return [
    {
      path: "webhooks/index",
      declarations: [...declarations, ...passOn(webhookExports)],
    },
  ];
}

/** One without a body that a schema describes has nothing but its answers. */
function declareWebhook(
  webhook: Webhook,
  table: SchemaTable,
  hasFixture: HasFixture,
  converters: Converters,
): readonly Declaration[] {
  const { name, payloadType, answersType, factory, body, summary, description, deprecated } = webhook;
  const answers = declareResponses({ ...webhook, responsesType: answersType }, table);
  const schema = bodySchema(webhook, table);
  if (body === undefined || schema === undefined) return [answers];
  const payload = modelType(schema);
  const type = code`${ident(payloadType)}, ${ident(answersType)}`;
  return [
    {
      kind: "type",
      name: payloadType,
      docs: code`The payload of \`${ident(name)}\`.`,
      type: code`${payload}`,
    },
    answers,
    {
      kind: "const",
      exported: true,
      name,
      docs: docs([summary, description], deprecated),
      type: code`${typeFrom("runtime/webhook", "Webhook")}<${type}>`,
      value: code`/* @__PURE__ */ ${valueFrom("runtime/webhook", "webhook")}<${type}>(${join(
        [
          str(webhook.verb),
          code`${validatorValue(schema)}`,
          printBodyReader(webhook, table, converters) ?? code`{}`,
          printAnswers(webhook, table),
        ],
        ", ",
      )})`,
    },
    ...(hasFixture(schema.id)
      ? [
          {
            kind: "export",
            module: moduleOf(schema, "fixtures"),
            names: [{ name: schema.factory, alias: factory }],
          } as const,
        ]
      : []),
  ];
}

function printAnswers(webhook: Webhook, table: SchemaTable): Code {
  const entries = contentResponses(webhook).map(
    ({ status, ref }) => code`${statusKey(status)}: ${validatorValue(named(table, ref))}`,
  );
  return object(entries);
}
