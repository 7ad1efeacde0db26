import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { OwnOrder, ReadDeviceSource } from "../device-source.ts";
import { EditionArticle } from "../edition-page.tsx";
import { type FileKind, fileName } from "./file-kinds.ts";
import { FileMaker, type Look, tooMany, type Work } from "./file-maker.ts";

interface MakeFileProps {
  readonly read: ReadDeviceSource;
  readonly order: OwnOrder;
  /** Where the page has a policy of its own for scripts. */
  readonly startWorker?: (() => Worker) | undefined;
  /** Left out: a PDF. */
  readonly kind?: FileKind;
  /** Offered where the device would be too slow. */
  readonly children?: ComponentChildren;
}

/** How far it has come, with the way to stop it. */
function Progress({
  maker,
  work,
  look,
}: {
  readonly maker: FileMaker;
  readonly work: Work;
  readonly look: Look;
}) {
  const { words } = useSite();
  if (work.stage !== "loading" && work.stage !== "drawing" && work.stage !== "writing") return null;
  const share = work.stage === "loading" ? Math.round(work.share * 100) : null;
  return (
    <div class="own__going">
      <progress
        aria-label={words.t("print.own-make")}
        max={100}
        {...(share === null ? {} : { value: share })}
      />
      <p role="status">
        {work.stage === "writing" && words.t("print.own-making")}
        {work.stage === "drawing" && words.t("print.own-drawing", { n: look.pages })}
        {share !== null && words.t("print.own-loading", { n: share })}
      </p>
      <button type="button" class="btn" onClick={() => maker.stop()}>
        {words.t("print.own-stop")}
      </button>
    </div>
  );
}

interface MadeProps {
  readonly url: string;
  readonly kind: FileKind;
  readonly look: Look;
}

function Made({ url, kind, look }: MadeProps) {
  const { words } = useSite();
  return (
    <div class="own__made">
      <p role="status">
        {kind === "pdf" ? words.t("print.own-done", { n: look.pages }) : words.t("print.own-file-ready")}
      </p>
      <a class="btn go" href={url} download={fileName(kind)}>
        {words.t("print.own-save")}
      </a>
    </div>
  );
}

/** Goes to a place in the preview without a trace in the address or the history (safety D.4.7). */
function jump(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link === null) return;
  event.preventDefault();
  document.getElementById(link.getAttribute("href")?.slice(1) ?? "")?.scrollIntoView();
}

/** The button, what comes of it, and what to do where the device cannot. */
function Making({
  maker,
  look,
  kind,
  children,
}: {
  readonly maker: FileMaker;
  readonly look: Look;
  readonly kind: FileKind;
  readonly children?: ComponentChildren;
}) {
  const { words } = useSite();
  const work = maker.work.value;
  const many = kind === "pdf" ? tooMany(look) : null;
  if (many !== null)
    return (
      <>
        <p class="note">{words.t("print.own-many", { n: many })}</p>
        {children}
      </>
    );
  return (
    <>
      <p class="note">{words.t("print.own-stays")}</p>
      {(work.stage === "idle" || work.stage === "cannot") && (
        <button type="button" class="btn go" onClick={() => void maker.make(kind)}>
          <Icon name="printer" />
          {words.t("print.own-make")}
        </button>
      )}
      <Progress maker={maker} work={work} look={look} />
      {work.stage === "made" && <Made url={work.url} kind={work.kind} look={look} />}
      {work.stage === "cannot" && (
        <p class="note" role="alert">
          {words.t("print.own-failed")}
        </p>
      )}
    </>
  );
}

/**
 * Whatever is ordered as a file made on this device, with its preview: a PDF by the worker, or the same pages by the
 * print window of the browser.
 */
export function MakeFile({ read, order, startWorker, kind = "pdf", children }: MakeFileProps) {
  const { words } = useSite();
  const maker = useMemo(() => new FileMaker(read, startWorker), [read, startWorker]);
  const key = JSON.stringify(order);
  useEffect(() => {
    void maker.show(order);
  }, [maker, key]);
  // A file of another kind is not what is wanted now.
  useEffect(() => () => maker.stop(), [maker, kind]);
  useEffect(() => () => maker.close(), [maker]);
  const look = maker.look.value;
  const work = maker.work.value;
  if (work.stage === "no-list")
    return (
      <p class="note" role="alert">
        {words.t("print.own-list-failed")}{" "}
        <button type="button" class="btn" onClick={() => void maker.show(order)}>
          {words.t("site.try-again")}
        </button>
      </p>
    );
  if (look === null)
    return (
      <p class="statenote" role="status">
        {words.t("site.loading")}
      </p>
    );
  return (
    <div class="own__file" aria-busy={work.stage === "reading"}>
      <div class="own__make">
        <Making maker={maker} look={look} kind={kind}>
          {children}
        </Making>
      </div>
      <section aria-label={words.t("print.own-preview")}>
        <div class="own__head">
          <h2>{words.t("print.own-preview")}</h2>
          <p>{words.t(look.exact ? "print.own-done" : "print.own-about-pages", { n: look.pages })}</p>
          <button type="button" class="btn" data-print="">
            <Icon name="printer" />
            {words.t("print.own-print")}
          </button>
        </div>
        <div onClick={jump} onAuxClick={jump}>
          <EditionArticle
            edition={look.edition}
            pageOf={(chapter) => {
              const page = look.chapters[chapter];
              if (page === undefined) return null;
              return look.exact ? `${page}` : words.t("print.own-about-page", { n: page });
            }}
          />
        </div>
      </section>
    </div>
  );
}
