/** What changes in webhooks and callbacks, which users answer. */
import type { DiffRule } from "./rule.js";

export const receivers = {
  "webhook-added": {
    title: "a webhook or callback is new",
    why: "Nothing receives it yet.",
    level: "compatible",
    affects: ["receivers"],
  },
  "webhook-removed": {
    title: "a webhook or callback is gone",
    why: "Code that receives it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-renamed": {
    title: "a webhook or callback has another name in the package",
    why: "Code that imports it by the old name no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-method-changed": {
    title: "a webhook or callback comes by another method",
    why: "What the package makes of it takes no requests of the old one; servers must route the new one.",
    level: "breaking",
    affects: ["receivers"],
  },
  "payload-added": {
    title: "a webhook has a payload that is described",
    why: "Code that receives it gets a payload that it did not ask for.",
    level: "compatible",
    affects: ["receivers"],
  },
  "payload-removed": {
    title: "a webhook no longer has a payload that is described",
    why: "Code that reads it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-parameter-added": {
    title: "a webhook comes with another parameter",
    why: "Nothing reads it yet.",
    level: "compatible",
    affects: ["receivers"],
  },
  "webhook-parameter-removed": {
    title: "a webhook no longer comes with a parameter",
    why: "Code that reads it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-parameter-optional": {
    title: "a parameter of a webhook has become optional",
    why: "Code that reads it must expect that it is not there.",
    level: "breaking",
    affects: ["receivers"],
  },
  "webhook-parameter-required": {
    title: "a parameter of a webhook has become required",
    why: "It surely comes.",
    level: "compatible",
    affects: ["receivers"],
  },
  "webhook-parameter-read-otherwise": {
    title: "a parameter of a webhook is read in another style",
    why: "The package reads it; code gets the same.",
    level: "compatible",
    affects: ["receivers"],
  },
  "answer-added": {
    title: "a webhook can be answered by another status",
    why: "Answers that were given are as they were.",
    level: "compatible",
    affects: ["receivers"],
  },
  "answer-removed": {
    title: "a webhook is no longer answered by a status",
    why: "Code that answers by it no longer compiles.",
    level: "breaking",
    affects: ["receivers"],
  },
} as const satisfies Readonly<Record<string, DiffRule>>;
