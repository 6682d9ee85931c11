/** What differs between the webhooks and callbacks of two models: their users read what comes, and write the answers. */
import { usualContent } from "../model/content.js";
import type { Parameter } from "../model/parameter.js";
import type { Webhook } from "../model/webhook.js";
import { byStatus, compareContents, compareNotes, parametersOf, styleOf } from "./contents.js";
import type { Places, Telling } from "./difference.js";
import { samePlace } from "./places.js";

export function compareWebhooks(
  before: readonly Webhook[],
  after: readonly Webhook[],
  telling: Telling,
): void {
  const pairs = pairsOf(before, after);
  for (const each of before)
    if (!pairs.has(each)) telling.tell("webhook-removed", each.name, each.verb, { before: each.pointer });
  for (const [a, b] of pairs) compareWebhook(a, b, telling);
  const kept = new Set(pairs.values());
  for (const each of after)
    if (!kept.has(each)) telling.tell("webhook-added", each.name, each.verb, { after: each.pointer });
}

/** By where they stand, whatever the parameters of a path are called, and else by their names. */
function pairsOf(before: readonly Webhook[], after: readonly Webhook[]): ReadonlyMap<Webhook, Webhook> {
  const places = new Map(after.map((each) => [placeOf(each), each]));
  const pairs = new Map<Webhook, Webhook>();
  for (const each of before) {
    const same = places.get(placeOf(each));
    if (same !== undefined) pairs.set(each, same);
  }
  const taken = new Set(pairs.values());
  const names = new Map(after.filter((each) => !taken.has(each)).map((each) => [each.name, each]));
  for (const each of before) {
    const same = names.get(each.name);
    if (!pairs.has(each) && same !== undefined) pairs.set(each, same);
  }
  return pairs;
}

const placeOf = ({ pointer }: Webhook): string => samePlace(pointer);

function compareWebhook(a: Webhook, b: Webhook, telling: Telling): void {
  const { tell } = telling;
  const places = { before: a.pointer, after: b.pointer };
  if (a.name !== b.name) tell("webhook-renamed", b.name, `${a.name} → ${b.name}`, places);
  if (a.verb !== b.verb) tell("webhook-method-changed", b.name, `${a.verb} → ${b.verb}`, places);
  compareNotes(a, b, b.name, places, telling);
  comparePayloads(a, b, places, telling);
  compareParameters(a, b, places, telling);
  compareAnswers(a, b, places, telling);
}

function comparePayloads(a: Webhook, b: Webhook, places: Places, telling: Telling): void {
  const [old, now] = [a.body?.contents ?? [], b.body?.contents ?? []];
  const subject = `${b.name} payload`;
  const [was, is] = [usualContent(old)?.schema, usualContent(now)?.schema];
  if (was === undefined && is !== undefined) telling.tell("payload-added", subject, "body", places);
  else if (was !== undefined && is === undefined) telling.tell("payload-removed", subject, "body", places);
  else {
    compareNotes({ ...a.body }, { ...b.body }, subject, places, telling);
    compareContents(old, now, subject, "response", places, telling);
  }
}

function compareParameters(a: Webhook, b: Webhook, places: Places, telling: Telling): void {
  const { tell, compare } = telling;
  const [old, now] = [a, b].map(({ request }) => parametersOf(request?.parameters ?? [])) as [
    ReadonlyMap<string, Parameter>,
    ReadonlyMap<string, Parameter>,
  ];
  for (const [key, was] of old) {
    const is = now.get(key);
    const subject = `${b.name} ${was.name}`;
    if (is === undefined) {
      tell("webhook-parameter-removed", subject, key, { ...places, before: was.pointer });
      continue;
    }
    const both = { before: was.pointer, after: is.pointer };
    if (was.required && !is.required) tell("webhook-parameter-optional", subject, key, both);
    if (!was.required && is.required) tell("webhook-parameter-required", subject, key, both);
    if (was.property !== is.property)
      tell("parameter-renamed", subject, `${was.property} → ${is.property}`, both);
    const [style, styleNow] = [styleOf(was), styleOf(is)];
    if (style !== styleNow) tell("webhook-parameter-read-otherwise", subject, `${style} → ${styleNow}`, both);
    compareNotes(was, is, subject, both, telling);
    compare(was.schema, is.schema, subject, "response");
  }
  for (const [key, is] of now)
    if (!old.has(key))
      tell("webhook-parameter-added", `${b.name} ${is.name}`, key, { ...places, after: is.pointer });
}

/** Whoever receives a webhook writes its answers. */
function compareAnswers(a: Webhook, b: Webhook, places: Places, telling: Telling): void {
  const [old, now] = [byStatus(a), byStatus(b)];
  for (const [status, was] of old) {
    const is = now.get(status);
    const subject = `${b.name} ${status}`;
    if (is === undefined) telling.tell("answer-removed", subject, status, places);
    else {
      compareNotes({ ...was }, { ...is }, subject, places, telling);
      compareContents(was.contents, is.contents, subject, "request", places, telling);
    }
  }
  for (const status of now.keys())
    if (!old.has(status)) telling.tell("answer-added", `${b.name} ${status}`, status, places);
}
