/** Examples of every format: what people write, and what is only nearly right. */
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { knownFormats } from "../../../generator/model/formats.js";
import * as formats from "../../../generator/runtime/formats.js";
import { runs } from "../../support/runs.js";

interface Examples {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const examples: Readonly<Record<keyof typeof formats, Examples>> = {
  isBase64url: {
    good: ["", "Zg", "Zg==", "Zm8", "Zm8=", "-_-_"],
    bad: ["Z", "Zg=", "Z===", "+/+/", "Zm8==", "Zm9v=", "Zm 8", "Zg==\n"],
  },
  isByte: {
    good: ["", "Zg==", "Zm8=", "Zm9v", "+/+/"],
    bad: ["Zg", "Zg=", "-_-_", "====", "Z===", "Zm9v=", "Zm9vZg==Zm9v", "Zm9v\n"],
  },
  isChar: { good: ["a", "\n", "é", "😀", "\u0301"], bad: ["", "ab", "e\u0301", "\ud83d", "😀😀"] },
  isDate: {
    good: ["2024-02-29", "2000-02-29", "0000-02-29", "1999-12-31"],
    bad: ["2023-02-29", "1900-02-29", "2024-2-29", "2024-04-31", "24-02-29", "2024-02-29T00:00:00Z"],
  },
  isDateTime: {
    good: ["2015-07-30T20:00:00Z", "2015-07-30t20:00:00.123456z", "2016-12-31T15:59:60-08:00"],
    bad: ["2015-07-30 20:00:00Z", "2015-07-30T20:00:00", "2015-07-30T20:00Z", "2015-07-30T20:00:60Z"],
  },
  isDateTimeLocal: {
    good: ["2015-07-30T20:00:00", "2015-07-30T20:00:00.5"],
    bad: ["2015-07-30T20:00:00Z", "2015-07-30 20:00:00", "2015-07-30T20:00", "2015-02-30T20:00:00"],
  },
  isDecimal: {
    good: ["0", "-1.50", "+2", "00.1", "123456789012345678901234567890.5"],
    bad: ["", ".5", "1.", "1e3", "1,5", "-", "NaN", "0x10", " 1"],
  },
  isDecimal128: {
    good: ["0", "1.5E+6144", "-INF", "INF", "NaN", "-0.00", "1234567890123456789012345678901234"],
    bad: ["", ".5", "1e", "+INF", "Infinity", "12345678901234567890123456789012345"],
  },
  isDuration: {
    good: ["P1D", "P2W", "PT1H30M", "P1Y2M3DT4H5M6S"],
    bad: ["P", "PT", "P1H", "1D", "P1Y3D", "PT1H3S", "P1W1D", "p1d", "P1.5D"],
  },
  isEmail: {
    good: [
      "joe@example.com",
      "joe+tag@example.co.uk",
      "joe@localhost",
      "o'neil@x.io",
      '"a b"@x.io',
      "a@[IPv6:::1]",
    ],
    bad: [
      "joe",
      "joe@",
      "@x.io",
      "joe@x..io",
      "joe@-x.io",
      "a b@x.io",
      "a@[::1]",
      "a@b@x.io",
      "Joe <joe@x.io>",
    ],
  },
  isHostname: {
    good: ["example.com", "EXAMPLE.com", "a", "r3---sn-4g5e.example.com", "1.2.3.4", "xn--mnchen-3ya.de"],
    bad: [
      "",
      "a_b",
      "example.com.",
      "-a.com",
      "a..b",
      "xn--a.com",
      "xn--\u00fc.de",
      "a".repeat(64),
      "münchen.de",
    ],
  },
  isHttpDate: {
    good: [
      "Sun, 06 Nov 1994 08:49:37 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994",
      "Sat, 31 Dec 2016 23:59:60 GMT",
    ],
    bad: [
      "Sun, 6 Nov 1994 08:49:37 GMT",
      "sun, 06 nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 +0000",
      "Sun, 31 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 24:49:37 GMT",
      "06 Nov 1994 08:49:37 GMT",
      "Sun Nov 6 08:49:37 1994",
    ],
  },
  isIdnEmail: {
    good: ["joe@example.com", "δοκιμή@παράδειγμα.δοκιμή", "用户@例子.公司", '"δ δ"@example.com'],
    bad: ["joe", "δ@", "@δ", "δ..δ@example.com", "δ δ@example.com", "\ud800@example.com", "a@-δ"],
  },
  isIdnHostname: {
    good: ["例子.公司", "münchen.de", "faß.de", "xn--mnchen-3ya.de", "نامه\u200cای.ir", "a\u3002b"],
    bad: [
      "",
      "MÜNCHEN.de",
      "mu\u0308nchen.de",
      "a b",
      "♥.com",
      "xn--a.com",
      "نا\u200cمه.ir",
      "aب.com",
      "ﬁ.com",
    ],
  },
  isIpv4: {
    good: ["0.0.0.0", "127.0.0.1", "255.255.255.255"],
    bad: ["1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1"],
  },
  isIpv6: {
    good: [
      "::",
      "::1",
      "2001:db8::8a2e:370:7334",
      "1:2:3:4:5:6:7::",
      "1:2:3:4:5:6:1.2.3.4",
      "::ffff:1.2.3.4",
    ],
    bad: ["", ":", "1::2::3", "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "::g", "fe80::1%eth0"],
  },
  isIri: {
    good: ["https://пример.рф/путь?ключ=значение#ö", "https://example.com/a?b=c#d", "urn:ö", "a:?\ue000"],
    bad: ["/ö", "ö:b", "a:\ue000", "a:?x#\ue000", "a:\ufdd0", "a:\u202e", "https://ö:ö/", "https://a b/"],
  },
  isIriReference: { good: ["", "/ö", "../ö?ü#ä", "//ö/"], bad: ["ö:b", "\\ö", "/ö ö", "//ö:ö/"] },
  isJsonPointer: { good: ["", "/", "/a~0b/0/-", "/ö"], bad: ["a", "#/a", "/~", "/~2"] },
  isMediaRange: {
    good: [
      "*/*",
      "text/*",
      "application/json",
      "application/vnd.api+json; charset=utf-8",
      'a/b;c="d;\\"e"',
      "a/b ; ;c=d;",
    ],
    bad: ["text", "text/", "/json", "a/b c", "a/b;c", "a/b;c=", "a/b;c =d", 'a/b;c="d', "a/b, c/d", "a/b "],
  },
  isRegex: {
    good: ["^[a-z]+$", "\\p{L}", "(?<a>b)\\k<a>", "(?<=a)b", "[^]"],
    bad: ["[", "a++", "(?i)a", "\\Z", "a{2,1}", "\\_", "(?<a>"],
  },
  isRelativeJsonPointer: {
    good: ["0", "1/a", "0#", "10/a~1b", "0-1", "2+1/a"],
    bad: ["", "/a", "01", "-1", "1a", "0#/a", "0+", "0+01"],
  },
  isRfc2822: {
    good: [
      "Tue, 14 Jun 2011 09:30:00 +0000",
      "14 Jun 2011 09:30 GMT",
      "Tue, 4 Jun 2011 09:30:00 -0700",
      "Fri, 31 Dec 1999 23:59:60 EST",
      "tue,  4 jun 2011 09:30:00 ut",
    ],
    bad: [
      "2011-06-14T09:30:00Z",
      "Tue, 31 Jun 2011 09:30:00 +0000",
      "Tue, 30 Feb 2011 09:30:00 +0000",
      "Tue 14 Jun 2011 09:30:00 +0000",
      "Tue, 00 Jun 2011 09:30:00 +0000",
      "Tue, 14 Jun 11 09:30:00 +0000",
      "Tue, 14 June 2011 09:30:00 +0000",
      "Tue, 14 Jun 2011 24:30:00 +0000",
      "Tue, 14 Jun 2011 09:30:00 +0060",
      "Tue, 14 Jun 2011 09:30:00",
    ],
  },
  isSfBinary: { good: ["::", ":Zm8=:", ":Zm8:"], bad: ["", ":", "Zm8=", ":Zm8", ":-_:", ":Z=m:", ":===:"] },
  isSfBoolean: { good: ["?0", "?1"], bad: ["", "0", "true", "?2", "?01"] },
  isSfDecimal: {
    good: ["4.5", "-0.0", "123456789012.123"],
    bad: ["4", ".5", "4.", "1.2345", "1234567890123.0", "+1.0"],
  },
  isSfInteger: {
    good: ["0", "-42", "007", "999999999999999"],
    bad: ["", "-", "+1", "1.0", "1000000000000000"],
  },
  isSfString: {
    good: ['""', '"a b"', '"\\"\\\\"'],
    bad: ["", "a", '"', '"a', '"\\a"', '"ö"', '"a"b"', '"\t"'],
  },
  isSfToken: { good: ["*", "foo123/456", "a:b", "A"], bad: ["", "1a", "a b", '"a"', "ö", "a,b"] },
  isTime: {
    good: ["20:20:39+00:00", "20:20:39.5z", "00:59:60+01:00"],
    bad: ["20:20:39", "20:20Z", "25:00:00Z", "12:00:60Z"],
  },
  isTimeLocal: {
    good: ["20:20:39", "07:32:00.999999", "23:59:60"],
    bad: ["20:20:39Z", "20:20", "24:00:00", "7:32:00"],
  },
  isUri: {
    good: [
      "https://example.com/a?b=c#d",
      "http://localhost:3000",
      "https://user:pass@example.com:443/a%20b/",
      "mailto:joe@example.com",
      "urn:isbn:0451450523",
      "file:///etc/hosts",
      "https://[::1]:8080/",
      "data:text/plain;base64,SGVsbG8=",
    ],
    bad: [
      "",
      "example.com",
      "/a",
      "http://a b/",
      "https://example.com/{id}",
      "https://example.com/%",
      "https://[::1",
      "https://[1.2.3.4]/",
      "https://a:b/",
      "https://example.com/ö",
      "a:b#c#d",
      "1a:b",
    ],
  },
  isUriReference: {
    good: ["", "a", "/a/b?c#d", "../a", "//example.com/a", "?a", "#a", "./a:b", "https://example.com"],
    bad: ["a b", "\\a", "1:b", "/[a]", "#a#b", "//a:b", "//a@b@c", "/%4"],
  },
  isUriTemplate: {
    good: ["", "/users/{id}", "{+base}/a{?b,c*}", "{a:3}{#d.e}", "/ö", "https://example.com/{%41}"],
    bad: [
      "{",
      "}",
      "{}",
      "{a",
      "{a b}",
      "{a:0}",
      "{a:10000}",
      "{a*:3}",
      "{{a}}",
      "a b",
      "%4",
      "{a.}",
      "{-a}",
    ],
  },
  isUuid: {
    good: ["123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-000000000000"],
    bad: ["123e4567e89b12d3a456426614174000", "{123e4567-e89b-12d3-a456-426614174000}", "-".repeat(36)],
  },
};

const each = Object.entries(examples) as [keyof typeof formats, Examples][];

describe("a format", () => {
  test.each(each)("has only its own strings: %s", (name, { good, bad }) => {
    const is = formats[name];
    expect({ good: good.filter((text) => !is(text)), bad: bad.filter(is) }).toEqual({ good: [], bad: [] });
  });

  test("is in the table of formats if it has a function", () => {
    const checks = [...knownFormats.values()].flatMap(({ check }) => check ?? []);
    expect(checks.sort()).toEqual(Object.keys(formats).sort());
  });
});

describe("a function of a format", () => {
  const all = Object.values(formats);

  /** Any string, halves of surrogate pairs included, alone and within strings that are of some format. */
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom(...'0aT:-.@/%[]"{}~+ xn--é\u200c\u0628\u05d0\ud83d'), { maxLength: 80 })
      .map((list) => list.join("")),
  );
  const example = fc.constantFrom(...each.flatMap(([, { good, bad }]) => [...good, ...bad]));
  const nearExample = fc
    .tuple(example, text, fc.nat(40))
    .map(([known, other, at]) => known.slice(0, at) + other + known.slice(at));

  test("answers for any string", () => {
    fc.assert(
      fc.property(fc.oneof(text, nearExample), (value) => {
        for (const is of all) expect(typeof is(value)).toBe("boolean");
      }),
      runs(2000),
    );
  });

  const pieces = [
    ...'a0.:-@/%[]"\\{}~+ \t=;,?#(|*Té\n\0',
    ...[
      "%41",
      "a.",
      "1.",
      "::",
      "1:",
      "a@",
      '\\"',
      "; ",
      ";a=",
      ';a="b',
      "{a}",
      "{a",
      "{a,",
      "~0",
      "/a",
      "xn--",
      "-a",
    ],
    ...[
      "1Y",
      "1D",
      "T1",
      "\u0301",
      "\u200c",
      "\u0628\u200c",
      "\u05d0",
      "\ud800",
      "😀",
      "\ufdd0",
      "(a",
      "(?:",
      "[a",
      "a|",
      "é.",
      "a+",
    ],
  ];

  test.each(each)("comes to an end on long strings of repeated pieces: %s", (name, { good: [head = ""] }) => {
    const is = formats[name];
    for (const piece of pieces)
      for (const length of [60, 250, 100_000]) {
        const long = piece.repeat(length / piece.length);
        const strings = [
          long,
          `${long}!`,
          `${long}♥`,
          `${head}${long}!`,
          head.slice(0, -1) + long + head.slice(-1),
        ];
        for (const value of strings) expect(typeof is(value)).toBe("boolean");
      }
  });
});
