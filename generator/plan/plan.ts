/** Plans a whole package: `Api → FilePlan[]`. */
import { type Code, str } from "../code/code.js";
import { prose, span } from "../code/markdown.js";
import type { Declaration, Module } from "../code/module.js";
import type { NamedPackage } from "../config.js";
import type { Report } from "../diagnostics.js";
import { type Memo, unremembered } from "../memo.js";
import type { Api } from "../model/api.js";
import type { OwnFormat } from "../model/formats.js";
import { camelCase } from "../model/names.js";
import { callExports, clientExports } from "../model/package-exports.js";
import type { SchemaId } from "../model/schema.js";
import { reportUntyped } from "../model/untyped.js";
import { casesOf } from "../sample/cases.js";
import { closureKeys } from "../sample/closure.js";
import { knownSamples } from "../sample/known-samples.js";
import { solveSamples } from "../sample/solve.js";
import { judgeOf } from "../validate/proof.js";
import { passOn } from "./barrel.js";
import { planChecks } from "./checks.js";
import { planCreateClient, planFacade } from "./client.js";
import { convertersOf, planConverters } from "./converters.js";
import { reportExamples } from "./examples.js";
import { declaredValues } from "./declared-values.js";
import type { DocumentPlan, FilePlan } from "./file-plan.js";
import { planFixtures } from "./fixtures.js";
import { nameInline } from "./inline-schemas.js";
import { planJsonSchemas } from "./json-schemas.js";
import { lazyModules } from "./lazy-modules.js";
import { planModels } from "./models.js";
import { planMsw } from "./msw.js";
import { planOauth } from "./oauth.js";
import { planOperationChecks } from "./operation-checks.js";
import { planOperations } from "./operations.js";
import { entryOf, ownExports, planCopies, planOwnConverters } from "./own-formats.js";
import { ownerKeys } from "./owner-keys.js";
import { planParameterValidators } from "./parameter-validators.js";
import { planPersonalData } from "./personal-data.js";
import { planReadme } from "./readme.js";
import { planRoutes } from "./routes.js";
import { type RuntimeExports, type RuntimeText, runtimeExports } from "./runtime-exports.js";
import { planServers } from "./servers.js";
import { type Entry, exportsOf, printLine } from "./surface.js";
import { planValidators } from "./validators.js";
import { planWebhooks } from "./webhooks.js";
import { holdsXml, planXml } from "./xml.js";

/** The subpaths of every package, each with the module that it leads to. */
const entries: readonly Entry[] = [
  { subpath: ".", module: "index" },
  { subpath: "./checks", module: "checks" },
  { subpath: "./client", module: "client" },
  { subpath: "./fixtures", module: "fixtures/index" },
  { subpath: "./json-schemas", module: "json-schemas/index" },
  { subpath: "./logging", module: "logging" },
  { subpath: "./messages", module: "messages" },
  { subpath: "./msw", module: "msw" },
  { subpath: "./retry", module: "retry" },
  { subpath: "./timeout", module: "timeout" },
  { subpath: "./oauth", module: "oauth" },
  { subpath: "./personal-data", module: "personal-data" },
  { subpath: "./validators", module: "validators/index" },
  { subpath: "./webhooks", module: "webhooks/index" },
];

export interface PlanOptions {
  readonly memo?: Memo | undefined;
  /** Subpaths of files that others make. */
  readonly added?: readonly Entry[];
}

/** The files of the package, without the runtime, which is copied as far as they need it. */
export function plan(
  api: Api,
  config: NamedPackage,
  runtime: RuntimeText,
  report: Report,
  { memo = unremembered, added = [] }: PlanOptions = {},
): readonly FilePlan[] {
  reportUntyped(api.schemas, report);
  const keys = closureKeys(api.schemas);
  const keyOf = ownerKeys(api.schemas, keys);
  const inline = nameInline(api);
  const converters = convertersOf(api.schemas, inline);
  const validators = judgeOf(api.schemas, converters);
  reportExamples(api, validators, report, keyOf, memo);
  const samples = solveSamples(api.schemas, validators, report, knownSamples(keys, memo));
  const source = { samples, casesOf: casesOf(api.schemas, samples, validators, memo, keys), converters };
  const lazy = lazyModules(keyOf, memo);
  const hasFixture = (id: SchemaId): boolean => samples.of(id) !== undefined;
  const servers = planServers(api);
  const facade = camelCase(config.name.replace(/^.*\//, ""));
  const modules: readonly Module[] = [
    ...planModels(api.schemas, lazy),
    ...planOperations(api, converters, lazy),
    ...planConverters(api, inline, converters, lazy),
    ...planOwnConverters(api.formats),
    ...planXml(api),
    ...planValidators(api, converters, lazy),
    ...planJsonSchemas(api, converters, lazy),
    ...planFixtures(api, source, lazy),
    planCreateClient(api),
    ...servers,
    ...planOauth(api),
    ...planPersonalData(api),
    ...(api.resources.length === 0 ? [] : planFacade(api, facade)),
    ...planParameterValidators(api, inline, lazy),
    ...planOperationChecks(api, inline, converters, lazy),
    ...planRoutes(api, { hasFixture, valueOf: samples.valueOf, validators, converters }),
    ...(api.resources.length === 0 ? [] : [planChecks(api), ...planMsw(api)]),
    ...planWebhooks(api, hasFixture, source, inline),
    {
      path: "index",
      declarations: [
        ...indexDeclarations,
        ...servers.map(({ path }) => ({ kind: "export", module: path }) as const),
      ],
    },
    { path: "logging", declarations: loggingDeclarations },
    { path: "messages", declarations: messageDeclarations },
    { path: "retry", declarations: retryDeclarations },
    { path: "timeout", declarations: timeoutDeclarations },
  ];
  return [
    ...modules.map((module) => ({ kind: "module", module }) as const),
    ...planCopies(api.formats),
    { kind: "wire", path: "src/schema.ts" },
    planManifest(api, config, [...entriesOf(modules), ...api.formats.map(entryOf), ...added]),
    { kind: "document", path: "tsconfig.json", content: { template: "tsconfig.json", view: {} } },
    {
      kind: "document",
      path: "README.md",
      content: planReadme(api, config.name, facade, {
        hasFixture,
        converts: converters.converts,
        isConverted: (schema) => converters.of(schema) !== undefined,
        isDeclared: declaredValues(api.schemas, validators),
        valueOf: samples.valueOf,
        hasModule: (module) => modules.some((each) => each.path === module),
      }),
    },
    planSurface(config.name, modules, runtimeExports(runtime), api.formats),
  ];
}

const indexDeclarations: readonly Declaration[] = [
  ...passOn(clientExports),
  { kind: "export", module: "models/index", typeOnly: true },
  { kind: "export", module: "operations/index" },
  ...passOn(callExports),
];

const loggingDeclarations: readonly Declaration[] = [
  {
    kind: "export",
    module: "runtime/logging",
    names: [{ name: "LogEntry" }, { name: "LoggingOptions" }],
    typeOnly: true,
  },
  { kind: "export", module: "runtime/logging", names: [{ name: "logging" }] },
  {
    kind: "export",
    module: "runtime/redacted",
    names: [{ name: "PersonalData" }, { name: "PersonalNames" }],
    typeOnly: true,
  },
  { kind: "export", module: "runtime/redacted", names: [{ name: "redacted" }] },
];

const messageDeclarations: readonly Declaration[] = [
  {
    kind: "export",
    module: "runtime/issue",
    names: [{ name: "Issue" }, { name: "Messages" }],
    typeOnly: true,
  },
  { kind: "export", module: "runtime/issue", names: [{ name: "setMessages" }] },
  { kind: "export", module: "runtime/messages", names: [{ name: "english" }, { name: "terse" }] },
];

const retryDeclarations: readonly Declaration[] = [
  { kind: "export", module: "runtime/retry", names: [{ name: "RetryOptions" }], typeOnly: true },
  { kind: "export", module: "runtime/retry", names: [{ name: "retry" }] },
];

const timeoutDeclarations: readonly Declaration[] = [
  { kind: "export", module: "runtime/timeout", names: [{ name: "timeout" }] },
];

/** A description without operations has no facade. */
const entriesOf = (modules: readonly Module[]): readonly Entry[] =>
  entries.filter((entry) => modules.some((each) => each.path === entry.module));

function planManifest(api: Api, config: NamedPackage, entries: readonly Entry[]): DocumentPlan {
  const file = (module: string, ending: string): Code => str(`./dist/${module}${ending}`);
  const subpaths = [...entries, { subpath: "./schema", module: "schema" }];
  return {
    kind: "document",
    path: "package.json",
    content: {
      template: "package.json",
      view: {
        name: str(config.name),
        version: str(config.version),
        description: str(`${api.title}: typed client, validators and fixtures.`),
        license: config.license === undefined ? undefined : str(config.license),
        msw: entries.some((each) => each.module === "msw"),
        xml: holdsXml(api),
        changelog: config.hasChangelog === true,
        subpaths: subpaths.map(({ subpath, module }) => ({
          name: str(subpath),
          types: file(module, ".d.ts"),
          default: file(module, ".js"),
        })),
      },
    },
  };
}

function planSurface(
  packageName: string,
  modules: readonly Module[],
  runtime: RuntimeExports,
  formats: readonly OwnFormat[],
): DocumentPlan {
  const specifier = (entry: Entry): Code => span(packageName + entry.subpath.slice(1));
  return {
    kind: "document",
    path: "api.md",
    content: {
      template: "api.md",
      view: {
        name: prose(packageName),
        subpaths: [
          ...entriesOf(modules).map((entry) => ({
            specifier: specifier(entry),
            exports: exportsOf(entry, modules, runtime),
          })),
          ...formats.map((each) => ({
            specifier: specifier(entryOf(each)),
            exports: ownExports(each).map(printLine),
          })),
        ],
      },
    },
  };
}
