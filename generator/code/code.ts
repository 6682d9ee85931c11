/**
 * Text of the emitted program. The functions of this folder are the only ways from a string of the description to
 * emitted text, and each of them makes a token that cannot end early: text of a spec can never become code.
 */
import type { Json } from "../json.js";
import { isArray, isObject } from "../json.js";
import { isIdentifier } from "../model/names.js";
import type { Pattern } from "../model/schema.js";
import { escapeInvisible, invisible } from "../text.js";

/** Something another module exports. Printing it imports it; nobody writes an import line. */
export interface Import {
  /** The module's path below the package's `src`, without ending: `models/application`; or what `packageModule` gives. */
  readonly module: string;
  readonly name: string;
  readonly kind: "type" | "value";
  /** The local name to use where `name` is taken. */
  readonly alias: string;
  /** Says too little in another module: the alias is always used. */
  readonly vague?: true;
}

/** The parameter of a function that emitted code makes: known apart from text, so that an unused one can be left out. */
interface ParameterPart {
  readonly parameter: string;
}

/** A literal, apart from other text: printers that read text as they write it must not look into it. */
interface LiteralPart {
  readonly literal: string;
}

type Part = string | Import | ParameterPart | LiteralPart;

/** A piece of emitted TypeScript. Only this folder makes one. */
export class Code {
  /** What it is made of, as it was put together: large pieces are made of small ones many times over. */
  readonly #pieces: readonly (Part | Code)[];

  private constructor(pieces: readonly (Part | Code)[]) {
    this.#pieces = pieces;
  }

  /** @internal For the functions of this folder only. */
  static of(...pieces: readonly (Part | Code)[]): Code {
    return new Code(pieces);
  }

  get parts(): readonly Part[] {
    const parts: Part[] = [];
    const add = (code: Code): void => {
      for (const piece of code.#pieces)
        if (piece instanceof Code) add(piece);
        else if (typeof piece === "string" && typeof parts.at(-1) === "string")
          parts.push(`${String(parts.pop())}${piece}`);
        else parts.push(piece);
    };
    add(this);
    return parts;
  }

  /** Plans are told apart by their JSON. */
  toJSON(): unknown {
    return this.parts;
  }
}

type Interpolated = Code | Import | readonly Code[];

/** Emitted text, written down in our own source, with code in its holes. A list goes in as it stands. */
export function code(texts: TemplateStringsArray, ...holes: readonly Interpolated[]): Code {
  return Code.of(...texts.flatMap((text, i) => [text, ...piecesOf(holes[i])]));
}

function piecesOf(hole: Interpolated | undefined): readonly (Part | Code)[] {
  if (hole === undefined) return [];
  return hole instanceof Code || "module" in hole ? [hole] : hole;
}

/** Pieces with a separator between them. */
export function join(
  pieces: readonly Code[],
  separator: ", " | " | " | " & " | "\n" | ";\n" | "; " | " + " | " && " | " || " | ";\nelse " | "",
): Code {
  return Code.of(...pieces.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece])));
}

export const empty: Code = Code.of();

/** An object of these members, as an expression. */
export function object(members: readonly Code[]): Code {
  return members.length === 0 ? code`{}` : code`{ ${join(members, ", ")} }`;
}

/** The use of a function's parameter. */
export function parameter(name: string): Code {
  return Code.of({ parameter: name });
}

/** Whether a parameter of this name is used anywhere in the code. */
export function mentions(text: Code, name: string): boolean {
  return text.parts.some(
    (part) => typeof part === "object" && "parameter" in part && part.parameter === name,
  );
}

/** A name that lowering or the plan made. */
export function ident(name: string): Code {
  if (!isIdentifier(name)) throw new Error(`bug: ${JSON.stringify(name)} is no identifier`);
  return Code.of(name);
}

/** A string literal. */
export function str(text: string): Code {
  return Code.of({ literal: escapeInvisible(JSON.stringify(text)).replaceAll("</", "<\\/") });
}

/** The type of all strings that begin with a text. */
export function startingWith(text: string): Code {
  const inside = escapeInvisible(JSON.stringify(text)).slice(1, -1);
  const safe = inside.replace(/`|\$(?=\{)/g, "\\$&").replaceAll("</", "<\\/");
  return Code.of({ literal: `\`${safe}\${string}\`` });
}

/** The name of a property in a type. */
export function memberName(name: string): Code {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? Code.of(name) : str(name);
}

/** The name of a property in an object literal, where a bare `__proto__` would set the prototype. */
export function key(name: string): Code {
  return name === "__proto__" ? code`["__proto__"]` : memberName(name);
}

/** The access to a property: `.sid` or `["a-b"]`. */
export function access(name: string): Code {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? Code.of(`.${name}`) : code`[${str(name)}]`;
}

/** A JSON value as an expression. */
export function literal(value: Json): Code {
  if (typeof value === "string") return str(value);
  if (isArray(value)) return code`[${join(value.map(literal), ", ")}]`;
  if (isObject(value))
    return code`{ ${join(
      Object.entries(value).map(([name, each]) => code`${key(name)}: ${literal(each)}`),
      ", ",
    )} }`;
  return Code.of(typeof value === "number" ? number(value) : String(value));
}

/** JSON has no infinities, but `1e999` reads as one. */
function number(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : String(value);
  return value > 0 ? "1.7976931348623157e308" : "-1.7976931348623157e308";
}

/** A regular expression literal. `source` of a compiled expression has its slashes and line ends escaped. */
export function regex(pattern: Pattern): Code {
  const { source, flags } = new RegExp(pattern.source, pattern.flags);
  return Code.of({ literal: `/${escapeInvisible(source)}/${flags}` });
}

/** The inside of a doc comment: what could end it, or hide in it, is defused. */
export function comment(text: string): Code {
  return Code.of(
    text
      .replace(/\r\n?|[\u2028\u2029]/g, "\n")
      .replace(invisible, (each) => (each === "\n" || each === "\t" ? each : ""))
      .replaceAll("*/", "*\\/")
      .replace(/<(?=\/script|!--)/gi, "<\\")
      .replace(/^(\s*)@/gm, "$1\\@")
      .trim(),
  );
}

/** A whole doc comment, where no printer makes one. */
export function docComment(inside: Code): Code {
  const lines = plainText(inside).split("\n");
  return Code.of(
    lines.length === 1 ? `/** ${lines[0]} */` : `/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */`,
  );
}

/** A member of this package's module, as a type. */
export function typeFrom(module: string, name: string, alias: string = `${name}_`): Import {
  return { module, name, kind: "type", alias };
}

/** A member of this package's module, as a value. */
export function valueFrom(module: string, name: string, alias: string = `${name}_`): Import {
  return { module, name, kind: "value", alias };
}

/** An import that always goes by its alias. */
export function aliased(wanted: Import): Import {
  return { ...wanted, vague: true };
}

/** Stands for another package where a module of this one is named. No path below `src` has a colon in it. */
export function packageModule(name: string): string {
  return `package:${name}`;
}

/** The code as text in which imports stand by their own names: for documents, and to compare pieces. */
export function plainText(text: Code): string {
  return text.parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("literal" in part) return part.literal;
      return "parameter" in part ? part.parameter : part.name;
    })
    .join("");
}
