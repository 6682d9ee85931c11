/** The names in one module: what it declares, what it imports and under which name. */
import { byCodeUnit } from "../json.js";
import { type Code, type Import, packageModule } from "./code.js";

export interface ImportLine {
  readonly specifier: string;
  readonly names: readonly { readonly name: string; readonly alias?: string; readonly type: boolean }[];
}

/** Turns code into text and remembers what that text needs to import. */
export class Scope {
  readonly #module: string;
  readonly #taken: Set<string>;
  readonly #held: string[] = [];
  readonly #imports = new Map<string, Import & { readonly local: string }>();

  /** `module` is the path below `src`, without ending; `declared` are the names that the module declares itself. */
  constructor(module: string, declared: readonly string[]) {
    this.#module = module;
    this.#taken = new Set([...declared, ...globals]);
  }

  /** The text of a piece of code, its literals held; whatever it refers to is imported from now on. */
  text(code: Code): string {
    return code.parts
      .map((part) => {
        if (typeof part === "string") return part;
        if ("literal" in part) return this.hold(part.literal);
        return "parameter" in part ? part.parameter : this.#local(part);
      })
      .join("");
  }

  /** A mark that stands for a text in what somebody reads while it is printed: emitted text holds no such mark otherwise. */
  hold(text: string): string {
    return `\ue000${this.#held.push(text) - 1}\ue000`;
  }

  /** Puts what is held in place of the marks, those in what is held included. */
  release(text: string): string {
    return text.replace(/\ue000(\d+)\ue000/g, (_, index: string) =>
      this.release(this.#held[Number(index)] ?? ""),
    );
  }

  #local(wanted: Import): string {
    if (wanted.module === this.#module) return wanted.name;
    const id = `${wanted.module} ${wanted.name}`;
    const known = this.#imports.get(id);
    if (known !== undefined) {
      if (wanted.kind === "value") this.#imports.set(id, { ...known, kind: "value" });
      return known.local;
    }
    let local = wanted.name;
    if (wanted.vague || this.#taken.has(local)) local = wanted.alias;
    while (this.#taken.has(local)) local += "_";
    this.#taken.add(local);
    this.#imports.set(id, { ...wanted, local });
    return local;
  }

  /** One line a module, sorted by specifier and name. */
  imports(): readonly ImportLine[] {
    const lines = new Map<string, ImportLine["names"][number][]>();
    for (const { module, name, local, kind } of this.#imports.values()) {
      const line = lines.get(module) ?? [];
      lines.set(module, line);
      line.push({ name, type: kind === "type", ...(local === name ? {} : { alias: local }) });
    }
    return [...lines]
      .map(([module, names]) => ({
        specifier: specifier(this.#module, module),
        names: names.sort((a, b) => byCodeUnit(a.name, b.name)),
      }))
      .sort((a, b) => byCodeUnit(a.specifier, b.specifier));
  }
}

/** Names of the language that emitted code uses: an import must not hide them. */
const globals: readonly string[] = ["Blob", "Infinity", "Omit", "undefined"];

/** `../models/application.js` from `validators/application`; the name of another package from everywhere. */
export function specifier(from: string, to: string): string {
  if (to.startsWith(packageModule(""))) return to.slice(packageModule("").length);
  const source = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  const up = source.slice(shared).map(() => "..");
  return `${up.length === 0 ? "." : up.join("/")}/${target.slice(shared).join("/")}.js`;
}
