/** The programmatic API of specwright. */
export type { Severity } from "./catalogue/rule.js";
export {
  type Config,
  type FormatModule,
  type PackageConfig,
  type ReferenceConfig,
  type Selection,
  defineConfig,
} from "./config.js";
export { type Diagnostic, type DiagnosticCode, SpecError, formatDiagnostic } from "./diagnostics.js";
export {
  type CheckReport,
  type GenerateOptions,
  type PackageReport,
  type ValidateReport,
  check,
  diff,
  generate,
  validate,
} from "./generate.js";
export type { Bump, DiffReport, LocatedDifference } from "./diff/located.js";
export type { Area, DiffCode, Direction, Level } from "./diff/rules.js";
export type { Model, ModelOperation, ModelParameter, ModelSchema } from "./own/model.js";
export type { Plugin, PluginFile } from "./own/plugins.js";
export type { Observe, Stage } from "./pipeline.js";
