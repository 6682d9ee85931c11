import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  application,
  applicationList,
  callRequest,
  incomingPhoneNumber,
} from "../../generated/twilio/src/fixtures/index.js";
import { Application, ApplicationList, CallRequest } from "../../generated/twilio/src/validators/index.js";
import { runs } from "../support/runs.js";

describe("an override", () => {
  test("replaces what it names and moves nothing else", () => {
    const { friendly_name, ...others } = application({ friendly_name: "Mine" });
    expect(friendly_name).toBe("Mine");
    expect(others).toEqual(without(application(), "friendly_name"));
  });

  test("reaches any depth", () => {
    const whole = incomingPhoneNumber();
    expect(incomingPhoneNumber({ capabilities: { voice: null } })).toEqual({
      ...whole,
      capabilities: { ...whole.capabilities, voice: null },
    });
  });

  test("takes a property away where it is undefined, at any depth", () => {
    expect(application({ sid: undefined })).not.toHaveProperty("sid");
    const { capabilities } = incomingPhoneNumber({ capabilities: { fax: undefined } });
    expect(Object.keys(capabilities ?? {})).toEqual(["voice", "sms", "mms"]);
  });

  test("of null makes the property null", () => {
    expect(application({ voice_url: null })).toHaveProperty("voice_url", null);
    expect(incomingPhoneNumber({ capabilities: null })).toHaveProperty("capabilities", null);
  });

  test("of an array replaces it as a whole", () => {
    const page = applicationList({ applications: [{ sid: null }] });
    expect(page.applications).toEqual([{ sid: null }]);
    expect(ApplicationList.check(page)).toEqual([]);
  });

  test("keeps the order of the properties", () => {
    expect(Object.keys(application({ uri: "/", sid: null }))).toEqual(Object.keys(application()));
  });

  test("does not change what it is given, nor what comes after it", () => {
    const given = { capabilities: { voice: true } };
    const before = incomingPhoneNumber();
    incomingPhoneNumber(given, { seed: 3 });
    expect(given).toEqual({ capabilities: { voice: true } });
    expect(incomingPhoneNumber()).toEqual(before);
  });

  test("keeps a fixture valid when it is valid itself", () => {
    const settings = fc.record(
      { To: fc.string({ minLength: 1 }), Url: fc.webUrl(), ApplicationSid: fc.constant(undefined) },
      { requiredKeys: [] },
    );
    const law = fc.property(settings, fc.integer(), (given, seed) => {
      expect(CallRequest.check(callRequest(given, { seed }))).toEqual([]);
    });
    fc.assert(law, runs(100));
  });
});

describe("an override called __proto__", () => {
  const given = JSON.parse('{"__proto__": {"polluted": true}, "sid": null}') as { sid: null };
  const nested = JSON.parse('{"capabilities": {"__proto__": {"polluted": true}}}') as object;

  test("pollutes no other object", () => {
    application(given);
    incomingPhoneNumber(nested);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("leaves the fixture a plain object", () => {
    const value = application(given);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
    const { capabilities } = incomingPhoneNumber(nested);
    expect(Object.getPrototypeOf(capabilities)).toBe(Object.prototype);
  });

  test("is a property like any other", () => {
    expect(Object.getOwnPropertyDescriptor(application(given), "__proto__")?.value).toEqual({
      polluted: true,
    });
    expect(Application.check(application(given))).toEqual([]);
  });
});

/** Checked by the compiler: each line that must not compile says so. */
export function overridesAreTyped(): void {
  application({ friendly_name: "ok", voice_method: "GET", sid: undefined });
  // @ts-expect-error a property that the schema does not have
  application({ friendlyName: "no" });
  // @ts-expect-error a value that the enum does not have
  application({ voice_method: "PATCH" });
  // @ts-expect-error a value of another type
  application({ voice_caller_id_lookup: "yes" });
  // @ts-expect-error a value of another type, deeper
  incomingPhoneNumber({ capabilities: { voice: "yes" } });
  // @ts-expect-error an option that there is not
  application({}, { sed: 1 });
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
