/** Plans the handlers for Mock Service Worker (`msw`): one function an operation, and one that makes all of them. */
import {
  type Code,
  type Import,
  code,
  empty,
  ident,
  literal,
  packageModule,
  str,
  typeFrom,
  valueFrom,
} from "../code/code.js";
import type { ConstDeclaration, Module } from "../code/module.js";
import { type Api, type Operation, type Resource, operationsOf } from "../model/api.js";
import { NameTable } from "../model/names.js";
import { routeName, routesModule } from "./routes.js";

const handlerType: Import = typeFrom(packageModule("msw"), "HttpHandler");
const handlerClass: Import = valueFrom(packageModule("msw"), "HttpHandler");
const optionsType: Import = typeFrom("runtime/handle", "HandlerOptions");

/** One module a resource, and the one that they are imported from. */
export function planMsw(api: Api): readonly Module[] {
  const modules = api.resources.map(planResource);
  return [...modules, planEntry(api, modules)];
}

const moduleOf = (resource: Resource): string => `msw/${resource.file}`;

function planResource(resource: Resource): Module {
  return {
    path: moduleOf(resource),
    declarations: resource.operations.map((each) => declareHandler(each, resource)),
  };
}

function declareHandler(operation: Operation, resource: Resource): ConstDeclaration {
  const module = `operations/${resource.file}`;
  const params = typeFrom(module, operation.paramsType);
  const responses = typeFrom(module, operation.responsesType);
  const route = valueFrom(routesModule(resource), routeName(operation));
  return {
    kind: "const",
    exported: true,
    name: operation.name,
    docs: code`Answers calls of \`${ident(operation.name)}\`.`,
    type: code`${typeFrom("runtime/operation-handler", "OperationHandler")}<${params}, ${responses}, ${handlerType}>`,
    value: code`/* @__PURE__ */ ${valueFrom("runtime/operation-handler", "operationHandler")}(${route}, ${handlerClass})`,
  };
}

/** The name of the function that makes the handlers of all operations. */
function allName(operations: readonly Operation[]): string {
  const taken = operations.map((each) => each.name);
  return new NameTable(undefined, taken).claim(["handlers", "allHandlers"], "all handlers");
}

function planEntry(api: Api, modules: readonly Module[]): Module {
  const made = api.resources.flatMap((resource) =>
    resource.operations.map((each) => code`${valueFrom(moduleOf(resource), each.name)}(undefined, options)`),
  );
  const exported = (module: string, names: readonly string[]) =>
    ({ kind: "export", module, names: names.map((name) => ({ name })), typeOnly: true }) as const;
  return {
    path: "msw",
    declarations: [
      {
        kind: "function",
        name: allName(operationsOf(api)),
        docs: code`Handlers of all operations; each answers with the fixture of its first documented success, a list with its last page.`,
        typeParameters: [],
        parameters: [{ name: ident("options"), optional: true, type: code`${optionsType}` }],
        returns: code`${handlerType}[]`,
        body: { template: "handlers", view: { handlers: made } },
      },
      ...modules.map((each) => ({ kind: "export", module: each.path }) as const),
      exported("runtime/handle", ["Answering", "HandledRequest", "HandlerOptions"]),
      exported("runtime/operation-handler", ["OperationHandler"]),
    ],
  };
}

/** How a test has its calls answered, and one of them with an error; undefined where there is nothing to call. */
export function mswExample(api: Api, packageName: string): Code | undefined {
  const operations = operationsOf(api);
  if (operations.length === 0) return undefined;
  const all = ident(allName(operations));
  const failing = operations.flatMap(({ name, responses }) => {
    const status = responses.map((each) => Number(each.status)).find((each) => each >= 400);
    return status === undefined ? [] : [{ name: ident(name), status: literal(status) }];
  })[0];
  const names = failing === undefined ? all : code`${failing.name}, ${all}`;
  const use = failing === undefined ? empty : code`\nserver.use(${failing.name}(${failing.status}));`;
  return code`import { setupServer } from "msw/node";
import { ${names} } from ${str(`${packageName}/msw`)};

const server = setupServer(...${all}());
server.listen();${use}`;
}
