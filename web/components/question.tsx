import type { Answers } from "#web/models/answers.ts";
import { Icon } from "#web/icons/icon.tsx";
import { PRIVATE_INPUT } from "./private-input.ts";
import type { AskedQuestion, TypedAnswer } from "./question-options.ts";

interface QuestionFieldProps {
  readonly question: AskedQuestion;
  readonly onAnswer: (answer: Partial<Answers>) => void;
}

/** A number instead of a button: "14". Answered as it is typed; what makes no sense answers nothing. */
function TypedField({ typed, onAnswer }: { typed: TypedAnswer; onAnswer: QuestionFieldProps["onAnswer"] }) {
  const read = (text: string) => {
    const answer = typed.read(text);
    if (answer !== null) onAnswer(answer);
  };
  return (
    <label class="typed">
      <span>{typed.label}</span>
      <input
        type="text"
        inputmode="numeric"
        maxLength={3}
        value={typed.value}
        onInput={(event) => read(event.currentTarget.value)}
        {...PRIVATE_INPUT}
      />
    </label>
  );
}

/** A plain question with 48 px buttons. The fields have no name, so that no form history keeps them. */
export function QuestionField({ question, onAnswer }: QuestionFieldProps) {
  return (
    <fieldset class="question">
      <legend>
        <Icon name={question.sign} />
        {question.title}
      </legend>
      {question.why !== null && <p class="note">{question.why}</p>}
      <div class="opts">
        {question.options.map(({ label, sign, chosen, answer }) => (
          <label key={label} class="opt">
            <input
              type={question.several ? "checkbox" : "radio"}
              autocomplete="off"
              checked={chosen}
              onChange={() => onAnswer(answer)}
            />
            <span>
              {sign === undefined ? <Icon name="check" class="tick" /> : <Icon name={sign} />}
              {label}
            </span>
          </label>
        ))}
        {question.typed !== null && <TypedField typed={question.typed} onAnswer={onAnswer} />}
      </div>
    </fieldset>
  );
}
