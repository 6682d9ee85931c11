/** What is wrong with a YAML file, each mistake told once. */
import type { YAMLError } from "yaml";

interface Mistake {
  readonly offset: number;
  readonly message: string;
}

/** In the order of the file. Of those in one run of white space only the first counts: the others are what follows of it. */
export function mistakesIn(errors: readonly YAMLError[], text: string): readonly Mistake[] {
  const all = errors
    .map(
      ({ code, pos: [offset], message }) =>
        tabAt(text, offset) ?? { offset, message: code === "DUPLICATE_KEY" ? twice(text, offset) : message },
    )
    .sort((a, b) => a.offset - b.offset);
  return all.filter(({ offset }, i) => {
    const before = all[i - 1];
    return before === undefined || text.slice(before.offset, offset).trim() !== "";
  });
}

/** A key is what stands before its colon. */
function twice(text: string, offset: number): string {
  const [key = ""] =
    /^("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\n]*?(?=\s*:(\s|$)))/m.exec(text.slice(offset, offset + 200)) ?? [];
  return key === "" ? "Map keys must be unique" : `Map keys must be unique: ${key} is there twice`;
}

/** A parser stumbles over tabs in many ways; where one is in the indentation before a mistake, it is what is wrong. */
function tabAt(text: string, offset: number): Mistake | undefined {
  const start = text.slice(0, offset).lastIndexOf("\n") + 1;
  const [indentation = ""] = /^[ \t]*/.exec(text.slice(start)) ?? [];
  const tab = start + indentation.indexOf("\t");
  return tab < start || offset > start + indentation.length
    ? undefined
    : { offset: tab, message: "Tabs are not allowed as indentation" };
}
