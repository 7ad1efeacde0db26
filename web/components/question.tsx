import type { Answers } from "#web/models/answers.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { AskedQuestion } from "./question-options.ts";

interface QuestionFieldProps {
  readonly question: AskedQuestion;
  readonly onAnswer: (answer: Partial<Answers>) => void;
}

/** A plain question with 48 px buttons. The fields have no name, so that no form history keeps them. */
export function QuestionField({ question, onAnswer }: QuestionFieldProps) {
  return (
    <fieldset class="question">
      <legend>{question.title}</legend>
      {question.why !== null && <p class="note">{question.why}</p>}
      <div class="opts">
        {question.options.map(({ label, chosen, answer }) => (
          <label key={label} class="opt">
            <input
              type={question.several ? "checkbox" : "radio"}
              autocomplete="off"
              checked={chosen}
              onChange={() => onAnswer(answer)}
            />
            <span>
              <Icon name="check" />
              {label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
