/** A copy of an object without some of its members. */
export function without<T extends object, K extends keyof T>(whole: T, ...keys: readonly K[]): Omit<T, K> {
  const rest = Object.entries(whole).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key));
  return Object.fromEntries(rest) as Omit<T, K>;
}
