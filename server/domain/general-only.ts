import { EXPLAINING_PAGE } from "#db/vocabulary.ts";
import type { PublicText } from "#server/contract/public-text.ts";
import type { PublicSettings } from "#server/contract/settings.ts";
import type { ListingDetail, ListingView, Phrase } from "#server/contract/listing-view.ts";

/**
 * How the languages of the interface name what the directory is about: trafficking in persons, and who lived through
 * it. For "general help only", where no page, print, title or file name may say so (requirements: R43). A coordinator
 * may write anything into a listing or a page of words, so it is looked for and not trusted to be absent.
 */
const NAMED =
  /traffick|trafficant|trafikim|trafikuar|trafiking|trata|modern slavery|ค้ามนุษย์|ຄ້າມະນຸດ|ຄ້າຄົນ|ជួញដូរ|လူကုန်|buôn (?:bán )?người|mua bán người|perdagangan (?:orang|manusia)|pemerdagangan|人口贩|贩卖人口|贩运|拐卖|الاتجار|الإتجار|اتجار بالبشر/iu;

/** Whether a text names it. */
export const namesIt = (text: string): boolean => NAMED.test(text);

/** What the settings say in public, without who runs it and numbers where their names say so. */
export function settingsForGeneralOnly(settings: PublicSettings): PublicSettings {
  const runBy = Object.fromEntries(Object.entries(settings.runBy).filter(([, name]) => !namesIt(name)));
  const emergency = settings.emergency.filter(({ label }) => !Object.values(label).some(namesIt));
  return { ...settings, runBy, emergency };
}

/** Whether a page of words may stand where only general help is wished. */
export const mayStandAlone = ({ page, title, body }: PublicText): boolean =>
  page !== EXPLAINING_PAGE && !namesIt(title) && !namesIt(body);

/** A phrase, or null where there is none or where it names it. */
const clean = (phrase: Phrase | null): Phrase | null =>
  phrase === null || namesIt(phrase.text) ? null : phrase;

/** Without every text that names it. */
function withoutNaming(detail: ListingDetail): ListingDetail {
  const { website, texts, contacts, costs, addresses, requiredDocuments, source } = detail;
  return {
    ...detail,
    website: website === null || namesIt(website) ? null : website,
    texts: Object.fromEntries(Object.entries(texts).filter(([, phrase]) => !namesIt(phrase.text))),
    contacts: contacts
      .filter(({ value }) => !namesIt(value))
      .map((contact) => ({ ...contact, label: clean(contact.label), hours: clean(contact.hours) })),
    costs: costs.map((cost) => ({ ...cost, description: clean(cost.description) })),
    addresses: addresses.map((address) => ({
      ...address,
      name: clean(address.name),
      lines: clean(address.lines),
      directions: clean(address.directions),
    })),
    requiredDocuments: requiredDocuments.filter(({ text }) => !namesIt(text)),
    source: source === null || namesIt(`${source.name} ${source.url}`) ? null : source,
  };
}

/**
 * A listing as "general help only" shows it: null for specialised help, and for a name that says what nobody may read
 * here; else without each text that does.
 */
export function forGeneralOnly(view: ListingView): ListingView | null {
  const { facts, card, detail } = view;
  if (facts.scope !== "general") return null;
  if (card !== null && [card.name, card.organization].some(({ text }) => namesIt(text))) return null;
  return detail === null ? view : { ...view, detail: withoutNaming(detail) };
}
