import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { SignIn } from "./account/sign-in.tsx";
import { Notice } from "./components/notice.tsx";
import { OwnListingPage } from "./own/own-listing.tsx";
import { reasonOf } from "./load.ts";
import { me, readSession } from "./session.ts";
import { Shell } from "./shell.tsx";
import { t } from "./words.ts";

/** The whole back office: signing in, or the parts of the app. */
export function App() {
  const own = ownToken();
  return own === null ? <Office /> : <OwnListingPage token={own} />;
}

/** The token of a service's own link, which stands in the fragment: no server sees it in an address. */
function ownToken(): string | null {
  return /^#own=([0-9a-f]{48})$/u.exec(window.location.hash)?.[1] ?? null;
}

function Office() {
  const failed = useSignal<string | null>(null);
  const start = () => {
    failed.value = null;
    readSession().catch((error: unknown) => (failed.value = reasonOf(error)));
  };
  useEffect(start, []);
  if (failed.value !== null)
    return (
      <main class="main">
        <Notice kind="late" text={failed.value} action={t("app.retry")} onAction={start} />
      </main>
    );
  if (me.value === null) return <p class="main note">{t("app.loading")}</p>;
  return me.value === "nobody" ? <SignIn onDone={start} /> : <Shell />;
}
