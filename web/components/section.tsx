import type { ComponentChildren } from "preact";

export type HeadingLevel = 2 | 3 | 4 | 5;

interface HeadingProps {
  readonly level: HeadingLevel;
  readonly children: ComponentChildren;
}

/** A heading of the level that its place on the page asks for. */
export function Heading({ level, children }: HeadingProps) {
  if (level === 2) return <h2>{children}</h2>;
  if (level === 3) return <h3>{children}</h3>;
  return level === 4 ? <h4>{children}</h4> : <h5>{children}</h5>;
}

interface SectionProps extends HeadingProps {
  readonly title: string;
  /** Whether it is left out on paper, as what can only be pressed. */
  readonly screenOnly?: boolean;
}

/** A part of a listing under its heading. */
export function Section({ level, title, screenOnly = false, children }: SectionProps) {
  return (
    <section class={screenOnly ? "sec no-paper" : "sec"}>
      <Heading level={level}>{title}</Heading>
      {children}
    </section>
  );
}
