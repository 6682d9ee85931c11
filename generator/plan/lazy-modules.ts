/** Modules that are planned when somebody asks for what they declare: what they are made of tells them apart before. */
import type { Declaration, Module, Outline } from "../code/module.js";
import { digest } from "../digest.js";
import { type Memo, recalled } from "../memo.js";
import { outlineOf } from "./outline.js";
import type { KeyOf, Owner } from "./owner-keys.js";

/** The module at `path`, which `declare` makes of its owner and of what that leads to. Nothing else may have a say in it. */
export type LazyModule = (path: string, owner: Owner, declare: () => readonly Declaration[]) => Module;

/** Modules that `memo` knows are planned only where they must be printed. */
export function lazyModules(keyOf: KeyOf, memo: Memo): LazyModule {
  return (path, owner, declare) => {
    const source = digest(`${path}\n${keyOf(owner)}`);
    let declarations: readonly Declaration[] | undefined;
    let outline: Outline | undefined;
    const declared = (): readonly Declaration[] => (declarations ??= declare());
    return {
      path,
      source,
      get declarations() {
        return declared();
      },
      get outline() {
        return (outline ??= recalled("outline", source, memo, () =>
          outlineOf({ path, declarations: declared() }),
        ));
      },
    };
  };
}
