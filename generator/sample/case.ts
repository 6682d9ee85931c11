/** Values at the edges of a schema and beyond them, as data. */
import type { Json } from "../json.js";
import type { Schema, SchemaId } from "../model/schema.js";

export type Path = readonly (string | number)[];

/** What stands at a place instead of the fixture's own value; a value of undefined takes the place away. */
export interface Case {
  /** What the case shows; of an invalid one the code of the one issue that it has. */
  readonly label: string;
  readonly value: Json | undefined;
  readonly path: Path;
  /** Where in the value, which replaces the whole place, the case is. */
  readonly below?: Path;
}

/** The cases of a named schema stand at a place. */
export interface CasesOf {
  readonly id: SchemaId;
  readonly path: Path;
}

/** A value that shows an alternative and stands at a place instead of the fixture's own value, and the cases of it. */
export interface VariantCases {
  readonly path: Path;
  /** The keyword that leaves the choice. */
  readonly label: string;
  readonly value: Json;
  /** The places are those below the value's. */
  readonly edges: readonly Case[];
  readonly invalid: readonly Case[];
  /** Where one issue of a union tells of each invalid case, as its one cause: the code of that issue. */
  readonly union?: Union;
}

export type Union = "anyOf" | "oneOf";

export interface Cases {
  readonly edges: readonly Case[];
  readonly invalid: readonly Case[];
  readonly variants: readonly VariantCases[];
  /** Whose cases are cases of this schema as well. */
  readonly inner: readonly CasesOf[];
}

/** A value to try at a place, and the label that it must prove. */
export interface Candidate {
  readonly label: string;
  readonly value: Json | undefined;
  /** Where the value stands below the place of the schema. */
  readonly below?: Path;
  /** Where in the value the issue must stand. */
  readonly shows?: Path;
}

/** A schema whose values are likely to prove a label. */
export interface Likeness {
  readonly label: string;
  readonly schema: Schema;
  /** Where in the value the issue will stand; absent: not known beforehand. */
  readonly shows?: Path;
}
