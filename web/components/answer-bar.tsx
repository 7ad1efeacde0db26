import { listText } from "#web/i18n/lists.ts";
import { useSignal } from "@preact/signals";
import { Icon } from "#web/icons/icon.tsx";
import { type Answers, isAnswered, type Question, QUESTIONS } from "#web/models/answers.ts";
import { ask, saidText } from "./question-options.ts";
import { QuestionField } from "./question.tsx";
import { useSite } from "./site-context.ts";

/** Questions that stand open on wide screens; the others come with their answer, or behind "More questions". */
const FIRST: readonly Question[] = ["languages", "papers", "age", "stay", "police"];

interface AnswerBarProps {
  readonly answers: Answers;
  readonly spoken: readonly string[];
  readonly onAnswer: (answer: Partial<Answers>) => void;
  readonly onMore: () => void;
}

interface OneQuestionProps extends Omit<AnswerBarProps, "onMore"> {
  readonly question: Question;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function OneQuestion({ question, answers, spoken, open, onToggle, onAnswer }: OneQuestionProps) {
  const { words } = useSite();
  const asked = ask(words, question, answers, spoken);
  const said = saidText(words, question, answers);
  return (
    <div class="asks__one">
      <button
        type="button"
        class={said === null ? "askbtn" : "askbtn is-said"}
        aria-expanded={open}
        onClick={onToggle}
      >
        <Icon name={asked.sign} />
        {said !== null && <Icon name="check" />}
        {said ?? asked.short}
        {said === null && <Icon name="caret-down" />}
      </button>
      {open && (
        <div class="pop">
          <QuestionField question={asked} onAnswer={onAnswer} />
        </div>
      )}
    </div>
  );
}

/** Phones: one line with the answers. Wide: each question, an answered one as a sentence. */
export function AnswerBar(props: AnswerBarProps) {
  const { words } = useSite();
  const { answers, onMore } = props;
  const open = useSignal<Question | null>(null);
  const said = QUESTIONS.flatMap((question) => saidText(words, question, answers) ?? []);
  const shown = QUESTIONS.filter((question) => FIRST.includes(question) || isAnswered(answers, question));
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || open.value === null) return;
    event.preventDefault();
    open.value = null;
  };
  return (
    <div class="asks" role="group" aria-label={words.t("questions.title")} onKeyDown={close}>
      <button type="button" class="askbtn asks__all" onClick={onMore}>
        <Icon name="list-checks" />
        <span>{said.length === 0 ? words.t("questions.narrow") : listText(words, said)}</span>
        <u>{words.t(said.length === 0 ? "questions.title" : "site.change")}</u>
      </button>
      {shown.map((question) => (
        <OneQuestion
          key={question}
          {...props}
          question={question}
          open={open.value === question}
          onToggle={() => (open.value = open.value === question ? null : question)}
        />
      ))}
      <button type="button" class="askbtn asks__one" onClick={onMore}>
        <Icon name="list-checks" />
        {words.t("questions.more")}
      </button>
    </div>
  );
}
