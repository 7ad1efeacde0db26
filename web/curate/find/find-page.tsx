import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { t } from "../words.ts";
import type { LoadedTools } from "./load-tools.ts";

interface Ready {
  readonly Tools: ComponentType<LoadedTools>;
  readonly loaded: LoadedTools;
}

/** Finding help with somebody, inside the office: its script and styles come when it is opened. */
export function FindPage() {
  const ready = useSignal<Ready | null>(null);
  const failed = useSignal<string | null>(null);
  const load = () => {
    failed.value = null;
    Promise.all([
      import("./find-tools.tsx"),
      import("./load-tools.ts").then((part) => part.loadTools()),
    ]).then(
      ([{ FindTools }, loaded]) => (ready.value = { Tools: FindTools, loaded }),
      (error: unknown) => (failed.value = reasonOf(error)),
    );
  };
  useEffect(load, []);
  if (failed.value !== null)
    return <Notice kind="late" text={failed.value} action={t("app.retry")} onAction={load} />;
  if (ready.value === null) return <p class="note">{t("app.loading")}</p>;
  const { Tools, loaded } = ready.value;
  return <Tools {...loaded} />;
}
