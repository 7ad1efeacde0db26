import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "#web/icons/icon.tsx";
import { post } from "../api.ts";
import { Brand } from "../components/brand.tsx";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { t } from "../words.ts";
import { usePasskey } from "./passkeys.ts";

/** Passkey as the one filled button, the other ways folded. A link in the address signs in at once. */
export function SignIn({ onDone }: { readonly onDone: () => void }) {
  const wrong = useSignal<string | null>(null);
  const attempt = (what: () => Promise<unknown>, otherwise: string) => {
    wrong.value = null;
    what().then(onDone, () => (wrong.value = otherwise));
  };
  useEffect(() => {
    const token = /^#link=([0-9a-f]+)$/u.exec(window.location.hash)?.[1];
    if (token === undefined) return;
    // Taken out of the address at once: it would stand in the history otherwise.
    window.history.replaceState(null, "", "/curate");
    attempt(
      () => post("/auth/link", { token }).then(() => (window.location.hash = "#/account")),
      t("sign-in.link-wrong"),
    );
  }, []);
  return (
    <div class="bare">
      <main class="card2">
        <Brand />
        <h1>{t("sign-in.title")}</h1>
        {wrong.value !== null && <Notice kind="late" text={wrong.value} />}
        <button type="button" class="btn go" onClick={() => attempt(usePasskey, t("sign-in.no-passkey"))}>
          <Icon name="user" />
          {t("sign-in.passkey")}
        </button>
        <p class="small">{t("sign-in.passkey-note")}</p>
        <p class="or">{t("sign-in.or")}</p>
        <details>
          <summary>
            <Icon name="lock-simple" />
            {t("sign-in.password")}
          </summary>
          <PasswordForm attempt={attempt} />
        </details>
        <details>
          <summary>
            <Icon name="link" />
            {t("sign-in.link")}
          </summary>
          <p class="note">{t("sign-in.link-note")}</p>
        </details>
        <p class="small">{t("sign-in.locked")}</p>
      </main>
      <a class="pub" href="/">
        {t("sign-in.public")}
      </a>
    </div>
  );
}

interface PasswordFormProps {
  readonly attempt: (what: () => Promise<unknown>, otherwise: string) => void;
}

function PasswordForm({ attempt }: PasswordFormProps) {
  const email = useSignal("");
  const password = useSignal("");
  const code = useSignal("");
  const asked = useSignal(false);
  const wrong = useSignal<string | null>(null);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    wrong.value = null;
    if (asked.value)
      return attempt(() => post("/auth/two-factor/verify-totp", { code: code.value }), t("sign-in.wrong"));
    post<{ twoFactorRedirect?: boolean }>("/auth/sign-in/email", {
      email: email.value,
      password: password.value,
    }).then(
      ({ twoFactorRedirect = false }) => (asked.value = twoFactorRedirect),
      () => (wrong.value = t("sign-in.wrong")),
    );
  };
  return (
    <form class="in" onSubmit={onSubmit}>
      {wrong.value !== null && <Notice kind="late" text={wrong.value} />}
      {asked.value ? (
        <TextField
          label={t("sign-in.code")}
          value={code.value}
          autocomplete="one-time-code"
          onChange={(value) => (code.value = value)}
        />
      ) : (
        <>
          <TextField
            label={t("sign-in.email")}
            type="email"
            value={email.value}
            autocomplete="username"
            onChange={(value) => (email.value = value)}
          />
          <TextField
            label={t("sign-in.password-field")}
            type="password"
            value={password.value}
            autocomplete="current-password"
            onChange={(value) => (password.value = value)}
          />
        </>
      )}
      <button type="submit" class="btn">
        {t(asked.value ? "sign-in.code-go" : "sign-in.go")}
      </button>
    </form>
  );
}
