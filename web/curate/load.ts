import { type Signal, useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { ApiError } from "./api.ts";
import { t } from "./words.ts";

export interface Loaded<T> {
  readonly value: Signal<T | null>;
  readonly failed: Signal<string | null>;
  reload(): void;
}

/** Fetches something when a page opens, and again when `key` changes or `reload` is called. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const value = useSignal<T | null>(null);
  const failed = useSignal<string | null>(null);
  const reload = useCallback(() => {
    failed.value = null;
    load().then(
      (found) => {
        value.value = found;
      },
      (error: unknown) => {
        failed.value = reasonOf(error);
      },
    );
    // What is loaded follows from the key.
  }, [key]);
  useEffect(reload, [reload]);
  return { value, failed, reload };
}

/** What to tell somebody about an error. */
export function reasonOf(error: unknown): string {
  if (error instanceof ApiError)
    return error.code === "offline" ? t("app.offline") : t("app.failed", { why: error.message });
  return t("app.failed", { why: "" });
}
