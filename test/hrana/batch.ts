import { hranaError } from "./errors.ts";
import type { BatchResult, Condition, HranaBatch, HranaStatement, StatementResult } from "./protocol.ts";

/** What a batch needs of its stream. */
export interface BatchRunner {
  isAutocommit(): boolean;
  run(statement: HranaStatement): Promise<StatementResult>;
}

/** Runs the steps of a batch in order, each if its condition holds. A step's error does not end the batch. */
export async function runBatch(runner: BatchRunner, batch: HranaBatch): Promise<BatchResult> {
  const result: BatchResult = { step_results: [], step_errors: [] };
  for (const step of batch.steps) {
    let outcome: StatementResult | null = null;
    let failure: BatchResult["step_errors"][number] = null;
    if (holds(step.condition ?? undefined, result, runner)) {
      try {
        outcome = await runner.run(step.stmt);
      } catch (error) {
        failure = hranaError(error);
      }
    }
    result.step_results.push(outcome);
    result.step_errors.push(failure);
  }
  return result;
}

function holds(condition: Condition | undefined, sofar: BatchResult, runner: BatchRunner): boolean {
  switch (condition?.type) {
    case undefined:
      return true;
    case "ok":
      return (sofar.step_results[condition.step] ?? null) !== null;
    case "error":
      return (sofar.step_errors[condition.step] ?? null) !== null;
    case "not":
      return !holds(condition.cond, sofar, runner);
    case "and":
      return condition.conds.every((each) => holds(each, sofar, runner));
    case "or":
      return condition.conds.some((each) => holds(each, sofar, runner));
    case "is_autocommit":
      return runner.isAutocommit();
  }
}
