import { useSignal } from "@preact/signals";
import { useSite } from "./site-context.ts";
import type { OutgoingMessage } from "#web/models/send-message.ts";

interface SendLaterProps {
  /** What could not be sent; null: nothing. */
  readonly message: OutgoingMessage | null;
}

/**
 * Under a message that was not sent: it may wait in the copy on this device, if the person says so now. Where no copy
 * is kept there is no such offer, and nothing stays.
 */
export function SendLater({ message }: SendLaterProps) {
  const { words, sendLater } = useSite();
  const left = useSignal<OutgoingMessage | null>(null);
  if (message === null || sendLater === null) return null;
  if (left.value === message) return <p role="status">{words.t("tell.later-kept")}</p>;
  return (
    <div class="later">
      <p class="small">{words.t("tell.later-what")}</p>
      <button
        type="button"
        class="btn"
        onClick={() => void sendLater(message).then(() => (left.value = message))}
      >
        {words.t("tell.later")}
      </button>
    </div>
  );
}
