/** Objects without the members that are undefined. */

/** What remains when the members that are undefined are dropped. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** The same, or undefined when nothing is left. */
export function nonEmpty<T extends object>(object: T): Present<T> | undefined {
  const kept = present(object);
  return Object.keys(kept).length === 0 ? undefined : kept;
}
