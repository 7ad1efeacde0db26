import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { OwnListing } from "#server/contract/curate/own-link.ts";
import { post } from "../api.ts";
import { Brand } from "../components/brand.tsx";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { Tri } from "../components/tri.tsx";
import { answerLabel, dayText, fieldLabel, t } from "../words.ts";

type Fact = OwnListing["facts"][number];

/** A service looks through what is public about it: one fact a card, Right or Change, no account. */
export function OwnListingPage({ token }: { readonly token: string }) {
  const listing = useSignal<OwnListing | null>(null);
  const said = useSignal<{ kind: "good" | "late"; text: string } | null>(null);
  const right = useSignal<readonly string[]>([]);
  const changes = useSignal<Readonly<Record<string, string | number | null>>>({});
  useEffect(() => {
    post<OwnListing>("/own/open", { token }).then(
      (found) => (listing.value = found),
      () => (said.value = { kind: "late", text: t("own.gone") }),
    );
  }, [token]);
  const send = () =>
    post("/own/send", { token, right: right.value, changes: changes.value }).then(
      () => {
        listing.value = null;
        said.value = { kind: "good", text: t("own.sent") };
      },
      () => (said.value = { kind: "late", text: t("own.gone") }),
    );
  const found = listing.value;
  const drop = (field: string) => {
    const { [field]: _old, ...rest } = changes.value;
    changes.value = rest;
    right.value = right.value.filter((one) => one !== field);
  };
  return (
    <main class="own">
      <Brand />
      <h1>{found?.name ?? t("own.title")}</h1>
      {said.value !== null && <Notice kind={said.value.kind} text={said.value.text} />}
      {found !== null && (
        <>
          <p>{t("own.intro")}</p>
          {found.facts.map((fact) => (
            <FactCard
              key={fact.field}
              fact={fact}
              isRight={right.value.includes(fact.field)}
              change={changes.value[fact.field]}
              onRight={() => {
                drop(fact.field);
                right.value = [...right.value, fact.field];
              }}
              onChange={(value) => {
                drop(fact.field);
                if (value !== undefined) changes.value = { ...changes.value, [fact.field]: value };
              }}
            />
          ))}
          <p class="note">{t("own.later", { date: dayText(found.expiresAt) })}</p>
          <button type="button" class="btn go" onClick={() => void send()}>
            {t("own.send")}
          </button>
        </>
      )}
    </main>
  );
}

interface FactCardProps {
  readonly fact: Fact;
  readonly isRight: boolean;
  /** What it should say; undefined: not changed. */
  readonly change: string | number | null | undefined;
  readonly onRight: () => void;
  readonly onChange: (value: string | number | null | undefined) => void;
}

function FactCard({ fact, isRight, change, onRight, onChange }: FactCardProps) {
  const { field, value } = fact;
  if (field.startsWith("answer:"))
    return (
      <section class="box pad">
        <p class="note">{t("own.ask")}</p>
        <Tri
          name={field}
          label={answerLabel(field.slice("answer:".length))}
          value={change === "yes" || change === "no" ? change : null}
          onChange={(answer) => onChange(answer ?? undefined)}
        />
      </section>
    );
  const isNumber = field === "minimumAge" || field === "maximumAge";
  return (
    <section class="box pad">
      <h2>{fieldLabel(field)}</h2>
      <p>{value ?? t("field.no-limit")}</p>
      <p class="acts">
        <button type="button" class="btn" aria-pressed={isRight} onClick={onRight}>
          {t("own.right")}
        </button>
        <button type="button" class="btn" aria-pressed={change !== undefined} onClick={() => onChange(value)}>
          {t("own.change")}
        </button>
      </p>
      {change !== undefined && (
        <TextField
          label={t("own.new")}
          value={String(change ?? "")}
          {...(field.startsWith("text:") ? { rows: 3 } : {})}
          onChange={(text) => onChange(isNumber ? toAge(text) : text)}
        />
      )}
    </section>
  );
}

/** Digits of an age; nothing is no limit. */
const toAge = (text: string): number | null => (/^\d{1,3}$/u.test(text.trim()) ? Number(text) : null);
