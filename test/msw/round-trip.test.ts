import { describe, expect, test } from "vitest";
import { createApplicationRoute } from "../../generated/twilio/src/handlers/applications.js";
import { createCallRoute } from "../../generated/twilio/src/handlers/calls.js";
import { updateIncomingPhoneNumberRoute } from "../../generated/twilio/src/handlers/incoming-phone-numbers.js";
import * as fixtures from "../../generated/twilio/src/fixtures/index.js";
import * as twilio from "../../generated/twilio/src/index.js";
import { handle } from "../../generated/twilio/src/runtime/handle.js";
import { AccountSid } from "./twilio-calls.js";

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

/** A form writes null and the empty text alike. */
const asWritten = (body: object): object =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, (value as unknown) ?? ""]));

/** A client whose requests all go to one route; what is read of them is told. */
function clientOf(answer: (request: Request) => Promise<Response>): ReturnType<typeof twilio.createClient> {
  return twilio.createClient({ auth: () => undefined, fetch: (url, init) => answer(new Request(url, init)) });
}

describe("whatever a fixture puts into a body is read as it was", () => {
  test("to create an application", async () => {
    for (const seed of seeds) {
      const body = fixtures.applicationSettings({}, { seed });
      const client = clientOf((request) =>
        handle(createApplicationRoute, request, ({ params }) => {
          expect(params).toEqual({ AccountSid, body: asWritten(body) });
          return 201;
        }),
      );
      expect((await twilio.createApplication(client, { AccountSid, body }).result()).status).toBe(201);
    }
  });

  test("to start a call", async () => {
    for (const seed of seeds) {
      const body = fixtures.callRequest({}, { seed });
      const client = clientOf((request) =>
        handle(createCallRoute, request, ({ params }) => {
          expect(params.body).toEqual(asWritten(body));
          return 201;
        }),
      );
      expect((await twilio.createCall(client, { AccountSid, body }).result()).status).toBe(201);
    }
  });

  test("to change a phone number", async () => {
    for (const seed of seeds) {
      const body = fixtures.incomingPhoneNumberSettings({}, { seed });
      const Sid = fixtures.phoneNumberSid(undefined, { seed });
      const client = clientOf((request) =>
        handle(updateIncomingPhoneNumberRoute, request, ({ params }) => {
          expect(params).toEqual({ AccountSid, Sid, body: asWritten(body) });
          return 200;
        }),
      );
      const call = twilio.updateIncomingPhoneNumber(client, { AccountSid, Sid, body });
      expect((await call.result()).status).toBe(200);
    }
  });
});
