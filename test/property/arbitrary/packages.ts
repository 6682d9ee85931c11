/** The packages of arbitrary descriptions: made once, whichever laws they are put to. */
import fc, { type Arbitrary } from "fast-check";
import { type SpecSketch, specs, writeOracleSpec, writeSpec } from "../../support/spec-arbitrary.js";
import { type Emission, emitJsonSchemas } from "../emit.js";
import { type Emitted, loadEmitted } from "../emitted.js";
import { type Oracles, oraclesOf } from "../oracle.js";
import { runs } from "../../support/runs.js";

export interface Made {
  readonly document: object;
  readonly emission: Emission;
  readonly emitted: Emitted;
  readonly oracles: Oracles;
}

/** By the text of the document: with the same seed, all laws are put to the same descriptions. */
const made = new Map<string, Promise<Made>>();

function packageOf(spec: SpecSketch): Promise<Made> {
  const document = writeSpec(spec);
  const text = JSON.stringify(document);
  const known = made.get(text) ?? make(spec, document);
  made.set(text, known);
  return known;
}

async function make(spec: SpecSketch, document: object): Promise<Made> {
  const emission = await emitJsonSchemas(document);
  const emitted = await loadEmitted(emission);
  return { document, emission, emitted, oracles: oraclesOf((each) => writeOracleSpec(spec, each)) };
}

/** Fails unless a law holds for packages, with some numbers to choose values by. */
export async function assertLaw(law: (made: Made, dice: readonly number[]) => void): Promise<void> {
  const property = fc.asyncProperty(specs, dice, async (spec, numbers) =>
    law(await packageOf(spec), numbers),
  );
  await fc.assert(property, runs(80));
}

const dice: Arbitrary<readonly number[]> = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
