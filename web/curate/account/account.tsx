import { useSignal } from "@preact/signals";
import { post } from "../api.ts";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { reasonOf } from "../load.ts";
import { person, readSession } from "../session.ts";
import { t, tOr } from "../words.ts";
import { addPasskey } from "./passkeys.ts";

/** One's own name and ways to sign in. */
export function Account() {
  const who = person();
  const said = useSignal<{ kind: "good" | "late"; text: string } | null>(null);
  const name = useSignal(who?.name ?? "");
  if (who === null) return null;
  const attempt = (what: () => Promise<unknown>, done: string) => {
    said.value = null;
    what().then(
      () => {
        said.value = { kind: "good", text: done };
        readSession().catch(() => undefined);
      },
      (error: unknown) => (said.value = { kind: "late", text: reasonOf(error) }),
    );
  };
  const { passkeys, password, secondFactor } = who.keys;
  return (
    <>
      <PageHead title={t("account.title")} sub={`${who.email} · ${tOr(`role.${who.role}`, who.role)}`} />
      {passkeys === 0 && !(password && secondFactor) && <Notice kind="warm" text={t("account.none")} />}
      {said.value !== null && <Notice kind={said.value.kind} text={said.value.text} />}
      <section class="box pad">
        <h2>{t("account.keys")}</h2>
        <p class="note">{t("account.passkeys", { n: passkeys })}</p>
        <button type="button" class="btn go" onClick={() => attempt(addPasskey, t("account.passkey-added"))}>
          {t("account.add-passkey")}
        </button>
      </section>
      <section class="box pad">
        <h2>{t("account.password")}</h2>
        <PasswordPart hasPassword={password} hasSecond={secondFactor} attempt={attempt} />
      </section>
      <section class="box pad">
        <TextField label={t("account.name")} value={name.value} onChange={(value) => (name.value = value)} />
        <button
          type="button"
          class="btn"
          onClick={() => attempt(() => post("/api/me/name", { name: name.value }), t("account.saved"))}
        >
          {t("account.save-name")}
        </button>
      </section>
    </>
  );
}

interface PasswordPartProps {
  readonly hasPassword: boolean;
  readonly hasSecond: boolean;
  readonly attempt: (what: () => Promise<unknown>, done: string) => void;
}

function PasswordPart({ hasPassword, hasSecond, attempt }: PasswordPartProps) {
  const password = useSignal("");
  const current = useSignal("");
  const code = useSignal("");
  const factor = useSignal<{ totpURI: string; backupCodes: readonly string[] } | null>(null);
  const set = async () => {
    const old = hasPassword ? { current: current.value } : {};
    await post("/api/me/password", { password: password.value, ...old });
    if (!hasSecond) factor.value = await post("/auth/two-factor/enable", { password: password.value });
  };
  const confirm = async () => {
    await post("/auth/two-factor/verify-totp", { code: code.value });
    factor.value = null;
  };
  if (factor.value !== null) {
    const key = new URL(factor.value.totpURI).searchParams.get("secret") ?? "";
    return (
      <div class="in">
        <p>{t("account.second-how")}</p>
        <p class="key ltr">{key.replaceAll(/(.{4})/gu, "$1 ")}</p>
        <TextField
          label={t("sign-in.code")}
          value={code.value}
          autocomplete="one-time-code"
          onChange={(value) => (code.value = value)}
        />
        <p class="note">{t("account.backup")}</p>
        <p class="key ltr">{factor.value.backupCodes.join("  ")}</p>
        <button type="button" class="btn go" onClick={() => attempt(confirm, t("account.second-on"))}>
          {t("account.confirm")}
        </button>
      </div>
    );
  }
  return (
    <div class="in">
      {hasSecond && <p class="note">{t("account.second-on")}</p>}
      {hasPassword && (
        <TextField
          label={t("account.password-old")}
          type="password"
          value={current.value}
          autocomplete="current-password"
          onChange={(value) => (current.value = value)}
        />
      )}
      <TextField
        label={t("account.password-new")}
        type="password"
        value={password.value}
        autocomplete="new-password"
        onChange={(value) => (password.value = value)}
      />
      <button type="button" class="btn" onClick={() => attempt(set, t("account.saved"))}>
        {t("account.password-set")}
      </button>
    </div>
  );
}
