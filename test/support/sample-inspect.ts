/**
 * Runs in a process of its own, with the folder of transpiled packages as its argument: imports every module of every
 * package, makes values with its fixtures and shows them to its validators. Prints a `Findings` for each package.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What went wrong with a package; nothing, usually. */
export interface Findings {
  /** What cannot be imported, with the reason. */
  readonly broken: readonly string[];
  /** Globals and members of prototypes that appeared while the package's modules were imported and used. */
  readonly traces: readonly string[];
  /** Fixtures whose values their validator does not accept, with the first issue. */
  readonly invalid: readonly string[];
  /** How many pairs of a fixture and its validator were tried. */
  readonly pairs: number;
}

type Exports = Readonly<Record<string, unknown>>;
interface Validator {
  readonly check: (value: unknown) => readonly unknown[];
  readonly "~standard": { readonly validate: (value: unknown) => { readonly issues?: readonly unknown[] } };
}
interface Factory {
  (overrides: undefined, options: { readonly seed: number }): unknown;
  /** The value as it stands on the wire. */
  readonly make: (seed: number) => unknown;
}

const seeds = Array.from({ length: 50 }, (_, seed) => seed);
const prototypes = { Object, Array, Function, String, Number, Boolean, RegExp, Promise, Map, Set };

/** The names of everything that all code can see. */
function visible(): readonly string[] {
  return [
    ...Object.getOwnPropertyNames(globalThis).map((name) => `globalThis.${name}`),
    ...Object.entries(prototypes).flatMap(([owner, { prototype }]) =>
      Reflect.ownKeys(prototype as object).map((key) => `${owner}.prototype.${String(key)}`),
    ),
  ];
}

async function inspect(folder: string): Promise<Findings> {
  const before = new Set(visible());
  const modules = await load(folder).catch((cause: unknown) => String(cause));
  if (typeof modules === "string") return { broken: [modules], traces: [], invalid: [], pairs: 0 };
  // What an index passes on is met where it is declared.
  const declaring = Object.entries(modules).filter(([path]) => !path.endsWith("/index.js"));
  const pairs = declaring.flatMap(([path, factories]) =>
    pairsOf(factories, modules[path.replace("src/fixtures/", "src/validators/")] ?? {}),
  );
  const invalid = pairs.flatMap(([name, factory, validator]) => tryOut(name, factory, validator));
  const thenable = Object.entries(modules).filter(([, exports]) => typeof exports["then"] === "function");
  return {
    broken: thenable.map(([path]) => `${path} exports \`then\`, so import() takes it for a promise`),
    traces: visible().filter((name) => !before.has(name)),
    invalid,
    pairs: pairs.length,
  };
}

/** The modules of a package by path, imported by a module made for that: it lists them in its `modules`. */
async function load(folder: string): Promise<Readonly<Record<string, Exports>>> {
  const { modules } = (await import(pathToFileURL(join(folder, "all.js")).href)) as {
    readonly modules: Readonly<Record<string, Exports>>;
  };
  return modules;
}

/** Fixtures and validators of one module have the same names but for the case of the first letter. */
function pairsOf(
  factories: Exports,
  validators: Exports,
): readonly (readonly [string, Factory, Validator])[] {
  const others = new Map(Object.entries(validators).map(([name, each]) => [initial(name), each]));
  return Object.entries(factories).flatMap(([name, factory]) => {
    const validator = others.get(initial(name)) ?? (others.size === 1 ? [...others.values()][0] : undefined);
    return typeof factory === "function" && isValidator(validator)
      ? [[name, factory as Factory, validator] as const]
      : [];
  });
}

const initial = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const isValidator = (value: unknown): value is Validator =>
  typeof (value as Validator | undefined)?.check === "function";

/** The value as JSON brings it to the other side; JSON has no files, so what holds one stays as it is. */
function overTheWire(value: unknown): unknown {
  let holdsFile = false;
  const text = JSON.stringify(value, (_, each: unknown) => {
    holdsFile ||= each instanceof Blob;
    return each;
  });
  return holdsFile ? value : (JSON.parse(text) as unknown);
}

function tryOut(name: string, factory: Factory, validator: Validator): readonly string[] {
  for (const seed of seeds) {
    try {
      const value = factory(undefined, { seed });
      const sent = overTheWire(factory.make(seed));
      const issue = validator.check(value)[0] ?? validator["~standard"].validate(sent).issues?.[0];
      if (issue !== undefined)
        return [`${name}, seed ${seed}: ${JSON.stringify(issue)} in ${JSON.stringify(sent)}`];
    } catch (cause) {
      return [`${name}, seed ${seed}: ${String(cause)}`];
    }
  }
  return [];
}

const root = process.argv[2];
if (root !== undefined) {
  const findings: Record<string, Findings> = {};
  for (const name of readdirSync(root).sort()) findings[name] = await inspect(join(root, name));
  process.stdout.write(JSON.stringify(findings));
}
