/** JSON values of every type, at and beyond the usual limits, that hardly any schema allows all of. */
export const junk: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 1.5, 3, 7, 0.01, 399, 600, 1001, 2 ** 31, 2 ** 40],
  ...["", " ", "a", "b", "c-d", "ab", "§", "😀😀", "x".repeat(65), "/", "https://", "post", "2024-02-30"],
  ...["AC0123456789abcdef0123456789abcdeg", "https://example.com/\n", "/a b", `AP${"0".repeat(33)}`],
  ...["Tue, 14 Jun 2011 25:30:00 +0000", "2024-01-01T24:00:00Z", "1.2.3.256", "a@", "PT"],
  ...[
    [],
    {},
    [null],
    { sid: 1 },
    [1, 1],
    ["a", "b", "c", "d", "e"],
    { id: 1, name: "a", kind: "cat", other: 0 },
  ],
];
