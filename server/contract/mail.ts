/** A message to somebody who has an account. It never holds a report, nor anything of a listing (curation: "Reports"). */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Hands a message to a mail server. Rejects when it was not taken. */
export type SendMail = (mail: Mail) => Promise<void>;
