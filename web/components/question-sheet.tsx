import { useEffect, useRef } from "preact/hooks";
import { Icon } from "#web/icons/icon.tsx";
import { type Answers, QUESTIONS } from "#web/models/answers.ts";
import { ask } from "./question-options.ts";
import { LeaveLink } from "./leave-link.tsx";
import { QuestionField } from "./question.tsx";
import { Relied } from "./relied.tsx";
import { useSite } from "./site-context.ts";

interface QuestionSheetProps {
  readonly answers: Answers;
  readonly spoken: readonly string[];
  /** How many listings fit or may fit as things stand. */
  readonly count: number;
  readonly onAnswer: (answer: Partial<Answers>) => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** All questions at once; each may be skipped. Closes with the count of what is left. */
export function QuestionSheet(props: QuestionSheetProps) {
  const { words } = useSite();
  const { answers, spoken, count, onAnswer, onClear, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="asksheet" aria-label={words.t("questions.title")}>
      <div class="asksheet__head">
        <div>
          <h2 tabIndex={-1} ref={heading}>
            {words.t("questions.lead")}
          </h2>
          <p class="note">
            <Relied say={(one) => one.t("questions.kept")} />
          </p>
        </div>
        <button type="button" class="btn square" aria-label={words.t("site.close")} onClick={onClose}>
          <Icon name="x" />
        </button>
        {/* On a wide screen the sheet lies over the top bar; on a phone the dock stays below it. */}
        <LeaveLink />
      </div>
      {QUESTIONS.map((question) => (
        <QuestionField key={question} question={ask(words, question, answers, spoken)} onAnswer={onAnswer} />
      ))}
      <div class="asksheet__done">
        <button type="button" class="btn quiet" onClick={onClear}>
          {words.t("questions.clear")}
        </button>
        <button type="button" class="btn go" onClick={onClose}>
          <Icon name="check" />
          {words.t("results.show", { n: count })}
        </button>
      </div>
    </section>
  );
}
