import { readTextBlocks, type TextBlock } from "#server/domain/text-blocks.ts";

function Block({ block }: { readonly block: TextBlock }) {
  switch (block.kind) {
    case "heading":
      return <h2>{block.text}</h2>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "list":
      return (
        <ul class="dots">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "steps":
      return (
        <ol class="steps">
          {block.items.map((step) => (
            <li key={step.title}>
              <b>{step.title}</b>
              {step.text}
            </li>
          ))}
        </ol>
      );
  }
}

interface TextBodyProps {
  readonly body: string;
  /** Where its headings stand below another one, they are not headings of the page. */
  readonly quoted?: boolean;
}

/** The body of a public text: words, lists and steps. There is nothing in it that could be HTML. */
export function TextBody({ body, quoted = false }: TextBodyProps) {
  return (
    <>
      {readTextBlocks(body).map((block, at) =>
        quoted && block.kind === "heading" ? (
          <p key={at}>
            <b>{block.text}</b>
          </p>
        ) : (
          <Block key={at} block={block} />
        ),
      )}
    </>
  );
}
