const WORKER = "/print/worker.js";

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | null = null;

/** The office lets no address become script but this one. */
export function startWorker(): Worker {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (types === undefined) return new Worker(WORKER, { type: "module" });
  policy ??= types.createPolicy("print", {
    createScriptURL(url) {
      if (url === WORKER) return url;
      throw new TypeError("Only the print worker");
    },
  });
  return new Worker(policy.createScriptURL(WORKER) as string, { type: "module" });
}
