/** Validators for data from a server that may be newer than the description. */
import { type Issue, typeOf } from "./issue.js";
import { type Validator, validator } from "./validator.js";

/**
 * A validator that lets pass what a later version of the description may well allow: unknown properties, and unknown
 * members of enums, of the JSON types that the known ones have. `onTolerated` is told of each of them, whether or not
 * something else is wrong with the value.
 *
 * What passes may hold more than `T` says: be prepared for it where you `switch` over an enum or a union.
 */
export function tolerant<T, Input = T>(
  strict: Validator<T, Input>,
  onTolerated?: (issue: Issue) => void,
): Validator<T, Input> {
  const place = strict.run.place ?? "";
  const bare = validator<T, Input>(place, (value, issues, seen) => {
    const found: Issue[] = [];
    strict.run(value, found, seen);
    for (const issue of found) {
      issue.within(undefined, place);
      const tolerated = toleratedIn(issue);
      if (tolerated === undefined) issues.push(issue);
      else if (onTolerated !== undefined) tolerated.forEach((each) => onTolerated(each));
    }
  });
  return strict.alike?.(bare) ?? bare;
}

/** What must be tolerated so that the issue is none; undefined where that is too much. */
function toleratedIn(issue: Issue): readonly Issue[] | undefined {
  switch (issue.code) {
    case "additionalProperties":
    case "unevaluatedProperties":
      return [issue];
    case "enum":
    case "const":
    case "discriminator":
      return isOfKnownType(issue) ? [issue] : undefined;
    case "anyOf":
    case "oneOf":
    case "propertyNames":
      return toleratedInAll(issue.causes);
    default:
      return undefined;
  }
}

/** Of the causes of an issue. There are none where several alternatives fit, which is nothing to tolerate. */
function toleratedInAll(causes: readonly Issue[]): readonly Issue[] | undefined {
  const tolerated = causes.map(toleratedIn);
  return causes.length > 0 && tolerated.every((each) => each !== undefined) ? tolerated.flat() : undefined;
}

/** Whether the value is of the type of one that is allowed. */
function isOfKnownType({ expected, received, code }: Issue): boolean {
  const values: readonly unknown[] = code === "const" ? [expected] : (expected as readonly unknown[]);
  return values.some((each) => typeOf(each) === received.type);
}
