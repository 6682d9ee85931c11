import { applicationFacts } from "./facts/applications.js";
import { behaviourFacts } from "./facts/behaviour.js";
import type { Fact } from "./facts/fact.js";
import { numberFacts } from "./facts/numbers.js";
import { operationFacts } from "./facts/operations.js";
import { otherFacts } from "./facts/others.js";

export type { Fact, Must, Source } from "./facts/fact.js";

/** Every fact about the API that spec/twilio/openapi.yaml has to carry, written down from its sources. */
export const facts: readonly Fact[] = [
  ...operationFacts,
  ...behaviourFacts,
  ...applicationFacts,
  ...numberFacts,
  ...otherFacts,
];
