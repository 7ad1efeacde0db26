import { PageHead } from "../components/page-head.tsx";
import { t } from "../words.ts";
import { GUIDES, stepText } from "./guides.ts";

/** The guides, one below the other: searched with the browser, printed with the browser. */
export function Help() {
  return (
    <>
      <PageHead title={t("help.title")} sub={t("help.sub")} />
      {GUIDES.map(({ code, title, chapters }) => (
        <section key={code} class="box pad guide" id={code}>
          <h2>{title}</h2>
          {chapters.map((chapter) => (
            <div key={chapter.title}>
              <h3>{chapter.title}</h3>
              <ol>
                {chapter.steps.map((step) => (
                  <li key={step.text}>{stepText(step)}</li>
                ))}
              </ol>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
