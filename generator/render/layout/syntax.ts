/** What the TypeScript that we emit is made of. */
import type { Comment } from "./tokens.js";

export type Expression =
  | { readonly kind: "name" | "number" | "string" | "template" | "regex"; readonly text: string }
  | { readonly kind: "object"; readonly members: readonly Property[]; readonly isOpen: boolean }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  | { readonly kind: "spread"; readonly of: Expression }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Expression }
  | Binary
  | { readonly kind: "assign"; readonly target: Expression; readonly value: Expression }
  | Call
  | Access
  | {
      readonly kind: "index";
      readonly of: Expression;
      readonly key: Expression;
      readonly isOptional: boolean;
    }
  | { readonly kind: "as"; readonly of: Expression; readonly type: Type }
  | Arrow
  /** With a comment on its line. */
  | { readonly kind: "noted"; readonly note: string; readonly of: Expression }
  /** With comments on lines of their own. */
  | { readonly kind: "commented"; readonly comments: readonly Comment[]; readonly of: Expression };

export interface Binary {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Call {
  readonly kind: "call";
  readonly isNew: boolean;
  readonly of: Expression;
  readonly typeArguments: readonly Type[];
  readonly args: readonly Expression[];
}

export interface Access {
  readonly kind: "access";
  readonly of: Expression;
  readonly name: string;
  readonly isOptional: boolean;
}

export interface Arrow {
  readonly kind: "arrow";
  readonly isAsync: boolean;
  readonly parameters: readonly Parameter[];
  readonly returns: Type | undefined;
  readonly body: Expression | Block;
}

export interface Property {
  readonly comments: readonly Comment[];
  readonly hasSpaceBefore: boolean;
  /** As it is written; undefined for a spread. */
  readonly key: string | undefined;
  readonly isComputed: boolean;
  /** Undefined where the key names it. */
  readonly value: Expression | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly isOptional: boolean;
  readonly isRest: boolean;
  readonly type: Type | undefined;
}

export type Type =
  | { readonly kind: "keyword" | "literal"; readonly text: string }
  | {
      readonly kind: "reference";
      readonly name: string;
      readonly args: readonly Type[];
      readonly query: boolean;
    }
  | { readonly kind: "union" | "intersection"; readonly types: readonly Type[] }
  | { readonly kind: "list"; readonly of: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "optional" | "rest"; readonly of: Type }
  | { readonly kind: "indexed"; readonly of: Type; readonly key: Type }
  | { readonly kind: "members"; readonly members: readonly Member[]; readonly isOpen: boolean }
  | { readonly kind: "function"; readonly parameters: readonly Parameter[]; readonly returns: Type }
  | { readonly kind: "operator"; readonly operator: string; readonly of: Type };

/** A property, or an index. */
export interface Member {
  readonly comments: readonly Comment[];
  readonly hasSpaceBefore: boolean;
  readonly isReadonly: boolean;
  readonly key: string;
  readonly isOptional: boolean;
  readonly index: Type | undefined;
  readonly type: Type;
}

export interface TypeParameter {
  readonly name: string;
  readonly isConst: boolean;
  readonly constraint: Type | undefined;
  readonly fallback: Type | undefined;
}

export interface Block {
  readonly kind: "block";
  readonly statements: readonly Statement[];
}

export interface Case {
  /** Undefined for all else. */
  readonly test: Expression | undefined;
  readonly statements: readonly Statement[];
}

/** A module, and the comments after its last statement. */
export interface Program {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

interface Before {
  readonly comments: readonly Comment[];
  readonly hasSpaceBefore: boolean;
}

export interface Specifier {
  readonly isType: boolean;
  readonly name: string;
  readonly alias: string | undefined;
}

export type Statement = Before &
  (
    | {
        readonly kind: "import" | "export";
        readonly isType: boolean;
        /** Undefined for a star. */
        readonly names: readonly Specifier[] | undefined;
        readonly from: string | undefined;
      }
    | {
        readonly kind: "variable";
        readonly isExported: boolean;
        readonly word: string;
        /** Or those that it is taken apart to; the last may be what is left. */
        readonly name: string | readonly string[];
        readonly type: Type | undefined;
        readonly value: Expression | undefined;
      }
    | {
        readonly kind: "function";
        readonly isExported: boolean;
        readonly name: string;
        readonly typeParameters: readonly TypeParameter[];
        readonly parameters: readonly Parameter[];
        readonly returns: Type | undefined;
        readonly body: Block;
      }
    | {
        readonly kind: "interface";
        readonly isExported: boolean;
        readonly name: string;
        readonly typeParameters: readonly TypeParameter[];
        readonly members: readonly Member[];
      }
    | {
        readonly kind: "type";
        readonly isExported: boolean;
        readonly name: string;
        readonly typeParameters: readonly TypeParameter[];
        readonly type: Type;
      }
    | { readonly kind: "if"; readonly test: Expression; readonly then: Statement }
    | { readonly kind: "switch"; readonly of: Expression; readonly cases: readonly Case[] }
    | { readonly kind: "break" }
    | { readonly kind: "return"; readonly value: Expression | undefined }
    | { readonly kind: "expression"; readonly value: Expression }
    | (Block & {})
  );

/** A number, with its sign; big integers are none. */
export const isNumber = (value: Expression): boolean =>
  value.kind === "unary"
    ? value.operator === "-" && value.of.kind === "number" && isNumber(value.of)
    : value.kind === "number" && !value.text.endsWith("n");

/** Whether what is on the right of a logical operator begins on its line. */
export const isInlined = ({ operator, right }: Binary): boolean =>
  ["&&", "||", "??"].includes(operator) &&
  ((right.kind === "object" && right.members.length > 0) ||
    (right.kind === "array" && right.items.length > 0));

/** Without the comment on its line. */
export const bare = (value: Expression): Expression => (value.kind === "noted" ? bare(value.of) : value);
