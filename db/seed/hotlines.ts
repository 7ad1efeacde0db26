/**
 * The starter hotlines: real numbers, copied from named sources and called by nobody here. The facts are in
 * `hotlines.json`, in the contract of incoming records; a test reads every one of them with that contract.
 */
import type { OrganizationInput } from "#server/contract/catalogue-record.ts";
import hotlines from "./hotlines.json" with { type: "json" };

/** Organisations with their lines. No service is verified; those `held` stay drafts until a person decides. */
export const HOTLINES = hotlines as OrganizationInput[];
