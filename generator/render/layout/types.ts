/** How types are laid out. */
import { type Doc, group, hardline, ifBreak, indent, isBroken, joined, line, softline } from "./doc.js";
import { commentDocs, keyText, literalText } from "./literals.js";
import type { Member, Parameter, Type, TypeParameter } from "./syntax.js";

/** Where a type stands, as far as that matters. */
export type TypePlace = "argument" | "alias" | "item" | "arrow" | "elsewhere";

export function typeDoc(type: Type, place: TypePlace = "elsewhere"): Doc {
  switch (type.kind) {
    case "keyword":
      return type.text;
    case "literal":
      return literalText(type.text);
    case "reference":
      return [type.query ? "typeof " : "", type.name, typeArgumentsDoc(type.args, place)];
    case "union":
      return unionDoc(type.types, place);
    case "intersection":
      return intersectionDoc(type.types);
    case "list":
      return [enclosed(type.of, ["union", "intersection", "function", "operator"]), "[]"];
    case "indexed":
      return [
        enclosed(type.of, ["union", "intersection", "function", "operator"]),
        "[",
        typeDoc(type.key),
        "]",
      ];
    case "operator":
      return [type.operator, " ", enclosed(type.of, ["union", "intersection", "function"])];
    case "optional":
      return [enclosed(type.of, ["union", "intersection", "function"]), "?"];
    case "rest":
      return ["...", typeDoc(type.of)];
    case "tuple":
      return tupleDoc(type.items);
    case "members":
      return group(membersDoc(type.members), type.isOpen);
    case "function": {
      const returns: Doc = [" => ", typeDoc(type.returns)];
      return group([groupedParameters(type.parameters, [], type.returns, returns), returns]);
    }
  }
}

/** In parentheses where it is of one of these kinds. */
function enclosed(type: Type, kinds: readonly Type["kind"][]): Doc {
  if (!kinds.includes(type.kind)) return typeDoc(type);
  return type.kind === "union" && !isHugged(type.types)
    ? ["(", group([indent([softline, alternativesDoc(type.types)]), softline]), ")"]
    : ["(", typeDoc(type), ")"];
}

const isObject = (type: Type | undefined): boolean => type?.kind === "members";
const isNull = (type: Type): boolean =>
  type.kind === "keyword" && (type.text === "null" || type.text === "void");

/** One that has nothing to be broken at, beside what it may be else. */
function isHugged(types: readonly Type[]): boolean {
  const object = types.find((each) => isObject(each) || each.kind === "reference");
  return object !== undefined && types.every((each) => each === object || isNull(each));
}

/** Whether a union stands in lines of its own after an equals sign. */
export const breaksAlias = (type: Type): boolean => type.kind === "union" && !isHugged(type.types);

function unionDoc(types: readonly Type[], place: TypePlace): Doc {
  if (isHugged(types)) return joined(" | ", types.map(alternativeDoc));
  const all = alternativesDoc(types);
  switch (place) {
    case "alias":
    case "argument":
      return all;
    case "item":
      return group([indent([ifBreak(["(", softline]), all]), softline, ifBreak(")")]);
    case "arrow":
    case "elsewhere":
      return group(indent([softline, all]));
  }
}

const alternativesDoc = (types: readonly Type[]): Doc =>
  group(types.map((each, i) => [i === 0 ? ifBreak("| ") : [line, "| "], indent(alternativeDoc(each))]));

const alternativeDoc = (type: Type): Doc => enclosed(type, ["function", "union", "intersection"]);

function intersectionDoc(types: readonly Type[]): Doc {
  let wasMixed = false;
  return group(
    types.map((each, i) => {
      const doc = enclosed(each, ["union", "intersection", "function"]);
      if (i === 0) return doc;
      const [isHere, wasThere] = [isObject(each), isObject(types[i - 1])];
      if (isHere && wasThere) return [" & ", wasMixed ? indent(doc) : doc];
      if (!isHere && !wasThere) return indent([" &", line, doc]);
      if (i > 1) wasMixed = true;
      return [" & ", i > 1 ? indent(doc) : doc];
    }),
  );
}

function tupleDoc(items: readonly Type[]): Doc {
  if (items.length === 0) return "[]";
  const place = items.length > 1 ? "item" : "argument";
  const docs = items.map((each) => group(typeDoc(each, place)));
  const end = items.at(-1)?.kind === "rest" ? "" : ifBreak(",");
  return group(["[", indent([softline, joined([",", line], docs), end]), softline, "]"]);
}

export function typeArgumentsDoc(args: readonly Type[], place: TypePlace = "elsewhere"): Doc {
  const [only] = args;
  if (only === undefined) return "";
  // The type of a variable gives way before the arrow function that it is set to does.
  const isKeptTogether = place === "arrow" ? isObject : isSimple;
  if (args.length === 1 && isKeptTogether(only)) return ["<", typeDoc(only, "argument"), ">"];
  const docs = args.map((each) => typeDoc(each, "argument"));
  return group(["<", indent([softline, joined([",", line], docs)]), softline, ">"]);
}

/** One that is not set apart between its brackets. */
const isSimple = (type: Type): boolean =>
  type.kind === "keyword" ||
  type.kind === "literal" ||
  isObject(type) ||
  (type.kind === "reference" && type.args.length === 0 && !type.query) ||
  (type.kind === "union" && isHugged(type.types));

export function typeParametersDoc(parameters: readonly TypeParameter[]): Doc {
  if (parameters.length === 0) return "";
  const docs = parameters.map(({ name, isConst, constraint, fallback }): Doc => {
    const apart = Symbol("apart");
    return [
      isConst ? "const " : "",
      name,
      constraint === undefined
        ? ""
        : [" extends", group(indent(line), false, apart), indent(typeDoc(constraint), apart)],
      fallback === undefined ? "" : [" = ", typeDoc(fallback)],
    ];
  });
  return group(["<", indent([softline, joined([",", line], docs)]), ifBreak(","), softline, ">"]);
}

/** The members of an object type or an interface between their braces. */
export function membersDoc(members: readonly Member[]): Doc {
  if (members.length === 0) return "{}";
  const docs = members.map((each, i) => [
    i === 0 ? "" : each.hasSpaceBefore ? [";", line, hardline] : [";", line],
    memberDoc(each),
  ]);
  return ["{", indent([line, ...docs]), ifBreak(";"), line, "}"];
}

function memberDoc({ comments, isReadonly, key, isOptional, index, type }: Member): Doc {
  const name = index === undefined ? keyText(key) : ["[", key, ": ", typeDoc(index), "]"];
  return [
    commentDocs(comments),
    isReadonly ? "readonly " : "",
    name,
    isOptional ? "?" : "",
    ": ",
    typeDoc(type),
  ];
}

export const parameterDoc = ({ name, isOptional, isRest, type }: Parameter): Doc => [
  isRest ? "..." : "",
  name,
  isOptional ? "?" : "",
  type === undefined
    ? ""
    : [": ", type.kind === "members" ? group(membersDoc(type.members), type.isOpen) : typeDoc(type)],
];

export function parametersDoc(parameters: readonly Parameter[]): Doc {
  const [only, ...more] = parameters;
  if (only === undefined) return "()";
  if (more.length === 0 && isObject(only.type) && only.type?.kind === "members")
    return [
      "(",
      only.isRest ? "..." : "",
      only.name,
      only.isOptional ? "?" : "",
      ": ",
      membersDoc(only.type.members),
      ")",
    ];
  const docs = joined([",", line], parameters.map(parameterDoc));
  return [
    "(",
    indent([softline, docs]),
    parameters.at(-1)?.isRest === true ? "" : ifBreak(","),
    softline,
    ")",
  ];
}

/** Parameters that stand apart from what the function gives, where there is one of them and that is an object. */
export function groupedParameters(
  parameters: readonly Parameter[],
  typeParameters: readonly TypeParameter[],
  returns: Type | undefined,
  returnsDoc: Doc,
): Doc {
  const doc = parametersDoc(parameters);
  const [first] = typeParameters;
  const isPlain =
    typeParameters.length < 2 && first?.constraint === undefined && first?.fallback === undefined;
  return isPlain && parameters.length === 1 && (isObject(returns) || isBroken(returnsDoc)) ? group(doc) : doc;
}

/** Whether a type has arguments that have arguments: then what is declared is broken, and not what it is set to. */
export const isComplex = (type: Type | undefined): boolean =>
  type?.kind === "reference" &&
  type.args.length > 1 &&
  type.args.some((each) => each.kind === "reference" && each.args.length > 0);

/** Whether type arguments may take lines of their own. */
export const areComplex = (args: readonly Type[]): boolean => {
  const [only] = args;
  if (args.length > 1) return true;
  if (only === undefined) return false;
  return (
    only.kind === "union" ||
    only.kind === "intersection" ||
    isObject(only) ||
    isBroken(typeArgumentsDoc(args))
  );
};
