/** Values at a path, and copies with others there. */
import type { Json } from "../json.js";
import type { Path } from "./case.js";

/** The value at a path; undefined where there is none. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as { readonly [key: string | number]: Json })[key]
        : undefined,
    value,
  );
}

/** A copy with another value at a path; undefined takes the place away. */
export function put(whole: Json | undefined, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value as Json;
  const inner = put(valueAt(whole, [key]), rest, value);
  if (Array.isArray(whole)) return Object.assign([...(whole as readonly Json[])], { [key]: inner });
  const object = (whole ?? {}) as { readonly [key: string]: Json };
  if (inner !== undefined) return { ...object, [key]: inner };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
