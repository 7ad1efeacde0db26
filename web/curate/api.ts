import { signal } from "@preact/signals";

/** What the back office answered when it refused; `offline` when it did not answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

interface Reason {
  readonly code?: string;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
}
/** Ours stands under `error`; better-auth's own stands alone. */
type Refusal = Reason & { readonly error?: Reason };

/** How many requests are under way that may change something, and so publish. */
export const saving = signal(0);

/** Calls the back office. Throws `ApiError`. */
export async function call<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  if (method === "GET") return ask(method, path, body);
  saving.value += 1;
  try {
    return await ask<T>(method, path, body);
  } finally {
    saving.value -= 1;
  }
}

async function ask<T>(method: string, path: string, body: unknown): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/curate${path}`, {
      method,
      ...toRequest(body),
    });
  } catch {
    throw new ApiError(0, "offline", "");
  }
  const read = (await answer.json().catch(() => null)) as (T & Refusal) | null;
  if (!answer.ok) {
    const reason: Reason = read?.error ?? read ?? {};
    throw new ApiError(answer.status, reason.code ?? "internal", reason.message ?? "", reason.fields ?? {});
  }
  return read as T;
}

/** JSON; a form with files goes as it is, and the browser writes its heading. */
function toRequest(body: unknown): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

export const get = <T>(path: string): Promise<T> => call<T>("GET", path);
export const post = <T>(path: string, body: unknown = {}): Promise<T> => call<T>("POST", path, body);
