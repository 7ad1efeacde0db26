import { FORM_TOKEN } from "#server/domain/form-token.ts";
import { useSite } from "./site-context.ts";

/** The signed word of the day, for browsers that do not say where a form comes from. Nothing in the app. */
export function FormToken() {
  const { formToken } = useSite();
  return formToken === null ? null : <input type="hidden" name={FORM_TOKEN} value={formToken} />;
}
