import { Icon } from "#web/icons/icon.tsx";
import { EmergencyCard } from "#web/components/emergency-card.tsx";
import { Relied } from "#web/components/relied.tsx";
import { CloseLink } from "#web/components/close-link.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { areaNameIn, useSite } from "#web/components/site-context.ts";
import { Speech } from "#web/components/speech.tsx";
import { askForInterpreter, type SayPhrase } from "#web/words/phrases.ts";
import type { PublicSettings } from "#server/contract/settings.ts";

type EmergencyNumber = PublicSettings["emergency"][number];

const isPolice = ({ kind }: EmergencyNumber) => kind === "police";

/** Numbers by country: the one of the chosen place first, then as the settings say. */
function byCountry(numbers: readonly EmergencyNumber[], first: string | null) {
  const countries = [...new Set([...(first === null ? [] : [first]), ...numbers.map((one) => one.country)])];
  return countries.map((country) => ({
    country,
    others: numbers.filter((one) => one.country === country && !isPolice(one)),
    police: numbers.filter((one) => one.country === country && isPolice(one)),
  }));
}

function Country({ country, others, police }: ReturnType<typeof byCountry>[number]) {
  const site = useSite();
  const { words } = site;
  const name = areaNameIn(site, country) ?? country;
  return (
    <>
      <li class="nums__country">
        <h2>{words.t("emergency.in", { country: name })}</h2>
        {others.length + police.length === 0 && <p class="note">{words.t("emergency.none")}</p>}
      </li>
      {others.map((one) => (
        <EmergencyCard key={one.number} number={one} countryName={name} />
      ))}
      {police.length > 0 && (
        <li class="sepr">
          <Relied say={(one) => one.t("emergency.choose-police")} />
        </li>
      )}
      {police.map((one) => (
        <EmergencyCard key={one.number} number={one} countryName={name} />
      ))}
    </>
  );
}

function Phrases() {
  const { words, localWords } = useSite();
  const say = (key: "emergency.say-help" | "emergency.say-where"): SayPhrase => ({
    text: words.t(key),
    local:
      localWords === null || localWords.lang === words.lang
        ? null
        : { text: localWords.t(key), lang: localWords.lang },
    note: null,
  });
  const phrases = [say("emergency.say-help"), say("emergency.say-where")];
  return (
    <aside class="side">
      <h2>{words.t("listing.say")}</h2>
      <Speech phrases={localWords === null ? phrases : [...phrases, askForInterpreter(words, localWords)]} />
    </aside>
  );
}

/** All numbers, by country. */
export function EmergencyNumbers({ country }: { readonly country: string | null }) {
  const { settings } = useSite();
  return (
    <div class="lst">
      <ul class="nums">
        {byCountry(settings.emergency, country).map((one) => (
          <Country key={one.country} {...one} />
        ))}
      </ul>
    </div>
  );
}

/** Emergency numbers. Who answers and what is not known stand before each number; police come last. */
export function Emergency({ country }: { readonly country: string | null }) {
  const { words } = useSite();
  return (
    <main class="emergency" id="main">
      <div class="hd">
        <div>
          <h1 tabIndex={-1}>{words.t("emergency.title")}</h1>
          <p class="note">
            <SiteLink to="place">{words.t("emergency.country")}</SiteLink>
          </p>
        </div>
        <CloseLink />
      </div>
      <p class="hint">
        <Icon name="info" />
        <span>
          <Relied say={(one) => one.t("emergency.note")} />
        </span>
      </p>
      <EmergencyNumbers country={country} />
      <Phrases />
    </main>
  );
}
