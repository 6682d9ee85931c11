/** Works a schema out to one set of rules: references followed, parts merged, alternatives chosen. */
import { Unmergeable, merge } from "../model/merge.js";
import { type Schema, type SchemaId, type SchemaTable, isNull, named } from "../model/schema.js";
import { withTag } from "./branches.js";
import { madeExclusive } from "./exclusion.js";
import { NoFixture } from "./fixture-scalar.js";

/**
 * One schema without references, `allOf` and branches; undefined where writing it out would never end and it is
 * `optional`. `opened` are the schemas that are being written out around it, and gains those that are opened here.
 */
export type Expand = (schema: Schema, opened: Set<SchemaId>, optional: boolean) => Schema | undefined;

/** Rules that all apply, and alternatives of which one must. */
interface Gathered {
  readonly rules: Schema[];
  readonly choices: Choice[];
}

interface Choice {
  readonly branches: readonly Schema[];
  /** Whether just one branch may fit. */
  readonly exclusive: boolean;
}

/** Alternatives as a choice; null comes last, because it shows least. */
function choicesOf(
  schema: Schema,
  branches: readonly Schema[] | undefined,
  exclusive: boolean,
): readonly Choice[] {
  if (branches === undefined) return [];
  const tagged = branches.map((branch, i) => withTag(schema, branch, i));
  return [{ branches: tagged.sort((a, b) => Number(isNull(a)) - Number(isNull(b))), exclusive }];
}

export function expander(table: SchemaTable, recursive: (from: SchemaId, to: SchemaId) => boolean): Expand {
  const expand: Expand = (schema, opened, optional) => {
    const gathered = gather(schema, opened, optional);
    return gathered && solve(schema, gathered, opened, optional);
  };

  /** What must hold at once, and the choices that are left. */
  const gather = (schema: Schema, opened: Set<SchemaId>, optional: boolean): Gathered | undefined => {
    const { ref, allOf = [], anyOf, oneOf, discriminator, ...own } = schema;
    if (ref !== undefined) {
      if (opened.has(ref) && recursive(ref, ref)) {
        if (optional) return undefined;
        throw new NoFixture(schema, "the schema contains itself without end", true);
      }
      opened.add(ref);
    }
    const parts = [...(ref === undefined ? [] : [named(table, ref).schema]), ...allOf];
    const all: Gathered = {
      rules: [own],
      choices: [...choicesOf(schema, anyOf, false), ...choicesOf(schema, oneOf, discriminator === undefined)],
    };
    for (const part of parts) {
      const more = gather(part, opened, optional);
      if (more === undefined) return undefined;
      all.rules.push(...more.rules);
      all.choices.push(...more.choices);
    }
    return all;
  };

  /** Takes for every choice the first branch with which all the others can still be made. */
  const solve = (
    schema: Schema,
    { rules, choices }: Gathered,
    opened: Set<SchemaId>,
    optional: boolean,
  ): Schema | undefined => {
    const whole = rules.reduce((all, each) => mergeAt(schema, all, each));
    const [choice, ...rest] = choices;
    if (choice === undefined) return whole;
    const found = firstThatFits(choice.branches, (branch) => {
      const more = gather(branch, opened, optional);
      const solved =
        more &&
        solve(
          schema,
          { rules: [whole, ...more.rules], choices: [...more.choices, ...rest] },
          opened,
          optional,
        );
      const others = choice.branches.filter((each) => each !== branch);
      return solved && choice.exclusive ? madeExclusive(solved, others, table) : solved;
    });
    if (found === undefined)
      throw new NoFixture(schema, "no alternative that we can make fits the rules beside it", false);
    return found;
  };

  return expand;
}

function mergeAt(schema: Schema, a: Schema, b: Schema): Schema {
  try {
    return merge(a, b);
  } catch (cause) {
    if (cause instanceof Unmergeable) throw new NoFixture(schema, cause.message, cause.impossible);
    throw cause;
  }
}

/** The result, or undefined where there is no fixture. */
export function attempt<R>(work: () => R | undefined): R | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Unmergeable || cause instanceof NoFixture) return undefined;
    throw cause;
  }
}

/** The first choice that something can be made of. */
export function firstThatFits<T, R>(
  choices: readonly T[],
  make: (choice: T) => R | undefined,
): R | undefined {
  for (const each of choices) {
    const result = attempt(() => make(each));
    if (result !== undefined) return result;
  }
  return undefined;
}
