import type { ComponentChildren } from "preact";
import { Icon } from "#web/icons/icon.tsx";

interface NoticeProps {
  /** `late` is for what is wrong or dangerous, `warm` for what somebody should know. */
  readonly kind: "late" | "warm" | "good";
  readonly text: string;
  readonly children?: ComponentChildren;
  readonly action?: string;
  readonly onAction?: () => void;
}

const SIGN = { late: "info", warm: "user", good: "check" } as const;

/** A line that says what happened; it stays until it is true no more. */
export function Notice({ kind, text, children, action, onAction }: NoticeProps) {
  return (
    <div class={`live ${kind}`} role={kind === "late" ? "alert" : "status"}>
      <Icon name={SIGN[kind]} />
      <div>
        {text}
        {children}
      </div>
      {action !== undefined && (
        <button type="button" class="linkish" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}
