/** The package has types for its main entry alone. */
declare module "@messageformat/core/compile-module.js" {
  import type MessageFormat from "@messageformat/core";
  export default function compileModule(
    messageFormat: MessageFormat,
    messages: Readonly<Record<string, string>>,
  ): string;
}
