/** What a validator does, as data: printed into packages, and run by the generator itself to prove what it prints. */
import type * as arrayChecks from "../runtime/array-checks.js";
import type * as branchChecks from "../runtime/branch-checks.js";
import type * as checks from "../runtime/checks.js";
import type * as convertedChecks from "../runtime/converted-checks.js";
import type * as fileChecks from "../runtime/file-checks.js";
import type * as objectChecks from "../runtime/object-checks.js";
import type * as same from "../runtime/same.js";
import type { Json } from "../json.js";
import type { ConverterRef, OwnFormat } from "../model/formats.js";
import type { JsonType, Pattern, SchemaId } from "../model/schema.js";

/** The module of the runtime that has each check. */
export const modules = {
  "array-checks": ["each", "tuple", "contains", "counted", "unique", "unevaluatedItems", "unevaluatedItem"],
  "branch-checks": ["apply", "anyOf", "oneOf", "not", "conditional", "dependent"],
  checks: [
    ...([
      "present",
      "fail",
      "never",
      "text",
      "boolean",
      "nil",
      "number",
      "integer",
      "array",
      "record",
      "typed",
    ] as const),
    ...(["sized", "matching", "formatted", "among", "constant", "tagged", "minimum", "maximum"] as const),
    ...(["between", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "ranged", "nested"] as const),
  ],
  "converted-checks": ["converted", "written", "bigMultipleOf"],
  "file-checks": ["file"],
  "object-checks": [
    ...(["others", "unknownProperty", "names", "populated", "together"] as const),
    ...(["unevaluatedProperties", "unevaluatedProperty"] as const),
  ],
  same: ["amongNested", "constantNested"],
} as const satisfies {
  readonly "array-checks": readonly (keyof typeof arrayChecks)[];
  readonly "branch-checks": readonly (keyof typeof branchChecks)[];
  readonly checks: readonly (keyof typeof checks)[];
  readonly "converted-checks": readonly (keyof typeof convertedChecks)[];
  readonly "file-checks": readonly (keyof typeof fileChecks)[];
  readonly "object-checks": readonly (keyof typeof objectChecks)[];
  readonly same: readonly (keyof typeof same)[];
};

/** A function of the runtime that checks something. */
export type CheckName = (typeof modules)[keyof typeof modules][number];

/** A value without parts. */
export type Constant = string | number | boolean | null;

/** The body of a function `(value, issues, …)`. */
export interface Body {
  /** Whether it is told to note what it judges (`given`), notes it for rules of its own (`own`), or both. */
  readonly seen: "none" | "given" | "own" | "both";
  readonly steps: readonly Step[];
}

export type Step =
  /** Nothing is wrong with these values. */
  | { readonly kind: "pass"; readonly constants: readonly Constant[] }
  /** Nothing more is to be said of a value that is no object. */
  | { readonly kind: "object"; readonly orNull: boolean }
  /** Calls one after the other, each only if the one before found the type that it speaks of. */
  | { readonly kind: "calls"; readonly target: Target; readonly calls: readonly Call[] }
  /** Steps for values of one type. */
  | { readonly kind: "typed"; readonly type: ContainerType; readonly steps: readonly Step[] }
  /** The type of the value chooses what is called; where nothing is, all values of these types are valid. */
  | {
      readonly kind: "byType";
      readonly cases: readonly { readonly types: readonly TypeName[]; readonly call: Call | undefined }[];
      readonly otherwise: Call;
    }
  /** The value of a property chooses one of the checks. */
  | {
      readonly kind: "choose";
      readonly property: string;
      readonly cases: readonly { readonly tags: readonly Json[]; readonly call: Call }[];
      readonly otherwise: Call;
    };

/** What the runtime calls the types of JSON values. */
export type TypeName = Exclude<JsonType, "integer">;

/** A type of which a value is at a glance. */
export type PassingType = "string" | "boolean";

export type ContainerType = "string" | "number" | "array" | "object";

/** What a call is to check: the value itself, or a property of it. */
export type Target = "value" | PropertyTarget;

export interface PropertyTarget {
  readonly name: string;
  readonly optional: boolean;
  /** Nothing is wrong with these values, nor with those of these types. */
  readonly constants: readonly Constant[];
  readonly types: readonly PassingType[];
}

/** A call of the runtime: the list of issues, the target's key and the target's value come first. */
export interface Call {
  readonly name: CheckName;
  readonly args: readonly Arg[];
}

/** The calls that speak of the value as a whole: no key stands among their arguments. */
export const withoutKey: ReadonlySet<CheckName> = new Set<CheckName>([
  ...([
    "apply",
    "anyOf",
    "oneOf",
    "not",
    "conditional",
    "dependent",
    "others",
    "names",
    "populated",
  ] as const),
  ...(["together", "unevaluatedProperties", "unevaluatedItems"] as const),
]);

/** An argument; `hint` names what is declared for it outside of the function (`shared`: a value of any size). */
export type Arg =
  | { readonly kind: "literal"; readonly value: Json | undefined }
  | { readonly kind: "infinity" }
  /** A type issue names null as well, which was let pass before. */
  | { readonly kind: "orNull" }
  | { readonly kind: "shared"; readonly value: Json; readonly hint: string }
  | { readonly kind: "pattern"; readonly pattern: Pattern; readonly hint: string }
  | { readonly kind: "names"; readonly names: readonly string[]; readonly hint: string }
  /** A function of the runtime, by its name, or that of a format of the user's own. */
  | { readonly kind: "format"; readonly check: string | OwnFormat }
  | { readonly kind: "converter"; readonly converter: ConverterRef }
  | { readonly kind: "check"; readonly check: CheckRef }
  | { readonly kind: "checks"; readonly checks: readonly CheckRef[] }
  | {
      readonly kind: "patterns";
      readonly entries: readonly {
        readonly pattern: Pattern;
        readonly hint: string;
        readonly check: CheckRef;
      }[];
    }
  | { readonly kind: "seen" };

/** A function that checks a schema. */
export type CheckRef =
  | { readonly kind: "named"; readonly id: SchemaId }
  | { readonly kind: "runtime"; readonly name: "unknownProperty" | "unevaluatedItem" | "unevaluatedProperty" }
  | { readonly kind: "body"; readonly body: Body; readonly hint: string };
