import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Factory } from "../../generator/runtime/fixture.js";
import { type Namespace, loadPackage } from "../support/load-package.js";
import { emit } from "./emit.js";
import { runs } from "../support/runs.js";
import { subjects } from "./twilio-subjects.js";

const options = fc.record({ seed: fc.integer(), index: fc.nat(1000) });

describe("the values of a fixture", () => {
  test("depend on seed and index alone, whatever is made in between", () => {
    const law = fc.property(
      fc.array(fc.tuple(fc.nat(subjects.length - 1), options), { minLength: 2 }),
      (calls) => {
        const make = ([i, given]: (typeof calls)[number]): unknown => subjects[i]?.make(undefined, given);
        const forwards = calls.map(make);
        const backwards = [...calls].reverse().map(make).reverse();
        expect(backwards).toEqual(forwards);
      },
    );
    fc.assert(law, runs(50));
  });

  test("are the same again after a caller has changed them", () => {
    for (const { make } of subjects) {
      const before = JSON.stringify(make());
      spoil(make());
      expect(JSON.stringify(make())).toBe(before);
    }
  });

  test("are those of seed 0 and index 0 unless another is asked for", () => {
    for (const { make } of subjects) expect(make()).toEqual(make(undefined, { seed: 0, index: 0 }));
  });

  test.each(["Application", "IncomingPhoneNumber", "Call", "TwilioError"])(
    "differ from seed to seed and from index to index: %s",
    (title) => {
      const make = subjects.find((each) => each.title === title)?.make;
      const made = (name: "seed" | "index"): Set<string> =>
        new Set(Array.from({ length: 100 }, (_, i) => JSON.stringify(make?.(undefined, { [name]: i }))));
      expect([made("seed").size, made("index").size]).toEqual([100, 100]);
    },
  );

  test("are the same in every time zone", () => {
    const { TZ } = process.env;
    const values = subjects.map(({ make }) => make());
    try {
      process.env["TZ"] = "Pacific/Kiritimati";
      expect(new Date(0).getHours()).not.toBe(new Date(0).getUTCHours());
      expect(subjects.map(({ make }) => make())).toEqual(values);
    } finally {
      if (TZ === undefined) delete process.env["TZ"];
      else process.env["TZ"] = TZ;
    }
  });

  test("of every choice occur", () => {
    const methods = subjects.find((each) => each.title === "CallbackMethod");
    const made = Array.from({ length: 20 }, (_, index) => methods?.make(undefined, { index }));
    expect(new Set(made)).toEqual(new Set(["GET", "POST"]));
  });
});

describe("a property that is new in the description", () => {
  const before = {
    Pet: {
      type: "object",
      required: ["id", "owner"],
      properties: {
        id: { type: "integer" },
        names: { type: "array", items: { type: "string" } },
        owner: { $ref: "#/components/schemas/Owner" },
        home: { oneOf: [{ $ref: "#/components/schemas/Owner" }, { type: "string", format: "uuid" }] },
        place: { type: "array", prefixItems: [{ type: "number" }, { type: "number" }] },
        tags: { type: "object", additionalProperties: { type: "string", pattern: "^[a-z]{4,9}$" } },
      },
    },
    Owner: {
      type: "object",
      properties: {
        name: { type: "string" },
        age: { type: "integer" },
        since: { type: "string", format: "date" },
      },
    },
    Both: { allOf: [{ $ref: "#/components/schemas/Pet" }, { $ref: "#/components/schemas/Owner" }] },
  };
  const more = { type: "string" };

  test.each<[string, (schemas: typeof before) => object]>([
    ["first", ({ Pet }) => ({ ...before, Pet: { ...Pet, properties: { aaa: more, ...Pet.properties } } })],
    ["last", ({ Pet }) => ({ ...before, Pet: { ...Pet, properties: { ...Pet.properties, zzz: more } } })],
    [
      "in a nested schema",
      ({ Owner }) => ({ ...before, Owner: { ...Owner, properties: { aaa: more, ...Owner.properties } } }),
    ],
    ["in a new schema", () => ({ Aaa: { type: "object", properties: { aaa: more } }, ...before })],
  ])("moves no other value of a fixture: %s", async (_, change) => {
    const [old, changed] = [await fixturesOf(before), await fixturesOf(change(before))];
    const law = fc.property(options, fc.constantFrom("pet", "owner", "both"), (given, name) => {
      const make = (module: Namespace): unknown => (module[name] as Factory<unknown>)(undefined, given);
      expect(withoutNew(make(changed))).toEqual(make(old));
    });
    fc.assert(law, runs(30));
  });
});

async function fixturesOf(schemas: object): Promise<Namespace> {
  const { files = [] } = await emit({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {},
    components: { schemas },
  });
  return (await loadPackage(files, ["fixtures/index"]))["fixtures/index"];
}

/** The value without the properties that the tests add, at any depth. */
function withoutNew(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNew);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "aaa" && key !== "zzz");
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutNew(each)]));
}

/** Changes everything in a value that can be changed. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const each of Object.values(value)) spoil(each);
  if (Array.isArray(value)) value.push("spoilt");
  else Object.assign(value, { spoilt: true });
}
