/** The description as plain HTML: headings, tables and examples. No script, nothing from anybody else. */
import { html, raw } from "hono/html";

interface Operation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    description: string;
    schema: unknown;
  }[];
  readonly requestBody?: { content: Content };
  readonly responses: Readonly<Record<string, { description: string; content: Content }>>;
}
type Content = Readonly<Record<string, { schema: unknown; example?: unknown }>>;
type Html = ReturnType<typeof html>;

interface Described {
  readonly info: { title: string; summary: string; description: string; version: string };
  readonly tags: readonly { name: string; description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { schemas: Readonly<Record<string, unknown>> };
}

/** A whole page. `styles` are the addresses of our own style sheets. */
export function openApiPage(description: object, styles: readonly string[]): Html {
  const { info, tags, paths, components } = description as Described;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}: interface for programs</title>
        ${styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body>
        <main>
          <h1>${info.title}: interface for programs</h1>
          <p>${info.summary} Version ${info.version}. <a href="/openapi.json">As OpenAPI 3.1</a>.</p>
          <p>${info.description}</p>
          ${tags.map(
            (tag) =>
              html`<h2>${tag.name}</h2>
                <p>${tag.description}</p>
                ${operations
                  .filter(({ operation }) => operation.tags.includes(tag.name))
                  .map(({ path, method, operation }) => operationOf(method, path, operation))}`,
          )}
          <h2>schemas</h2>
          ${Object.entries(components.schemas).map(
            ([name, schema]) =>
              html`<details id="${name}">
                <summary>${name}</summary>
                <pre><code>${JSON.stringify(schema, null, 2)}</code></pre>
              </details>`,
          )}
        </main>
      </body>
    </html>`;
}

function operationOf(method: string, path: string, operation: Operation): Html {
  const { parameters = [], requestBody, responses } = operation;
  return html`<section>
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${operation.summary}</p>
    ${
      parameters.length === 0
        ? raw("")
        : html`<details>
            <summary>Parameters (${parameters.length})</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">name</th>
                  <th scope="col">what</th>
                </tr>
              </thead>
              <tbody>
                ${parameters.map(
                  (item) =>
                    html`<tr>
                      <th scope="row">
                        <code>${item.name}</code>${item.required === true ? " (needed)" : ""}
                      </th>
                      <td>${item.description}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </details>`
    }
    ${requestBody === undefined ? raw("") : exampleOf("Body", requestBody.content)}
    ${Object.entries(responses).map(([status, { description, content }]) =>
      exampleOf(`${status}: ${description}`, content),
    )}
  </section>`;
}

function exampleOf(title: string, content: Content): Html {
  const { schema, example } = content["application/json"] ?? {};
  const name = /"#\/components\/schemas\/([^"]+)"/u.exec(JSON.stringify(schema ?? {}))?.[1];
  return html`<details>
    <summary>${title}</summary>
    ${name === undefined ? raw("") : html`<p>Schema: <a href="#${name}">${name}</a></p>`}
    ${example === undefined ? raw("") : html`<pre><code>${JSON.stringify(example, null, 2)}</code></pre>`}
  </details>`;
}
