import { t } from "../words.ts";

/** The sign of the product. */
export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 24 28" aria-hidden="true">
        <rect class="back" x="1" y="1" width="22" height="26" rx="5" />
        <rect class="mark" x="8" y="6.5" width="8" height="15" rx="2" />
      </svg>
      {t("app.name")}
    </span>
  );
}
