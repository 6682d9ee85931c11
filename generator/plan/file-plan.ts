/** What a package is made of, one plan a file: `Api → FilePlan[]`. Paths are relative to the package. */
import type { Module, Template } from "../code/module.js";

export type FilePlan = ModulePlan | DocumentPlan | CopyPlan | WirePlan;

/** A TypeScript module. */
export interface ModulePlan {
  readonly kind: "module";
  readonly module: Module;
}

/** A file that a template makes as a whole. */
export interface DocumentPlan {
  readonly kind: "document";
  readonly path: string;
  readonly content: Template;
}

/** A TypeScript module that somebody else has written. */
export interface CopyPlan {
  readonly kind: "copy";
  readonly path: string;
  readonly text: string;
}

/** The exact wire contract, printed by openapi-typescript. */
export interface WirePlan {
  readonly kind: "wire";
  readonly path: string;
}
