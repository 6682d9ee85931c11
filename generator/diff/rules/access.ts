/** What changes in where calls go, and what they are authorized with. */
import type { DiffRule } from "./rule.js";

export const access = {
  "security-changed": {
    title: "an operation asks for other credentials",
    why: "A client without them can no longer call it.",
    level: "breaking",
    affects: ["client"],
  },
  "server-changed": {
    title: "requests go to another base URL unless one is given",
    why: "Code stays as it is, and reaches another server.",
    level: "compatible",
    affects: ["client"],
  },
  "base-url-required": {
    title: "the description no longer says where the API is",
    why: "Clients that are made without a base URL no longer compile.",
    level: "breaking",
    affects: ["client"],
  },
  "server-added": {
    title: "a server is new",
    why: "Nothing goes there yet.",
    level: "compatible",
    affects: ["client"],
  },
  "server-removed": {
    title: "a server is gone",
    why: "Code that names it no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "server-renamed": {
    title: "a server has another name in the package",
    why: "Code that names it by the old name no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "server-url-changed": {
    title: "a server is at another URL",
    why: "Code that names it stays as it is, and reaches another URL.",
    level: "compatible",
    affects: ["client"],
  },
  "server-variables-narrowed": {
    title: "the variables of a server take less",
    why: "Code that gives their values, or none, no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "server-variables-widened": {
    title: "the variables of a server take more, or have other defaults",
    why: "Code that gives their values stays as it is.",
    level: "compatible",
    affects: ["client"],
  },
  "credentials-added": {
    title: "a client can be given other credentials",
    why: "Clients without them are as they were.",
    level: "compatible",
    affects: ["client"],
  },
  "credentials-removed": {
    title: "a client is no longer given some credentials",
    why: "Code that gives them no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "credentials-changed": {
    title: "credentials are of another kind",
    why: "Code that gives them as they were may not compile any more, or is refused.",
    level: "breaking",
    affects: ["client"],
  },
  "credentials-regrouped": {
    title: "`auth` is one credential where it was several by name, or the other way around",
    why: "Code that gives it as it was no longer compiles.",
    level: "breaking",
    affects: ["client"],
  },
  "credentials-sent-otherwise": {
    title: "credentials stand elsewhere in requests, or are got elsewhere",
    why: "The package sends them; code that gives them stays as it is.",
    level: "compatible",
    affects: ["client"],
  },
} as const satisfies Readonly<Record<string, DiffRule>>;
