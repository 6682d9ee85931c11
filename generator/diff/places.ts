/** Where things stand, whatever the parameters of paths are called. */

export const samePath = (path: string): string => path.replace(/\{[^{}]*\}/g, "{}");

/** The same for a JSON Pointer, or an id that begins with one. */
export const samePlace = (pointer: string): string => pointer.replace(/^\/paths\/[^/]*/, samePath);
