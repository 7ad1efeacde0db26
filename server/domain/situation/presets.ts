/** Ready-made starting points, and what a saved one may hold: codes of what is looked for, nothing about a person. */
import { NEEDS } from "#db/vocabulary.ts";
import { needOfService, SET_BACKS, STAGES, type Wanted } from "./wanted.ts";

/** The fields of a preset, one by one: a situation has no place in it. */
export function toPreset({ needs, services, stage, setBack }: Wanted): Wanted {
  return { needs, services, stage, setBack };
}

/**
 * Reads a saved preset. Null for anything that is not one: an unknown code, or any field beside the four, so that nobody
 * can put a name into it.
 */
export function readPreset(value: unknown): Wanted | null {
  if (typeof value !== "object" || value === null) return null;
  const { needs, services, stage, setBack, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || !Array.isArray(needs) || !Array.isArray(services)) return null;
  if (!needs.every((need) => (NEEDS as readonly unknown[]).includes(need))) return null;
  if (!services.every((code) => typeof code === "string" && needOfService(code) !== null)) return null;
  if (stage !== null && !(typeof stage === "string" && stage in STAGES)) return null;
  if (setBack !== null && !(typeof setBack === "string" && setBack in SET_BACKS)) return null;
  return toPreset(value as Wanted);
}
