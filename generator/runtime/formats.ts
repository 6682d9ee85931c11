/**
 * The formats of JSON Schema 2020-12 (Validation, section 7.3) and of the OpenAPI Format Registry: one function each,
 * from a string to whether it is of the format. Each takes time in proportion to the length of the string.
 */
export * from "./formats-idn.js";
export * from "./formats-net.js";
export * from "./formats-text.js";
export * from "./formats-time.js";
export * from "./formats-uri.js";
