import type { ComponentChildren } from "preact";
import { Icon } from "#web/icons/icon.tsx";
import { EXIT_PATH } from "./paths.ts";
import { useSite } from "./site-context.ts";

/** A real link: it leaves without script too. `web/exit` finds it by `data-leave` and blanks the page first. */
export function LeaveLink({ class: className = "leave" }: { readonly class?: string }) {
  const { words } = useSite();
  return (
    <a class={className} href={EXIT_PATH} rel="noreferrer noopener" data-leave="">
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
