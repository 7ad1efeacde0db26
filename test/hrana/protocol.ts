import * as v from "valibot";

const INTEGER_MIN = -(2n ** 63n);
const INTEGER_MAX = 2n ** 63n - 1n;

const int32 = v.pipe(v.number(), v.integer());

const integerText = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,19}$/),
  v.check((text) => BigInt(text) >= INTEGER_MIN && BigInt(text) <= INTEGER_MAX),
);

const value = v.variant("type", [
  v.object({ type: v.literal("null") }),
  v.object({ type: v.literal("integer"), value: integerText }),
  v.object({ type: v.literal("float"), value: v.number() }),
  v.object({ type: v.literal("text"), value: v.string() }),
  v.object({ type: v.literal("blob"), base64: v.string() }),
]);

const sqlText = { sql: v.nullish(v.string()), sql_id: v.nullish(int32) };

const statement = v.object({
  ...sqlText,
  args: v.optional(v.array(value), []),
  named_args: v.optional(v.array(v.object({ name: v.string(), value })), []),
  want_rows: v.nullish(v.boolean()),
});

/** When a step of a batch runs, by how earlier steps went. */
export type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; cond: Condition }
  | { type: "and" | "or"; conds: Condition[] }
  | { type: "is_autocommit" };

const condition: v.GenericSchema<Condition> = v.union([
  v.object({ type: v.picklist(["ok", "error"]), step: int32 }),
  v.object({ type: v.literal("not"), cond: v.lazy(() => condition) }),
  v.object({ type: v.picklist(["and", "or"]), conds: v.array(v.lazy(() => condition)) }),
  v.object({ type: v.literal("is_autocommit") }),
]);

const batch = v.object({
  steps: v.array(v.object({ condition: v.nullish(condition), stmt: statement })),
});

const request = v.variant("type", [
  v.object({ type: v.literal("close") }),
  v.object({ type: v.literal("execute"), stmt: statement }),
  v.object({ type: v.literal("batch"), batch }),
  v.object({ type: v.literal("sequence"), ...sqlText }),
  v.object({ type: v.literal("describe"), ...sqlText }),
  v.object({ type: v.literal("store_sql"), sql_id: int32, sql: v.string() }),
  v.object({ type: v.literal("close_sql"), sql_id: int32 }),
  v.object({ type: v.literal("get_autocommit") }),
]);

/** The body of POST v2/pipeline and v3/pipeline (Hrana 3, "Hrana over HTTP", JSON encoding). */
export const pipelineBody = v.object({ baton: v.nullish(v.string()), requests: v.array(request) });

export type HranaValue = v.InferOutput<typeof value>;
export type HranaStatement = v.InferOutput<typeof statement>;
export type HranaBatch = v.InferOutput<typeof batch>;
export type HranaRequest = v.InferOutput<typeof request>;

/** The result of one statement. */
export interface StatementResult {
  cols: { name: string; decltype: string | null }[];
  rows: HranaValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
}

/** What a statement would take and give, without running it. */
export interface DescribeResult {
  params: { name: string | null }[];
  cols: { name: string; decltype: string | null }[];
  is_explain: boolean;
  is_readonly: boolean;
}

/** The results of a batch, one place a step; a step that was passed over has null in both. */
export interface BatchResult {
  step_results: (StatementResult | null)[];
  step_errors: ({ message: string; code: string } | null)[];
}

/** The answer to one request that went well. */
export type HranaResponse =
  | { type: "close" | "sequence" | "store_sql" | "close_sql" }
  | { type: "execute"; result: StatementResult }
  | { type: "batch"; result: BatchResult }
  | { type: "describe"; result: DescribeResult }
  | { type: "get_autocommit"; is_autocommit: boolean };
