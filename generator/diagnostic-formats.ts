/** Diagnostics as other programs read them: GitHub's annotations and SARIF 2.1.0. */
import { catalogue } from "./catalogue/catalogue.js";
import { type Diagnostic, formatDiagnostic } from "./diagnostics.js";

export const diagnosticFormats = ["text", "github", "sarif"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** The text of a list in a format, `version` being that of this program; empty where there is nothing to tell. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  version: string,
): string {
  switch (format) {
    case "text":
      return diagnostics.map(formatDiagnostic).join("\n");
    case "github":
      return diagnostics.map(annotation).join("\n");
    case "sarif":
      return JSON.stringify(sarif(diagnostics, version), null, 2);
  }
}

/** A workflow command; what would end a value is percent-encoded. */
function annotation({ severity, file, line, column, code, message, remedy }: Diagnostic): string {
  const data = (text: string): string =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
  return `::${severity} ${place}::${data(`${message}\n→ ${remedy}`)}`;
}

/** OASIS Static Analysis Results Interchange Format 2.1.0. */
function sarif(diagnostics: readonly Diagnostic[], version: string): object {
  const codes = [...new Set(diagnostics.map((each) => each.code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "specwright",
            version,
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: catalogue[code].title },
              help: { text: catalogue[code].remedy },
            })),
          },
        },
        results: diagnostics.map(({ code, severity, message, file, line, column }) => ({
          ruleId: code,
          level: severity,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}
