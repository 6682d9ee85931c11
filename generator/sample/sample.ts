/** How to make a value of a schema from a seed, as data: printed into fixtures, and tried out by the generator itself. */
import type { Json } from "../json.js";
import type { Format, OwnFormat } from "../model/formats.js";
import type { Schema, SchemaId } from "../model/schema.js";

/** The makers of the runtime that need nothing but a seed and plain arguments. */
export type MakerName =
  "blob" | "chars" | "decimal" | "flag" | "integer" | "slug" | "words" | NonNullable<Format["sample"]>;

export type Sample =
  | { readonly kind: "constant"; readonly value: Json }
  /** One of several values. */
  | { readonly kind: "pick"; readonly values: readonly Json[] }
  /** A maker of the runtime. */
  | { readonly kind: "make"; readonly maker: MakerName; readonly args: readonly (string | number)[] }
  /** A text of a format of the user's own. */
  | { readonly kind: "own"; readonly format: OwnFormat }
  /** A number times or over another one. */
  | { readonly kind: "scaled"; readonly number: Sample; readonly by: number; readonly over: boolean }
  /** Texts one after the other. */
  | { readonly kind: "text"; readonly parts: readonly Sample[] }
  | { readonly kind: "repeat"; readonly part: Sample; readonly min: number; readonly max: number }
  | { readonly kind: "choose"; readonly options: readonly Sample[] }
  /** What the description shows, where the first of all values is made. */
  | { readonly kind: "example"; readonly value: Json; readonly otherwise: Sample }
  | { readonly kind: "list" | "distinct"; readonly count: number; readonly item: Sample }
  | { readonly kind: "tuple"; readonly items: readonly Sample[] }
  /** `lacks` an optional property of a name that every object inherits; is one `among` other alternatives of a union. */
  | {
      readonly kind: "object";
      readonly entries: readonly Entry[];
      readonly lacks?: true;
      readonly among?: true;
    }
  /** The value of a union whose branches a property tells apart: `usual`, or of the branch that a change asks for. */
  | {
      readonly kind: "tagged";
      readonly property: string;
      readonly usual: Sample;
      readonly branches: readonly TaggedSample[];
    }
  /** The value of a named schema. */
  | { readonly kind: "named"; readonly id: SchemaId };

export interface TaggedSample {
  /** What the property has in values of the branch. */
  readonly tags: readonly Json[];
  readonly sample: Sample;
}

export interface Entry {
  readonly name: string;
  readonly required: boolean;
  readonly sample: Sample;
}

export const constant = (value: Json): Sample => ({ kind: "constant", value });
export const make = (maker: MakerName, ...args: readonly (string | number)[]): Sample => ({
  kind: "make",
  maker,
  args,
});

/** The sample as an alternative of a union: other alternatives may have other properties. */
export const amongOthers = (sample: Sample): Sample =>
  sample.kind === "object" ? { ...sample, among: true } : sample;

/** Why a schema has no sample. */
export class NoSample extends Error {
  /** Of the schema. */
  readonly pointer: string;
  /** Whether there is no value at all, or just none that we know how to make. */
  readonly impossible: boolean;

  constructor({ pointer }: Pick<Schema, "pointer">, message: string, impossible: boolean) {
    super(message);
    this.pointer = pointer;
    this.impossible = impossible;
  }
}
