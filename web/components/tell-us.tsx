import { useSignal } from "@preact/signals";
import type { ReportKind } from "#db/vocabulary.ts";
import { type HeadingLevel, Section } from "./section.tsx";
import { FormToken } from "./form-token.tsx";
import { baseOf } from "./paths.ts";
import { NotSent } from "./not-sent.tsx";
import { useSite } from "./site-context.ts";
import type { OutgoingMessage } from "#web/models/send-message.ts";

/** One-tap answers about a place, in the order of the design; then whether its page was clear. */
const ABOUT_PLACE: readonly ReportKind[] = ["helpful", "wrong", "closed", "unkind", "unsafe"];
const ABOUT_PAGE: readonly ReportKind[] = ["clear", "not-clear"];

interface AnswersProps {
  readonly code: string;
  readonly kinds: readonly ReportKind[];
}

/** Without a script: a form to a fixed path, so that neither listing nor answer stands in an address. */
function AnswerForm({ code, kinds }: AnswersProps) {
  const { words, generalOnly } = useSite();
  return (
    <form method="post" action={`${baseOf(words.lang, generalOnly)}/tell-us`} class="tell">
      <FormToken />
      <input type="hidden" name="listing" value={code} />
      {kinds.map((kind) => (
        <button key={kind} class="btn" name="kind" value={kind}>
          {words.t(`report.${kind}`)}
        </button>
      ))}
    </form>
  );
}

/** With a script: one tap sends it, and one line says so in the place of the buttons. */
function AnswerButtons({ code, kinds }: AnswersProps) {
  const { words, send } = useSite();
  const state = useSignal<"open" | "sending" | "sent" | "failed">("open");
  const unsent = useSignal<OutgoingMessage | null>(null);
  const tell = (kind: ReportKind) => {
    const message = { to: "/api/reports", body: { listing: code, kind } } as const;
    state.value = "sending";
    send?.(message).then((arrived) => {
      state.value = arrived ? "sent" : "failed";
      unsent.value = arrived ? null : message;
    });
  };
  if (state.value === "sending" || state.value === "sent") {
    return <p role="status">{words.t(state.value === "sent" ? "listing.told-us" : "tell.sending")}</p>;
  }
  return (
    <>
      <NotSent message={unsent.value} text={words.t("listing.told-us-not-sent")} />
      <div class="tell">
        {kinds.map((kind) => (
          <button key={kind} type="button" class="btn" onClick={() => tell(kind)}>
            {words.t(`report.${kind}`)}
          </button>
        ))}
      </div>
    </>
  );
}

/** "Tell us": five answers and one question about the page. No text box, and nothing about the person. */
export function TellUs({ code, level }: { readonly code: string; readonly level: HeadingLevel }) {
  const { words, send } = useSite();
  const Answers = send === null ? AnswerForm : AnswerButtons;
  return (
    <Section level={level} title={words.t("listing.tell-us")} screenOnly>
      <div class="tellus">
        <p class="note">{words.t("listing.tell-us-lead")}</p>
        <Answers code={code} kinds={ABOUT_PLACE} />
        <p class="note">{words.t("tell.clear")}</p>
        <Answers code={code} kinds={ABOUT_PAGE} />
        <p class="small">{words.t("tell.kept")}</p>
      </div>
    </Section>
  );
}
