/** Errors that a caller may be told. Anything else is "Something went wrong". */
export const ERROR_CODES = [
  "bad_request",
  "forbidden",
  "not_found",
  "gone",
  "conflict",
  "too_large",
  "too_many",
  "unavailable",
  "frozen",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class DirectoryError extends Error {
  readonly code: ErrorCode;
  /** Names of the fields that are wrong, with what is wrong: never with what was sent. */
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: ErrorCode, message: string, fields?: Readonly<Record<string, string>>) {
    super(message);
    this.name = "DirectoryError";
    this.code = code;
    this.fields = fields;
  }
}
