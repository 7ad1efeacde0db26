import { useSignal } from "@preact/signals";
import { useSite } from "./site-context.ts";
import type { OutgoingMessage } from "#web/models/send-message.ts";

interface NotSentProps {
  /** What could not be sent; null: nothing. */
  readonly message: OutgoingMessage | null;
  /** The sentence that says so. */
  readonly text: string;
}

/**
 * A message was not sent: said, with the offer that it waits in the copy on this device, if the person says so now. Where
 * no copy is kept there is no such offer, and nothing stays.
 */
export function NotSent({ message, text }: NotSentProps) {
  const { words, sendLater } = useSite();
  const left = useSignal<OutgoingMessage | null>(null);
  if (message === null) return null;
  if (left.value === message) return <p role="status">{words.t("tell.later-kept")}</p>;
  if (sendLater === null) return <p role="alert">{text}</p>;
  return (
    <div class="later">
      <p role="alert">{text}</p>
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
