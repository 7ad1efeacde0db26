/** The blocks of an edition as HTML: the accessible version, and the fallback where no PDF can be made. */
import type { JSX } from "preact";
import type { Block, CardFaces, EntryBlock } from "#server/contract/edition.ts";
import { Flat, NeedSign, Qr, Said, Stacked, Value } from "./edition-text.tsx";

type Of<K extends Block["kind"]> = Extract<Block, { kind: K }>;

const anchor = (number: number): string => `n${number}`;

/** Lines to write on. */
function Writing({ lines }: { readonly lines: number }) {
  return (
    <div class="ed-writing" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  );
}

function Entry({ block }: { readonly block: EntryBlock }) {
  return (
    <article class="ed-entry" id={anchor(block.number)}>
      <div class="ed-entry__top">
        <div>
          <h3>
            <b class="ed-number">{block.number}</b> <Stacked line={block.name} />
          </h3>
          <p class="ed-small">
            <Stacked line={block.by} />
          </p>
          {block.contacts.map(({ value, note }) => (
            <p key={value}>
              <Value text={value} /> <small>{note.length > 0 && <Flat line={note} />}</small>
            </p>
          ))}
        </div>
        <p class="ed-code">
          {block.qr !== null && <Qr qr={block.qr} />}
          <Value text={block.code} />
        </p>
      </div>
      <dl>
        {block.rows.map(({ fact, label, paragraphs }) => (
          <div key={fact}>
            <dt>
              <Flat line={label} />
            </dt>
            {paragraphs.map((sentences) => (
              <dd key={sentences[0]?.lang}>
                {sentences.map((span) => (
                  <>
                    <Said span={span} />{" "}
                  </>
                ))}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </article>
  );
}

function Index({ block }: { readonly block: Of<"index"> }) {
  return (
    <ul class="ed-index">
      {block.rows.map(({ label, entries }) => (
        <li key={label[0]?.text}>
          <Flat line={label} />{" "}
          {entries.map((number) => (
            <>
              {" "}
              <a href={`#${anchor(number)}`}>{number}</a>
            </>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The shapes are drawn by the PDF alone; here the list stands for the map, as everywhere (WCAG 1.3.1). */
function MapList({ block }: { readonly block: Of<"map"> }) {
  return (
    <ul class="ed-index">
      {block.legend.map(({ number, name }) => (
        <li key={number}>
          <a href={`#${anchor(number)}`}>{number}</a> <Flat line={name} />
        </li>
      ))}
    </ul>
  );
}

function Table({ block }: { readonly block: Of<"table"> }) {
  return (
    <table>
      <thead>
        <tr>
          {block.head.map(({ title, about }) => (
            <th scope="col" key={title[0]?.text}>
              <Flat line={title} />
              {about !== null && (
                <small>
                  <Stacked line={about} />
                </small>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(({ need, cells }, row) => (
          <tr key={need ?? row}>
            {cells.map((cell, index) => {
              const Tag = index === 0 ? "th" : "td";
              return (
                <Tag key={index} {...(index === 0 ? { scope: "row" } : {})}>
                  {index === 0 && need !== null && <NeedSign need={need} />}
                  <Blocks blocks={cell} />
                </Tag>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Short({ block }: { readonly block: Of<"short"> }) {
  return (
    <div class="ed-short">
      <p>
        {block.number !== null && <b class="ed-number">{block.number}</b>}{" "}
        <b>
          <Stacked line={block.name} />
        </b>{" "}
        {block.phone !== null && <Value text={block.phone} />}
      </p>
      <p>
        <Stacked line={block.who} /> <small>{block.visit === null ? block.month : block.code}</small>
      </p>
      <p class="ed-small">
        <Stacked line={block.rest} />
      </p>
      {block.ask !== null && (
        <p class="ed-ask">
          <b>?</b>
          <span>
            <Stacked line={block.ask} />
          </span>
        </p>
      )}
      {block.visit !== null && <Writing lines={1} />}
    </div>
  );
}

/** Each card once, however often it is printed. */
function Cards({ block }: { readonly block: Of<"cards"> }) {
  return [...new Set(block.cards)].map((card, at) => <Card key={at} card={card} />);
}

function Card({ card }: { readonly card: CardFaces }) {
  return (
    <section class="ed-card">
      <h2>
        <Stacked line={card.title} />
      </h2>
      <p>
        <Flat line={card.place} />
      </p>
      <ul>
        {card.numbers.map(({ need, label, value }) => (
          <li key={`${need} ${value}`}>
            <Flat line={label} /> <Value text={value} />
          </li>
        ))}
      </ul>
      <h3>
        <Flat line={card.sayTitle} />
      </h3>
      {card.say.map((said) => (
        <p key={said[0]?.text}>
          <Stacked line={said} />
        </p>
      ))}
      <p>
        <Stacked line={card.rights} />
      </p>
      {card.qr !== null && <Qr qr={card.qr} />}
    </section>
  );
}

function Poster({ block }: { readonly block: Of<"poster"> }) {
  return (
    <section class="ed-poster">
      <h1>
        <Stacked line={block.title} />
      </h1>
      <ul class="ed-tiles">
        {block.needs.map(({ need, title }) => (
          <li key={need}>
            <NeedSign need={need} />
            <Stacked line={title} />
          </li>
        ))}
      </ul>
      <p>
        <b>
          <Stacked line={block.lead} />
        </b>
      </p>
      {block.call !== null && (
        <p>
          <Flat line={block.call.before} /> <Value text={block.call.value} />{" "}
          <Stacked line={block.call.note} />
        </p>
      )}
      {block.qr !== null && <Qr qr={block.qr} />}
    </section>
  );
}

type Draw = { readonly [K in Block["kind"]]: (block: Of<K>) => JSX.Element | null };

const DRAW: Draw = {
  cover: ({ title, under, foot }) => (
    <header class="ed-cover">
      <h1>
        <Stacked line={title} />
      </h1>
      {[...under, ...foot].map((line) => (
        <p key={line[0]?.text}>
          <Flat line={line} />
        </p>
      ))}
    </header>
  ),
  // The page puts the contents together, from the chapters around it.
  contents: () => null,
  chapter: ({ title, need }) => (
    <h2 id={chapterId(title)} class="ed-chapter">
      {need !== null && <NeedSign need={need} />}
      <Stacked line={title} />
    </h2>
  ),
  section: ({ title, about }) => (
    <>
      <h3 class="section">
        <Flat line={title} />
      </h3>
      {about !== null && (
        <p class="ed-small">
          <Stacked line={about} />
        </p>
      )}
    </>
  ),
  text: ({ line, weight }) => (
    <p class={`ed-${weight}`}>
      <Stacked line={line} />
    </p>
  ),
  list: ({ items, mark }) => {
    const Tag = mark === "number" ? "ol" : "ul";
    return (
      <Tag>
        {items.map((item) => (
          <li key={item[0]?.text}>
            <Stacked line={item} />
          </li>
        ))}
      </Tag>
    );
  },
  numbers: ({ title, items }) => (
    <>
      <p class="ed-strong">
        <Stacked line={title} />
      </p>
      {items.map(({ value, label }) => (
        <p key={value}>
          <Value text={value} /> <Stacked line={label} />
        </p>
      ))}
    </>
  ),
  entry: (block) => <Entry block={block} />,
  reference: ({ number, name, phone }) => (
    <p class="reference">
      <a href={`#${anchor(number)}`}>
        <b class="ed-number">{number}</b> <Flat line={name} />
      </a>{" "}
      {phone !== null && <Value text={phone} />}
    </p>
  ),
  index: (block) => <Index block={block} />,
  map: (block) => <MapList block={block} />,
  notes: ({ lines, title }) => (
    <>
      {title !== undefined && (
        <p class="ed-small">
          <Flat line={title} />
        </p>
      )}
      <Writing lines={lines} />
    </>
  ),
  fields: ({ rows }) => (
    <ul class="ed-fields">
      {rows.map(({ label, tick, write }) => (
        <li key={label[0]?.text}>
          {tick && "☐ "}
          <Flat line={label} />
          {write && <i />}
        </li>
      ))}
    </ul>
  ),
  table: (block) => <Table block={block} />,
  short: (block) => <Short block={block} />,
  head: ({ title, line, again, danger }) => (
    <header>
      <h1>
        <Stacked line={title} />
      </h1>
      <p>
        <Flat line={line} />
      </p>
      {again !== null && (
        <p class="ed-strong">
          <Stacked line={again} />
        </p>
      )}
      {danger !== null && (
        <div class="ed-danger">
          <p>
            <Flat line={danger.title} />
          </p>
          {danger.numbers.map(({ value, label }) => (
            <p key={value}>
              <Value text={value} /> <Flat line={label} />
            </p>
          ))}
        </div>
      )}
    </header>
  ),
  columns: ({ columns }) => (
    <div class="ed-columns">
      {columns.map((cell, index) => (
        <div key={index}>
          <Blocks blocks={cell} />
        </div>
      ))}
    </div>
  ),
  cards: (block) => <Cards block={block} />,
  poster: (block) => <Poster block={block} />,
  "child-row": ({ need, title, about, phone, note }) => (
    <section class="ed-child">
      <NeedSign need={need} />
      <div>
        <h2>
          <Stacked line={title} />
        </h2>
        <p>
          <Stacked line={about} />
        </p>
      </div>
      <p>
        <Value text={phone} /> <Stacked line={note} />
      </p>
    </section>
  ),
  speech: ({ lines }) => (
    <>
      {lines.map((line) => (
        <p class="ed-speech" key={line[0]?.text}>
          <Stacked line={line} />
        </p>
      ))}
    </>
  ),
  qr: ({ qr, caption }) => (
    <p class="ed-qrline">
      <Qr qr={qr} />
      <span>
        {caption.map((line) => (
          <Stacked key={line[0]?.text} line={line} />
        ))}
      </span>
    </p>
  ),
  "page-break": () => <hr class="ed-page-break" />,
};

/** The anchor of a chapter, from its title: the same on every machine. */
export function chapterId(title: Of<"chapter">["title"]): string {
  return `c-${(title[0]?.text ?? "").replace(/\s+/gu, "-").toLowerCase()}`;
}

function drawBlock<K extends Block["kind"]>(block: Of<K>): JSX.Element | null {
  const draw = DRAW[block.kind as K] as (block: Of<K>) => JSX.Element | null;
  return draw(block);
}

/** Blocks one after the other. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return <>{blocks.map((block) => drawBlock(block))}</>;
}
