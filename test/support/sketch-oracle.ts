/** What sketches mean, as the JSON Schema that another validator judges by. */
import {
  type Dialect,
  type Direction,
  type Sketch,
  forDialect,
  refTo,
  withBeside,
  withTag,
  writeBesides,
  writeExamples,
  writeObject,
  writeSchema,
  writeTuple,
} from "./sketch.js";

/** Writes a sketch as the JSON Schema 2020-12 that says what is valid in one direction. */
export function writeOracle(sketch: Sketch, direction: Direction, dialect: Dialect): object {
  const write = (each: Sketch): object => writeOracle(each, direction, dialect);
  switch (sketch.kind) {
    case "array":
      return { type: "array", items: write(sketch.items), ...sketch.rules };
    case "tuple":
      return dialect === "3.0" ? { type: "array" } : writeTuple(sketch, write);
    case "object": {
      const hidden = direction === "request" ? "readOnly" : "writeOnly";
      const properties = sketch.properties.filter((each) => each.mark !== hidden);
      const unseen = sketch.properties.filter((each) => each.mark === hidden).map((each) => each.name);
      const required = sketch.required.filter((each) => !unseen.includes(each));
      const seen = { ...forDialect(sketch, dialect), properties, required };
      return writeObject(seen, write, (each) => write(each.schema));
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
    case "shown":
      return withBeside(write(sketch.inner), writeExamples(sketch.examples, dialect), dialect);
    case "beside":
      return withBeside(write(sketch.inner), writeBesides(sketch.more, write, dialect), "3.1");
    case "typed":
      return writeSchema(sketch, dialect);
    default:
      return writeSchema(sketch, "3.1");
  }
}
