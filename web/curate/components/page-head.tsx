import type { ComponentChildren } from "preact";

interface PageHeadProps {
  readonly title: string;
  readonly sub?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Title of a part of the app, what it holds, and what can be done with all of it. */
export function PageHead({ title, sub, children }: PageHeadProps) {
  return (
    <div class="ph">
      <h1>{title}</h1>
      <span class="sub">{sub}</span>
      {children}
    </div>
  );
}
