import { isDeepStrictEqual } from "node:util";
import {
  array,
  object,
  operations,
  resolve,
  root,
  step,
  text,
  validate,
  type Json,
  type Place,
} from "./document.js";
import type { At, Fact, Must } from "./facts/fact.js";

/** The place a fact speaks of, or nothing. */
export function find(at: At): Place | undefined {
  const [kind, ...keys] = at;
  if (kind === "document") return step(root, ...keys);
  if (kind === "schema") return step(root, "components", "schemas", ...keys);
  const [id = "", first = "", ...rest] = keys;
  const operation = operations.get(id);
  if (!operation) return undefined;
  if (kind === "parameter") {
    const parameter = operation.parameters.get(first);
    return parameter && step(parameter, ...rest);
  }
  if (first === "parameters") {
    const merged = Object.fromEntries([...operation.parameters].map(([name, place]) => [name, place.value]));
    return { value: merged, pointer: operation.place.pointer };
  }
  return step(operation.place, first, ...rest);
}

/** What contradicts a fact, in words; nothing if it holds. */
export function contradiction(fact: Fact): string | undefined {
  const place = find(fact.at);
  const { must } = fact;
  if ("isAbsent" in must) return place ? `found ${show(place.value)}` : undefined;
  if ("excludes" in must) {
    return place && array(place.value).includes(must.excludes) ? `found ${show(must.excludes)}` : undefined;
  }
  if (!place) return `there is nothing at ${fact.at.join(" / ")}`;
  return holds(place, must) ? undefined : `found ${show(place.value)}`;
}

function holds(place: Place, must: Exclude<Must, { isAbsent: true } | { excludes: Json }>): boolean {
  if ("is" in must) return isDeepStrictEqual(place.value, must.is);
  if ("hasKeys" in must) {
    const keys = Object.keys(object(resolve(place).value));
    return isDeepStrictEqual(keys.sort(), [...must.hasKeys].sort());
  }
  if ("includes" in must) return array(place.value).includes(must.includes);
  if ("mentions" in must) return must.mentions.test(text(place.value));
  if ("accepts" in must) return validate(place, must.accepts).length === 0;
  return validate(place, must.rejects).length > 0;
}

function show(value: Json): string {
  return JSON.stringify(value);
}
