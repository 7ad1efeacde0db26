import type { PublicAffiliation } from "#server/contract/affiliation.ts";
import { affiliationSentence } from "#web/words/affiliations.ts";
import { Relied } from "./relied.tsx";
import { type HeadingLevel, Section } from "./section.tsx";
import { useSite } from "./site-context.ts";

interface AffiliationsProps {
  /** Undefined: none are known, and nothing is said. */
  readonly of: readonly PublicAffiliation[] | undefined;
  readonly level: HeadingLevel;
}

/** Networks, standards and codes of conduct of those who run a service; nothing where none are known. */
export function Affiliations({ of, level }: AffiliationsProps) {
  const { words } = useSite();
  if (of === undefined) return null;
  return (
    <Section level={level} title={words.t("listing.affiliations")}>
      <ul class="points">
        {of.map((one) => (
          <li key={one.code}>
            <Relied say={(spoken) => affiliationSentence(spoken, one)} />
            {one.url !== null && (
              <>
                {" "}
                <a class="ltr" href={one.url} rel="noreferrer noopener">
                  {new URL(one.url).hostname}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
