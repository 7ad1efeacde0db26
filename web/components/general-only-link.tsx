import { baseOf } from "./paths.ts";
import { useSite } from "./site-context.ts";

/** The switch "general help only" where there is no script: a link to the same page under the other base. */
export function GeneralOnlyLink({ to }: { readonly to: string }) {
  const { words, generalOnly } = useSite();
  return (
    <p>
      <a class="askbtn" href={`${baseOf(words.lang, !generalOnly)}${to}`}>
        {words.t(generalOnly ? "pages.all-help" : "home.only-general")}
      </a>
    </p>
  );
}
