import { signal } from "@preact/signals";
import type { OutgoingMessage } from "#web/models/send-message.ts";
import { KEPT } from "./kept-cache.ts";

/** Messages that somebody agreed to leave here until there is internet. They lie in the copy and go with it. */
export const WAITING = "/kept-messages.json";

/** How many wait. */
export const waiting = signal(0);

async function read(): Promise<readonly OutgoingMessage[]> {
  if (!(await caches.has(KEPT))) return [];
  const found = await (await caches.open(KEPT)).match(WAITING);
  return found === undefined ? [] : ((await found.json()) as readonly OutgoingMessage[]);
}

async function write(messages: readonly OutgoingMessage[]): Promise<void> {
  waiting.value = messages.length;
  if (!(await caches.has(KEPT))) return;
  const cache = await caches.open(KEPT);
  if (messages.length === 0) await cache.delete(WAITING);
  else await cache.put(WAITING, new Response(JSON.stringify(messages)));
}

/** Leaves a message in the copy. Only where there is one, and only when the person has just agreed. */
export async function leaveMessage(message: OutgoingMessage): Promise<void> {
  await write([...(await read()), message]);
}

/** Deletes them unsent. */
export const dropMessages = (): Promise<void> => write([]);

export async function countMessages(): Promise<void> {
  waiting.value = (await read()).length;
}

/** Sends what waits, one after the other; what does not arrive goes on waiting. */
export async function sendWaiting(send: (message: OutgoingMessage) => Promise<boolean>): Promise<void> {
  const messages = await read();
  if (messages.length === 0) return;
  const left: OutgoingMessage[] = [];
  for (const message of messages) if (!(await send(message))) left.push(message);
  await write(left);
}
