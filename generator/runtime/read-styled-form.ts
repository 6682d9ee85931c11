/** Reads the bodies of requests that are forms with fields in styles of their own. */
import { valueReadings } from "./member-readings.js";
import { nothing, readValue } from "./read-contents.js";
import { fieldReadings } from "./read-form.js";
import { type ParameterTexts, type Written, parameterTexts } from "./request-texts.js";
import type { RouteContent } from "./route.js";
import { type Read, settled } from "./settled.js";

/** Like `readForm`. A field with a style stands there as a parameter does in a query (OpenAPI 3.1, section 4.8.15). */
export async function readStyledForm(content: RouteContent, request: Request): Promise<Read> {
  const text = await request.text();
  if (text === "" && !request.headers.has("content-type")) return nothing;
  const all = new URLSearchParams(text);
  const styled = styledFields(content, text);
  const taken = new Set(styled.flatMap(({ field, texts }) => namesOf(field, texts, all)));
  const usual = [...new Set(all.keys())].filter((name) => !taken.has(name));
  const fields = [
    ...styled
      .filter(({ texts }) => texts.whole.length > 0 || texts.members.size > 0)
      .map(({ field, texts }) => [field.name, valueReadings(texts, field.reads ?? {})] as const),
    ...usual.map((name) => [name, fieldReadings(content, name, all.getAll(name))] as const),
  ];
  return settled(new Map(fields), (wire) => readValue(content, wire));
}

interface StyledField {
  readonly field: Written;
  readonly texts: ParameterTexts;
}

function styledFields({ fields = {} }: RouteContent, text: string): readonly StyledField[] {
  const all = Object.entries(fields).map(([name, { style, explode, ...reads }]): Written => ({
    in: "query",
    name,
    reads,
    ...(style && { style }),
    ...(explode !== undefined && { explode }),
  }));
  const request = {
    path: new Map<string, string>(),
    url: new URL(`form:?${text}`),
    headers: new Headers(),
    cookies: {},
  };
  return all
    .filter((each) => each.style !== undefined)
    .map((field) => ({ field, texts: parameterTexts(field, request, all) }));
}

/** The names in a form that are those of a field or of its members. */
function namesOf(
  { name, style, explode }: Written,
  { members }: ParameterTexts,
  all: URLSearchParams,
): string[] {
  const inner =
    style === "deepObject"
      ? [...all.keys()].filter((each) => each.startsWith(`${name}[`))
      : style === "form" && explode !== false
        ? [...members.keys()]
        : [];
  return [name, ...inner];
}
