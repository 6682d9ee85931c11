/** Everything that can be wrong with the input: each code with its severity, title and remedy. */
import { fields } from "./fields.js";
import { operations } from "./operations.js";
import { packages } from "./packages.js";
import { reading } from "./reading.js";
import { references } from "./references.js";
import { schemas } from "./schemas.js";
import type { Rule } from "./rule.js";

export const catalogue = {
  ...reading,
  ...references,
  ...fields,
  ...schemas,
  ...operations,
  ...packages,
} as const satisfies Record<string, Rule>;
