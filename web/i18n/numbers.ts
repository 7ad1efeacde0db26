/** Numbers and money from our own tables: digits 0–9 in every language. */
import { interfaceLanguage } from "./languages.ts";
import type { MessageKey, Words } from "./words.ts";

const CURRENCIES = new Set([
  "THB",
  "LAK",
  "KHR",
  "MMK",
  "VND",
  "IDR",
  "MYR",
  "PHP",
  "CNY",
  "USD",
  "EUR",
  "JOD",
  "ALL",
  "AUD",
  "GBP",
  "SGD",
]);

/** "1,500"; at most two decimals, which are left out where they are zero. */
export function numberText(words: Words, value: number): string {
  const group = interfaceLanguage(words.lang)?.group ?? ",";
  const [whole = "0", decimals = "00"] = Math.abs(value).toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, group);
  const mark = group === "." || group === " " ? "," : ".";
  return `${value < 0 ? "−" : ""}${grouped}${decimals === "00" ? "" : `${mark}${decimals}`}`;
}

/** "600 baht". A currency without a name of its own keeps its ISO 4217 code. */
export function moneyText(words: Words, amount: number, currency: string): string {
  const key = (CURRENCIES.has(currency) ? `money.${currency}` : "money.other") as MessageKey;
  return words.t(key, { amount: numberText(words, amount), currency });
}
