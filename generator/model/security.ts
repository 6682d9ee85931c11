/** Security schemes: how requests are marked with credentials. */

export type SecurityScheme =
  | { readonly name: string; readonly kind: "basic"; readonly description?: string }
  | { readonly name: string; readonly kind: "bearer"; readonly description?: string }
  | {
      readonly name: string;
      readonly kind: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly key: string;
      readonly description?: string;
    };
