import { useSignal } from "@preact/signals";
import { AreaField } from "../../components/area-field.tsx";
import { TextField } from "../../components/field.tsx";
import { t } from "../../words.ts";
import { passOnAddress, passOnButton } from "./pass-on-link.ts";

/** A link and a button that others may put on their own pages. */
export function PassOn() {
  const site = useSignal(window.location.origin);
  const lang = useSignal("en");
  const area = useSignal("");
  const words = useSignal(t("pass-on.words"));
  const isAddress = URL.canParse(site.value);
  const target = { lang: lang.value, area: area.value === "" ? undefined : area.value };
  return (
    <section class="box pad">
      <h2>{t("pass-on.title")}</h2>
      <p class="note">{t("pass-on.sub")}</p>
      <div class="f2">
        <TextField label={t("pass-on.site")} value={site.value} onChange={(value) => (site.value = value)} />
        <TextField label={t("pass-on.lang")} value={lang.value} onChange={(value) => (lang.value = value)} />
        <AreaField
          label={t("pass-on.area")}
          value={area.value}
          none={t("pass-on.whole")}
          onChange={(code) => (area.value = code)}
        />
        <TextField
          label={t("pass-on.label")}
          value={words.value}
          onChange={(value) => (words.value = value)}
        />
      </div>
      {isAddress && /^[a-z]{2,3}(?:-[A-Za-z]+)?$/u.test(lang.value) && (
        <>
          <TextField
            label={t("pass-on.link")}
            value={passOnAddress(site.value, target)}
            onChange={() => undefined}
          />
          <TextField
            label={t("pass-on.button")}
            rows={4}
            value={passOnButton(site.value, target, words.value)}
            onChange={() => undefined}
          />
        </>
      )}
    </section>
  );
}
