import { useSignal } from "@preact/signals";
import { call, post } from "../api.ts";
import { Notice } from "../components/notice.tsx";
import { reasonOf } from "../load.ts";
import { dayText, t } from "../words.ts";
import { useEditor } from "./context.ts";

/** A link by which the service looks through its own listing; it can be recalled. */
export function OwnLink() {
  const model = useEditor();
  const said = useSignal<{ kind: "good" | "late"; text: string; link: string | null } | null>(null);
  const path = `${model.path}/own-link`;
  const attempt = (what: () => Promise<{ text: string; link: string | null }>) =>
    what().then(
      (done) => (said.value = { kind: "good", ...done }),
      (error: unknown) => (said.value = { kind: "late", text: reasonOf(error), link: null }),
    );
  const make = async () => {
    const { link, expiresAt } = await post<{ link: string; expiresAt: string }>(path, {});
    return { text: t("own.made", { date: dayText(expiresAt) }), link };
  };
  const recall = async () => {
    await call("DELETE", path);
    return { text: t("own.recalled"), link: null };
  };
  return (
    <>
      <p class="acts">
        <button type="button" class="btn" onClick={() => void attempt(make)}>
          {t("own.make")}
        </button>
        <button type="button" class="linkish" onClick={() => void attempt(recall)}>
          {t("own.recall")}
        </button>
      </p>
      {said.value !== null && (
        <Notice kind={said.value.kind} text={said.value.text}>
          {said.value.link !== null && <p class="key ltr">{said.value.link}</p>}
        </Notice>
      )}
    </>
  );
}
