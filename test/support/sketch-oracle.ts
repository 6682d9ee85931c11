/** What sketches mean, as the JSON Schema that another validator judges by. */
import {
  type Dialect,
  type Direction,
  type Sketch,
  forDialect,
  refTo,
  withTag,
  writeObject,
  writeSchema,
} from "./sketch.js";

/** Writes a sketch as the JSON Schema 2020-12 that says what is valid in one direction. */
export function writeOracle(sketch: Sketch, direction: Direction, dialect: Dialect): object {
  const write = (each: Sketch): object => writeOracle(each, direction, dialect);
  switch (sketch.kind) {
    case "array":
      return { type: "array", items: write(sketch.items), ...sketch.rules };
    case "tuple":
      if (dialect === "3.0") return { type: "array" };
      return {
        type: "array",
        prefixItems: sketch.heads.map(write),
        ...(sketch.closed ? { items: false, minItems: sketch.heads.length } : {}),
      };
    case "object": {
      const hidden = direction === "request" ? "readOnly" : "writeOnly";
      const properties = sketch.properties.filter((each) => each.mark !== hidden);
      return writeObject({ ...forDialect(sketch, dialect), properties }, write, (each) => write(each.schema));
    }
    case "nullable":
      return { anyOf: [write(sketch.inner), { type: "null" }] };
    case "allOf":
    case "anyOf":
    case "oneOf":
      return { [sketch.kind]: sketch.branches.map(write) };
    case "tagged":
      return { oneOf: sketch.branches.map((each) => write(withTag(sketch.property, each))) };
    case "refined":
      return { allOf: [{ $ref: refTo(sketch.name) }, write(sketch.by)] };
    case "typed":
      return writeSchema(sketch, dialect);
    default:
      return writeSchema(sketch, "3.1");
  }
}
