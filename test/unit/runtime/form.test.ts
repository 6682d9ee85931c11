import { describe, expect, test } from "vitest";
import { form } from "../../../generator/runtime/form.js";
import { eachTestHasAServer } from "../../support/server.js";
import { clientOf, fetchThing } from "./thing.js";

const server = eachTestHasAServer();

describe("a form body", () => {
  test.each<[what: string, body: object, written: string]>([
    ["true", { On: true }, "On=true"],
    ["false", { On: false }, "On=false"],
    ["zero", { Count: 0 }, "Count=0"],
    ["a fraction", { Ratio: 0.5 }, "Ratio=0.5"],
    ["a whole number beyond 2^53", { Id: 9007199254740993n }, "Id=9007199254740993"],
    ["null, which clears a field", { VoiceUrl: null }, "VoiceUrl="],
    ["an empty text, which clears a field", { VoiceUrl: "" }, "VoiceUrl="],
    ["a list as a repeated name", { Tag: ["a", "b", "a"] }, "Tag=a&Tag=b&Tag=a"],
    ["a list with null and undefined in it", { Tag: ["a", null, undefined, "b"] }, "Tag=a&Tag=&Tag=b"],
    ["an empty list as nothing", { Tag: [], On: true }, "On=true"],
    ["spaces", { Name: "a b  c" }, "Name=a+b++c"],
    [
      "reserved characters",
      { Q: "a&b=c+d?e#f/g:h@i;j,k%20" },
      "Q=a%26b%3Dc%2Bd%3Fe%23f%2Fg%3Ah%40i%3Bj%2Ck%2520",
    ],
    ["quotes and marks", { Q: "'\"`~!*()-._" }, "Q=%27%22%60%7E%21*%28%29-._"],
    ["line ends as they are", { Q: "a\r\nb\nc" }, "Q=a%0D%0Ab%0Ac"],
    ["letters beyond ASCII as UTF-8", { Q: "Grüße 日本" }, "Q=Gr%C3%BC%C3%9Fe+%E6%97%A5%E6%9C%AC"],
    ["characters beyond the BMP as UTF-8", { Q: "📞" }, "Q=%F0%9F%93%9E"],
    ["names like values", { "a b&c": "1", ü: "2" }, "a+b%26c=1&%C3%BC=2"],
  ])("writes %s", (_, body, written) => {
    expect(form(body)?.body).toBe(written);
  });

  test("leaves out what is undefined and keeps the order of the rest", () => {
    expect(form({ B: "1", Gone: undefined, A: "2" })?.body).toBe("B=1&A=2");
  });

  test("keeps fields that are called like members of Object", () => {
    const body = JSON.parse('{"__proto__":"x","constructor":"y","toString":"z"}') as object;
    expect(form(body)?.body).toBe("__proto__=x&constructor=y&toString=z");
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("takes nothing from the prototype", () => {
    expect(form(Object.create({ Inherited: "1" }) as object)?.body).toBe("");
  });

  test("is sent byte by byte with its media type and length", async () => {
    const body = form({ FriendlyName: "Grüße & Küsse", VoiceUrl: null, VoiceCallerIdLookup: false });
    await fetchThing(clientOf(server().origin), {}, { method: "POST", body });
    const [request] = server().requests;
    expect(request?.body).toBe(
      "FriendlyName=Gr%C3%BC%C3%9Fe+%26+K%C3%BCsse&VoiceUrl=&VoiceCallerIdLookup=false",
    );
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(request?.headers["content-length"]).toBe(String(request?.body.length));
  });

  test("that has no field left is sent as an empty form", async () => {
    await fetchThing(clientOf(server().origin), {}, { method: "POST", body: form({ Gone: undefined }) });
    expect(server().requests[0]).toMatchObject({
      body: "",
      headers: { "content-type": "application/x-www-form-urlencoded", "content-length": "0" },
    });
  });

  test("that is not given has no media type", async () => {
    await fetchThing(clientOf(server().origin), {}, { method: "POST", body: form(undefined) });
    expect(server().requests[0]?.headers).not.toHaveProperty("content-type");
    expect(server().requests[0]?.headers["content-length"]).toBe("0");
  });
});
