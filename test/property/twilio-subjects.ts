/** Everything that the Twilio package can make and check, with the schema that its description has for it. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import * as validators from "../../generated/twilio/src/validators/index.js";
import type { Factory, FixtureOptions } from "../../generated/twilio/src/runtime/fixture.js";
import type { Validator } from "../../generated/twilio/src/runtime/validator.js";
import type { Part } from "./case-laws.js";
import type { Oracle } from "./oracle.js";
import { type Description, bodies, requiredParameters, schemaNames } from "./description.js";

export interface Subject {
  readonly title: string;
  /** What the package exports: a factory of its own, or a member of an operation's fixtures. */
  readonly source: unknown;
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
function exported(module: object, name: string): unknown {
  const value = (module as Readonly<Record<string, unknown>>)[name];
  if (value === undefined) throw new Error(`the package lacks ${name}`);
  return value;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The factories of the package's named schemas, each with its validator. */
export const schemaSubjects: readonly (Subject & { readonly factory: Factory<unknown> })[] = schemaNames(
  description,
).map((name) => {
  const factory = exported(fixtures, lowerFirst(name)) as Factory<unknown>;
  return {
    title: name,
    source: factory,
    factory,
    make: factory,
    validator: exported(validators, name) as Validator<unknown>,
    pointer: `/components/schemas/${name}`,
  };
});

/** The fixtures of an operation. */
interface Operation {
  readonly request: Factory<unknown>;
  readonly response: (status: unknown, overrides?: undefined, options?: FixtureOptions) => unknown;
}

/** A member of a request that is made up. */
const partOf = (request: Factory<unknown>, name: string, options?: FixtureOptions): unknown =>
  (request(undefined, options) as Readonly<Record<string, unknown>>)[name];

const nameOf = (operationId: string): string => names[operationId] ?? operationId;
const operation = (id: string): Operation => exported(fixtures, nameOf(id)) as Operation;

const ofBodies: readonly Subject[] = bodies(description).map(({ operationId, status, pointer }) => {
  const { request, response } = operation(operationId);
  const name = upperFirst(nameOf(operationId));
  const answers = status && (exported(validators, `${name}Responses`) as object);
  return {
    title: `${nameOf(operationId)} ${status ?? "body"}`,
    source: status === undefined ? request : response,
    make: (_, options) =>
      status === undefined
        ? partOf(request, "body", options)
        : response(Number(status) || status, undefined, options),
    validator: (answers ? exported(answers, status) : exported(validators, `${name}Body`)) as never,
    pointer,
  };
});

const ofParameters: readonly Subject[] = requiredParameters(description).map(
  ({ operationId, name, pointer }) => {
    const { request } = operation(operationId);
    return {
      title: `${nameOf(operationId)} ${name}`,
      source: request,
      make: (_, options) => partOf(request, name, options),
      validator: exported(validators, pointer.replace(/.*\//, "")) as Validator<unknown>,
      pointer,
    };
  },
);

/** The requests of an operation, and what judges their parts. */
export interface RequestSubject {
  readonly name: string;
  readonly request: Factory<unknown>;
  readonly parts: readonly Part[];
}

/** The requests of all operations. */
export function requestSubjects(judge: Oracle["judge"]): readonly RequestSubject[] {
  const judged = ({ validator, pointer }: Subject, name: string): Part => ({
    name,
    required: name !== "body",
    judges: { check: validator.check, judge: (value) => judge(pointer, value).valid },
  });
  return Object.keys(names).map((id) => {
    const { request } = operation(id);
    const made = [...ofParameters, ...ofBodies].filter((each) => each.source === request);
    const parts = made.map((each) => judged(each, each.title.replace(/.* /, "")));
    return { name: nameOf(id), request, parts };
  });
}

export const subjects: readonly Subject[] = [...schemaSubjects, ...ofBodies, ...ofParameters];
