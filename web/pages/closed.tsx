import { useSite } from "#web/components/site-context.ts";
import { EmergencyNumbers } from "./emergency.tsx";

/** The whole public side is closed: that it is, and the numbers for danger. Nothing of the list, no way into it. */
export function ClosedPage() {
  const { words, settings } = useSite();
  return (
    <main class="emergency" id="main">
      <div class="hd closed">
        <h1>{words.t("error.closed-title")}</h1>
        <p class="txt">{words.t("error.closed")}</p>
      </div>
      <EmergencyNumbers country={settings.countries[0] ?? null} />
    </main>
  );
}
