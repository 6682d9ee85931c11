import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Factory } from "../../generator/runtime/fixture.js";
import type { Validator } from "../../generator/runtime/validator.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { readSamples } from "../support/sample-case.js";
import type { Direction } from "../support/sketch.js";
import { specs, writeOracleSpec, writeSpec } from "../support/spec-arbitrary.js";
