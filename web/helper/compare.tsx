import { useSignal } from "@preact/signals";
import { nearestAlternative } from "#server/domain/situation/alternatives.ts";
import { Said } from "#web/components/phrase.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { type Item, MOST_COMPARED } from "#web/models/helper-model.ts";
import { COMPARE_ROWS, type CellLine, type CompareRow } from "#web/words/compare-rows.ts";
import { countryName } from "#web/words/place.ts";
import { providerLine } from "#web/words/provider.ts";
import { whyTexts } from "#web/words/why.ts";
import { SCOPE_WORDS } from "#web/components/scope-group.tsx";
import { questionsFor } from "./brief.tsx";
import { Pick } from "./chips.tsx";
import { saidChips } from "./said.ts";
import { SecondLanguage } from "./second-language.tsx";
import type { Tools } from "./tools.ts";
import { Fit } from "./why-list.tsx";

function Lines({ lines }: { readonly lines: readonly CellLine[] }) {
  return (
    <>
      {lines.map(({ text, ask, lang }) =>
        ask ? (
          <span key={text} class="q">
            <Icon name="question" />
            <span>{text}</span>
          </span>
        ) : (
          <span key={text} class="w" lang={lang} dir={lang === undefined ? undefined : "auto"}>
            {text}
          </span>
        ),
      )}
    </>
  );
}

/** The same in the second language, with its own texts; nothing until they have come. */
function InSecond({ tools, item, cell }: { tools: Tools; item: Item; cell: CompareRow["cell"] }) {
  const site = useSite();
  const words = tools.secondWords.value;
  const listing = tools.inSecond(item.facts.code);
  if (words === null || listing === null || words.lang === site.words.lang) return null;
  const around = { areaName: (code: string) => countryName(words, code), now: site.now() };
  return (
    <div class="insecond" lang={words.lang} dir={words.dir}>
      <Lines lines={cell(words, listing, around)} />
    </div>
  );
}

/** Why it does not fit, in view so that it can be told; and another of the same need for its column. */
function Off({ tools, item }: { readonly tools: Tools; readonly item: Item }) {
  const { words } = useSite();
  const { model } = tools;
  const results = model.results.value.find(({ line }) => item.facts.needs.includes(line.need));
  const compared = model.compared.value;
  const free = (list: readonly Item[]) => list.filter(({ facts }) => !compared.includes(facts.code));
  const other =
    results === undefined
      ? null
      : nearestAlternative(item, { general: free(results.general), specific: free(results.specific) });
  return (
    <>
      {whyTexts(words, item.match, "no", item.facts, model.situation.value).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>{words.t("helper.in-view")}</p>
      {other !== null && (
        <p>
          <button type="button" class="aslink" onClick={() => model.swap(item.facts.code, other.facts.code)}>
            {words.t("helper.swap")}: {other.item.card?.name.text ?? other.facts.code}
          </button>
        </p>
      )}
    </>
  );
}

function Head({ tools, item }: { readonly tools: Tools; readonly item: Item }) {
  const site = useSite();
  const { words } = site;
  const { facts, match, item: listing } = item;
  const name = listing.card?.name ?? { text: facts.code, lang: words.lang };
  const there = tools.laterArea.value;
  const isIn = (list: readonly Item[]) => list.some((one) => one.facts.code === facts.code);
  const { crossing, meets } = tools.model;
  const roles = [
    ...crossing.value.filter(({ items }) => isIn(items)).map(({ role }) => words.t(`border.${role}`)),
    ...(isIn(meets.value ?? []) ? [words.t("print.referral-meets")] : []),
  ];
  const second = tools.inSecond(facts.code)?.card?.name;
  const missing = match.reasons.filter(({ answer }) => answer === "unknown").length;
  return (
    <>
      <button type="button" class="n" onClick={() => (tools.opened.value = facts.code)}>
        <Said phrase={name} />
      </button>
      {second !== undefined && second.text !== name.text && (
        <span class="insecond" lang={second.lang}>
          {second.text}
        </span>
      )}
      {there !== null && (
        <small>
          {tools.model.isThere(facts.code)
            ? words.t("print.referral-later", { place: areaNameIn(site, there) ?? there })
            : words.t("helper.now")}
        </small>
      )}
      <small>
        {providerLine(words, listing.card?.organization.text ?? "", facts.providerType)} ·{" "}
        {words.t(SCOPE_WORDS[facts.scope].short)}
      </small>
      {there !== null && roles.length > 0 && <small>{roles.join(" · ")}</small>}
      <Fit item={item} />
      {match.fit === "ask" && <span class="w note">{words.t("helper.compare-missing", { n: missing })}</span>}
      {match.fit === "fits" && (
        <span class="w note">
          {whyTexts(words, match, "yes", facts, tools.model.situation.value).slice(0, 2).join(" ")}
        </span>
      )}
      <button type="button" class="aslink" onClick={() => tools.model.compare(facts.code)}>
        {words.t("helper.take-out")}
      </button>
    </>
  );
}

/** One more column, from what fits or is to be asked for the same needs: chosen here, without going back. */
function AddAnother({ tools, items }: { readonly tools: Tools; readonly items: readonly Item[] }) {
  const { words } = useSite();
  const { model } = tools;
  const chosen = useSignal("");
  const compared = model.compared.value;
  const needs = new Set(items.flatMap(({ facts }) => facts.needs));
  const others = new Map(
    [...model.results.value, ...model.laterResults.value]
      .filter(({ line }) => needs.has(line.need))
      .flatMap(({ general, specific }) => [...general, ...specific])
      .concat(
        model.crosses.value ? model.crossing.value.flatMap(({ items: on }) => on) : [],
        model.meets.value ?? [],
      )
      .filter(({ facts }) => !compared.includes(facts.code))
      .map((item) => [item.facts.code, item]),
  );
  if (others.size === 0) return null;
  // Choosing alone does nothing: with the arrow keys each name on the way would be taken.
  return (
    <form
      class="addone"
      onSubmit={(event) => {
        event.preventDefault();
        if (others.has(chosen.value)) model.compare(chosen.value);
        chosen.value = "";
      }}
    >
      <Pick
        label={words.t("helper.same-need")}
        value={chosen.value}
        options={[
          { value: "", label: words.t("helper.none") },
          ...[...others].map(([code, { item }]) => ({ value: code, label: item.card?.name.text ?? code })),
        ]}
        onPick={(code) => (chosen.value = code)}
      />
      <button type="submit" class="btn" disabled={!others.has(chosen.value)}>
        <Icon name="plus" />
        {words.t("helper.add-another")}
      </button>
    </form>
  );
}

interface ChoosersProps {
  readonly items: readonly Item[];
  readonly shown: readonly [number, number];
  readonly onShow: (column: 0 | 1, at: number) => void;
}

/** On a phone two stand beside each other; each name is a button that changes its column. */
function Choosers({ items, shown, onShow }: ChoosersProps) {
  const { words } = useSite();
  return (
    <div class="cmp__who">
      {([0, 1] as const).map((column) => (
        <label key={column}>
          <span class="sr">{`${words.t("helper.compare")} ${column + 1}`}</span>
          <select
            autocomplete="off"
            value={String(shown[column])}
            onChange={(event) => onShow(column, Number(event.currentTarget.value))}
          >
            {items.map(({ facts, item }, at) => (
              <option key={facts.code} value={String(at)}>
                {item.card?.name.text ?? facts.code}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

/** Up to four beside each other, in the order in which people ask. */
export function Compare({ tools }: { readonly tools: Tools }) {
  const site = useSite();
  const { words } = site;
  const { model } = tools;
  const shown = useSignal<readonly [number, number]>([0, 1]);
  const asking = useSignal(false);
  const items = model.compared.value.flatMap((code) => model.itemOf(code) ?? []);
  const around = { areaName: (code: string) => areaNameIn(site, code), now: site.now() };
  const look = (at: number) => (shown.value.includes(at) ? undefined : "is-aside");
  const said = saidChips(words, model.situation.value, tools.office?.forms).join(", ");
  const { office } = tools;
  const Beside = items.some(({ facts }) => office?.has(facts.code)) ? office?.Beside : undefined;
  return (
    <div class={items.length > 2 ? "cmp has-chooser" : "cmp"}>
      <div class="bar">
        <h2 tabIndex={-1}>{words.t("helper.compare-these", { n: items.length })}</h2>
        {said !== "" && <p class="note only-phone">{said}</p>}
        <button type="button" class="btn" onClick={() => model.show("find")}>
          <Icon name="arrow-left" flip />
          {words.t("helper.back")}
        </button>
        <button
          type="button"
          class="btn"
          aria-expanded={asking.value}
          onClick={() => (asking.value = !asking.value)}
        >
          <Icon name="question" />
          {words.t("helper.ask")}
        </button>
      </div>
      <div class="cmp__options">
        {items.length < MOST_COMPARED && <AddAnother tools={tools} items={items} />}
        <SecondLanguage tools={tools} area={items[0]?.facts.areas[0] ?? ""} />
      </div>
      {items.length > 2 && (
        <Choosers
          items={items}
          shown={shown.value}
          onShow={(column, at) => (shown.value = column === 0 ? [at, shown.value[1]] : [shown.value[0], at])}
        />
      )}
      <table>
        <thead>
          <tr>
            <td />
            {items.map((item, at) => (
              <th key={item.facts.code} scope="col" class={look(at)}>
                <Head tools={tools} item={item} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COMPARE_ROWS.map(({ label, cell }, row) => (
            <tr key={label}>
              <th scope="row">{words.t(label)}</th>
              {items.map((item, at) => {
                const off = item.match.fit === "no";
                if (off && row > 0) return null;
                return (
                  <td
                    key={item.facts.code}
                    class={[look(at), off ? "off" : undefined].filter(Boolean).join(" ") || undefined}
                    rowSpan={off ? COMPARE_ROWS.length : undefined}
                  >
                    {off ? (
                      <Off tools={tools} item={item} />
                    ) : (
                      <>
                        <Lines lines={cell(words, item.item, around)} />
                        <InSecond tools={tools} item={item} cell={cell} />
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          {asking.value && (
            <tr>
              <th scope="row">{words.t("helper.ask")}</th>
              {items.map((item, at) => (
                <td key={item.facts.code} class={look(at)}>
                  {/* What does not fit is told above; there is nothing to call them about. */}
                  {item.match.fit !== "no" && (
                    <Lines
                      lines={questionsFor(words, item, model.situation.value).map((text) => ({
                        text,
                        ask: true,
                      }))}
                    />
                  )}
                </td>
              ))}
            </tr>
          )}
          {Beside !== undefined && (
            <tr>
              <th scope="row">{office?.besideLabel}</th>
              {items.map(({ facts: { code } }, at) => (
                <td key={code} class={look(at)}>
                  {office?.has(code) === true ? <Beside tools={tools} code={code} /> : "–"}
                </td>
              ))}
            </tr>
          )}
          <tr>
            <th scope="row">{words.t("helper.put-on")}</th>
            {items.map(({ facts: { code } }, at) => {
              const on = model.sheet.value.some((one) => one.code === code);
              return (
                <td key={code} class={look(at)}>
                  <button type="button" class="btn" aria-pressed={on} onClick={() => model.pick(code)}>
                    <Icon name={on ? "check" : "printer"} />
                    {words.t(on ? "helper.put-on" : "helper.put")}
                  </button>
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
