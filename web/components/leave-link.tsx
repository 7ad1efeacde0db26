import type { ComponentChildren } from "preact";
import { Icon } from "#web/icons/icon.tsx";
import { exitPath } from "./paths.ts";
import { useSite } from "./site-context.ts";

/** A real link: it leaves without script too. `web/exit` finds it by `data-leave` and blanks the page first. */
export function LeaveLink({ class: className = "leave" }: { readonly class?: string }) {
  const { words, settings, country, office } = useSite();
  if (office === true) return null;
  return (
    <a
      class={className}
      href={exitPath(settings.exitTargets, country)}
      rel="noreferrer noopener"
      data-leave=""
    >
      <Icon name="sign-out" flip />
      {words.t("site.leave")}
    </a>
  );
}

/** The fixed bar of phones: leaving first, at most one other button beside it. */
export function Dock({ children }: { readonly children?: ComponentChildren }) {
  return (
    <div class="dock">
      <LeaveLink />
      {children}
    </div>
  );
}
