/** Everything that the Twilio package can make and check, with the schema that its description has for it. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import * as validators from "../../generated/twilio/src/validators/index.js";
import type { FixtureOptions } from "../../generated/twilio/src/runtime/fixture.js";
import type { Validator } from "../../generated/twilio/src/runtime/validator.js";
import { type Description, bodies, schemaNames } from "./description.js";

export interface Subject {
  readonly title: string;
  readonly make: (overrides?: undefined, options?: FixtureOptions) => unknown;
  readonly validator: Validator<unknown>;
  /** Of its schema in the description. */
  readonly pointer: string;
}

export const description = parse(
  readFileSync(new URL("../../spec/twilio/openapi.yaml", import.meta.url), "utf8"),
) as Description;

/** The names that the overlay gives to the operations. */
const names: Readonly<Record<string, string>> = {
  CreateApplication: "createApplication",
  ListApplication: "listApplications",
  FetchApplication: "fetchApplication",
  UpdateApplication: "updateApplication",
  DeleteApplication: "deleteApplication",
  UpdateIncomingPhoneNumber: "updateIncomingPhoneNumber",
  CreateCall: "createCall",
};

/** What a module exports, by name; a name that it lacks fails at once. */
function exported(module: object, name: string, status?: string): never {
  const found = (module as Record<string, unknown>)[name];
  const value = status === undefined ? found : (found as Record<string, unknown> | undefined)?.[status];
  if (value === undefined) throw new Error(`the package lacks ${name}${status ? `[${status}]` : ""}`);
  return value as never;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ofSchemas: readonly Subject[] = schemaNames(description).map((name) => ({
  title: name,
  make: exported(fixtures, lowerFirst(name)),
  validator: exported(validators, name),
  pointer: `/components/schemas/${name}`,
}));

const ofBodies: readonly Subject[] = bodies(description).map(({ operationId, status, pointer }) => {
  const name = names[operationId] ?? operationId;
  const suffix = status === undefined ? "Body" : "Responses";
  return {
    title: `${name} ${status ?? "body"}`,
    make: exported(fixtures, name + suffix, status),
    validator: exported(validators, upperFirst(name) + suffix, status),
    pointer,
  };
});

export const subjects: readonly Subject[] = [...ofSchemas, ...ofBodies];
