/** Which branches of `anyOf` or `oneOf` can be told apart by the JSON types that they allow. */
import { type TypeSet, allowedTypes } from "../model/allowed-types.js";
import { applied } from "../model/in-place.js";
import { type Schema, type SchemaTable, jsonTypes } from "../model/schema.js";

/** Branches that share types with each other, and with no branch of another group. */
export interface BranchGroup {
  readonly types: TypeSet;
  readonly branches: readonly Schema[];
}

/** All branches in their order; those that allow no value are left out. Converted values have no JSON type: one group. */
export function groupsByType(branches: readonly Schema[], table: SchemaTable): readonly BranchGroup[] {
  if (branches.some((each) => isConverted(each, table)))
    return [{ types: new Set(jsonTypes), branches: branches.filter((each) => !each.never) }];
  return branches
    .map((branch): BranchGroup => ({ types: allowedTypes(branch, table), branches: [branch] }))
    .filter(({ types }) => types.size > 0)
    .reduce<readonly BranchGroup[]>((groups, group) => {
      const shares = ({ types }: BranchGroup): boolean => [...types].some((each) => group.types.has(each));
      const sharing = [...groups.filter(shares), group];
      return [
        ...groups.filter((each) => !shares(each)),
        {
          types: new Set(sharing.flatMap(({ types }) => [...types])),
          branches: sharing.flatMap((each) => each.branches),
        },
      ];
    }, []);
}

/** Whether a value of the schema can be a converted one. */
const isConverted = (schema: Schema, table: SchemaTable): boolean =>
  applied(schema, table).some((each) => each.converter !== undefined);
