/**
 * The JavaScript around Typst's WebAssembly calls `new Function` for five fixed texts, which a strict policy forbids.
 * This puts plain functions there, and fails when the glue is no longer the one it knows.
 */

const ONE = "new Function(getStringFromWasm0(arg0, arg1))";
const TWO = "new Function(getStringFromWasm0(arg0, arg1), getStringFromWasm0(arg2, arg3))";

const PLAIN = `
function plainFunction(body) {
  if (body === "return 0") return () => 0;
  if (body === "return true") return () => true;
  if (body === "return this") return () => globalThis;
  if (body.startsWith("throw new Error(")) return () => { throw new Error(body); };
  throw new Error("Unexpected generated function: " + body);
}
function plainFunctionOf(name, body) {
  if (name === "path" && body === "return path") return (path) => path;
  throw new Error("Unexpected generated function: " + name + " => " + body);
}
`;

/** The glue without generated code. Throws when a place is missing or another one has come. */
export function patchGlue(source: string): string {
  if (source.split(ONE).length !== 2 || source.split(TWO).length !== 2) {
    throw new Error("The glue of the Typst compiler has changed: look at it anew");
  }
  const patched =
    source
      .replace(ONE, "plainFunction(getStringFromWasm0(arg0, arg1))")
      .replace(TWO, "plainFunctionOf(getStringFromWasm0(arg0, arg1), getStringFromWasm0(arg2, arg3))") +
    PLAIN;
  if (/new Function|\beval\(/u.test(patched)) {
    throw new Error("The glue of the Typst compiler generates code in another place");
  }
  return patched;
}
