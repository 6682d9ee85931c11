/** Text of a page. Strings become text alone, wherever they are put; only the `markup` tag makes more of it. */
export class Html {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  static tag(this: void, parts: TemplateStringsArray, ...values: readonly Filling[]): Html {
    const lines = parts.map((part) => part.replace(/\n\s+/g, "\n"));
    return new Html(lines.map((part, i) => part + filled(values[i] ?? "")).join(""));
  }
}

type Filling = string | number | Html | readonly Html[];

export const markup: typeof Html.tag = Html.tag;

function filled(value: Filling): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map((each) => each.text).join("");
  return String(value).replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}
