/** A TypeScript module as data: what it declares, in the order in which it is printed. */
import type { Code } from "./code.js";

export interface Module {
  /** Below the package's `src`, without ending. */
  readonly path: string;
  readonly declarations: readonly Declaration[];
  /** Tells what it is made of; absent: its declarations do. */
  readonly source?: string;
  /** Its declarations, as far as others care; absent: told from them. */
  readonly outline?: Outline;
}

/** What a module declares, without how. */
export type Outline = readonly (Outlined | ReExport)[];

export interface Outlined {
  readonly kind: Exclude<Declaration["kind"], "export">;
  readonly name: string;
  readonly exported: boolean;
  /** The first paragraph of its doc comment; empty where it has none. */
  readonly docs: string;
}

export type Declaration =
  InterfaceDeclaration | TypeDeclaration | ConstDeclaration | FunctionDeclaration | ReExport;

interface Named {
  readonly name: string;
  /** The inside of its doc comment. */
  readonly docs?: Code | undefined;
}

export interface Member {
  readonly name: Code;
  readonly optional: boolean;
  readonly type: Code;
  readonly docs?: Code | undefined;
}

export interface InterfaceDeclaration extends Named {
  readonly kind: "interface";
  readonly typeParameters?: readonly Code[];
  readonly members: readonly Member[];
  /** The type of an index signature. */
  readonly index?: Code | undefined;
}

export interface TypeDeclaration extends Named {
  readonly kind: "type";
  readonly type: Code;
}

export interface ConstDeclaration extends Named {
  readonly kind: "const";
  readonly exported: boolean;
  readonly type?: Code;
  readonly value: Code;
}

export interface FunctionDeclaration extends Named {
  readonly kind: "function";
  readonly typeParameters: readonly Code[];
  readonly parameters: readonly Member[];
  readonly returns: Code;
  readonly body: Template;
}

/** `export * from`, or `export { … } from`. */
export interface ReExport {
  readonly kind: "export";
  /** The other module's path below `src`, without ending. */
  readonly module: string;
  /** Absent: everything. */
  readonly names?: readonly { readonly name: string; readonly alias?: string }[];
  readonly typeOnly?: boolean;
}

/** Text that a template makes of a view; only code can stand in the view, never a string of the description. */
export interface Template {
  readonly template: string;
  readonly view: View;
}

export type View = Code | boolean | undefined | readonly View[] | { readonly [key: string]: View };
