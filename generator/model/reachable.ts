/** Questions about everything that a schema leads to. */

/** Whether something can be reached from a pointer, cycles included; `scan` says what stands there and what it leads to. */
export function memoReachable(
  scan: (pointer: string) => { readonly found: boolean; readonly next: readonly string[] },
): (pointer: string) => boolean {
  const known = new Map<string, boolean>();
  return (start) => {
    const seen = new Set<string>([start]);
    let found = known.get(start);
    if (found !== undefined) return found;
    found = false;
    for (const pointer of seen) {
      const here = scan(pointer);
      if (here.found || here.next.some((each) => known.get(each) === true)) {
        found = true;
        break;
      }
      for (const each of here.next) if (known.get(each) === undefined) seen.add(each);
    }
    if (found) known.set(start, true);
    else for (const pointer of seen) known.set(pointer, false);
    return found;
  };
}
