/** One line of a mapped table to the rows that HSDS makes of it. */
import type { MappedTable, Mapping, Target } from "#server/contract/mapping.ts";
import { LIST_TARGETS } from "#server/contract/mapping.ts";
import { unguarded } from "../csv.ts";
import { guardOf, isGuarded } from "../guard-columns.ts";
import { type ProblemList, shown } from "../problem-list.ts";
import type { Where } from "../read-result.ts";
import { isStaffColumn } from "../staff-columns.ts";
import { parseJsonList } from "./list-cells.ts";
import { isPlaceholder } from "./open-tables.ts";
import type { Row, RowGuard, TableName, TableSet } from "../hsds/table-set.ts";

/** Data notes, finding 3. */
const FLAG_BLANK = "This flag is empty: nothing follows from it, and nothing becomes public by it.";

/** The most particular thing that a table has a line for. */
export type Kind = "organization" | "service" | "location";

/** A cell with the header under which the file holds it. */
export interface MappedCell {
  readonly header: string;
  readonly target: Target | undefined;
  readonly text: string;
}

export function kindOf(table: Pick<MappedTable, "columns" | "joins">): Kind {
  const targets = [
    ...Object.values(table.columns),
    ...table.joins.flatMap((join) => Object.values(join.columns)),
  ];
  if (targets.some((target) => target.startsWith("service.") || target.startsWith("answer:")))
    return "service";
  return targets.some((target) => target.startsWith("location.")) ? "location" : "organization";
}

/** Adds what a line says to the tables. `organizations` first: lines of other kinds look theirs up. */
export function addLine(
  cells: readonly MappedCell[],
  kind: Kind,
  where: Where,
  mapping: Mapping,
  between: Readonly<Record<string, string>>,
  tables: TableSet,
  problems: ProblemList,
): void {
  const line = new MappedLine(cells, where, between, tables, problems);
  const organization = line.organization(kind === "organization");
  if (kind === "organization") return;
  if (organization === undefined) {
    problems.add(
      "error",
      "missing-parent",
      where,
      "This line does not say which organization it belongs to.",
    );
    return;
  }
  const location = line.location(kind, organization);
  if (kind === "service") line.service(organization, location, mapping);
}

class MappedLine {
  private readonly byTarget = new Map<Target, MappedCell[]>();
  private readonly guards: RowGuard[] = [];
  private readonly notes: string[] = [];
  private readonly where: Where;
  private readonly between: Readonly<Record<string, string>>;
  private readonly tables: TableSet;
  private readonly problems: ProblemList;

  constructor(
    cells: readonly MappedCell[],
    where: Where,
    between: Readonly<Record<string, string>>,
    tables: TableSet,
    problems: ProblemList,
  ) {
    this.where = where;
    this.between = between;
    this.tables = tables;
    this.problems = problems;
    for (const cell of cells) this.sort(cell);
  }

  /** Puts a cell where it belongs: a guard is obeyed whatever the mapping says of it. */
  private sort(cell: MappedCell): void {
    const { header, target } = cell;
    const text = unguarded(cell.text.trim());
    const guard =
      target === undefined || target === "ignore" || target === "private" ? guardOf(header) : undefined;
    if (guard !== undefined) {
      if (text === "") this.note("flag-blank", header, FLAG_BLANK);
      else if (isGuarded(header, text)) this.guards.push({ guard, column: header, value: text });
      return;
    }
    if (text === "" || target === "ignore") return;
    if (isPlaceholder(text)) {
      if (target !== undefined) this.note("placeholder", header, `${shown(text)} stands for an empty cell.`);
      return;
    }
    if (target === "private" || (target === undefined && isStaffColumn(header))) {
      this.notes.push(`${header}: ${text}`);
      return;
    }
    if (target === undefined) return;
    this.byTarget.set(target, [...(this.byTarget.get(target) ?? []), { ...cell, text }]);
  }

  private note(code: string, column: string, message: string): void {
    this.problems.add("note", code, { ...this.where, column }, message);
  }

  private text(target: Target): string | undefined {
    return this.byTarget.get(target)?.[0]?.text;
  }

  /** Cells and headers of an entity, by the column that HSDS has for them. */
  private of(entity: Kind): { cells: Record<string, string>; aliases: Record<string, string> } {
    const cells: Record<string, string> = {};
    const aliases: Record<string, string> = {};
    for (const [target, found] of this.byTarget) {
      const [owner, column = ""] = target.split(".");
      if (owner !== entity || LIST_TARGETS.has(target)) continue;
      cells[column] = found.map(({ text }) => text).join("\n");
      aliases[column] = found[0]?.header ?? column;
    }
    return { cells, aliases };
  }

  /** The values of a list column, each with its header. */
  private values(target: Target): MappedCell[] {
    return (this.byTarget.get(target) ?? []).flatMap((cell) => {
      const list = parseJsonList(cell.text);
      if (list !== undefined) return list.map((text) => ({ ...cell, text }));
      const sign = this.between[cell.header];
      const parts = sign === undefined ? [cell.text] : cell.text.split(sign);
      return parts
        .map((part) => part.trim())
        .filter((part) => part !== "" && !isPlaceholder(part))
        .map((text) => ({ ...cell, text }));
    });
  }

  private add(table: TableName, cells: Record<string, string>, aliases: Record<string, string>): Row {
    return this.tables.add(table, cells, this.where, aliases);
  }

  /** The id of the organization, which is made when no line before has told of it. */
  organization(own: boolean): string | undefined {
    const { cells, aliases } = this.of("organization");
    const id =
      cells["id"] ?? (cells["name"] === undefined ? undefined : `name:${cells["name"].toLowerCase()}`);
    if (id === undefined) {
      if (own) this.problems.add("error", "missing-value", this.where, "This line names no organization.");
      return undefined;
    }
    const known = this.tables.get("organizations", id);
    if (known !== undefined && !own) return id;
    if (cells["name"] === undefined) {
      // A line that only points to an organization; whether it is there is checked with all other references.
      if (!own) return id;
      this.problems.add(
        "error",
        "missing-value",
        { ...this.where, column: aliases["id"] },
        "The name is missing.",
      );
      return undefined;
    }
    const row = this.add("organizations", { ...cells, id }, aliases);
    this.phones("organization.phone", { organization_id: row.cells["id"] ?? id });
    if (own) this.keep(row);
    return id;
  }

  /** The id of the place, or undefined when the line has none. */
  location(kind: Kind, organization: string): string | undefined {
    const { cells, aliases } = this.of("location");
    const { exists, ...rest } = cells;
    const says = Object.keys(rest).length > 0 || this.byTarget.has("location.phone");
    if (!says) return undefined;
    if (exists !== undefined && /^(?:0|false|no|n)$/iu.test(exists)) {
      this.note("place-none", aliases["exists"] ?? "", "The source says that there is no fixed place.");
      return undefined;
    }
    const id = rest["id"] ?? `${this.text("service.id") ?? `line ${String(this.where.row)}`}/place`;
    const address = this.address(rest, aliases);
    const { name, latitude, longitude, privacy, transportation, email, url } = rest;
    const row = this.add(
      "locations",
      plain({
        id,
        organization_id: organization,
        location_type: "physical",
        name,
        latitude,
        longitude,
        privacy,
        transportation,
        email,
        url,
      }),
      { ...aliases, organization_id: this.byTarget.get("organization.id")?.[0]?.header ?? "organization" },
    );
    const placeId = row.cells["id"] ?? id;
    if (Object.keys(address).length > 0)
      this.add(
        "addresses",
        { id: `${placeId}/address`, location_id: placeId, address_type: "physical", ...address },
        aliases,
      );
    this.phones("location.phone", { location_id: placeId });
    // Whoever keeps a service back keeps its place back.
    row.guards.push(...this.guards);
    if (kind === "location") this.keep(row);
    return placeId;
  }

  /** Parts of the address. “State: FL” is no street: it says which area, and nothing else. */
  private address(
    cells: Readonly<Record<string, string>>,
    aliases: Readonly<Record<string, string>>,
  ): Record<string, string> {
    const { address_1: street, address_2, city, region, state_province, postal_code, country } = cells;
    const labelled = /^(state|province|region|county|city|town|country)\s*:\s*(.+)$/iu.exec(street ?? "");
    const parts = plain({ address_1: street, address_2, city, region, state_province, postal_code, country });
    if (labelled === null) return parts;
    const [, label = "", value = ""] = labelled;
    this.note(
      "address-only-area",
      aliases["address_1"] ?? "",
      `${shown(street ?? "")} names an area, not an address.`,
    );
    const { address_1: _none, ...others } = parts;
    const column =
      { state: "state_province", province: "state_province", city: "city", town: "city", country: "country" }[
        label.toLowerCase()
      ] ?? "region";
    return { [column]: value.trim(), ...others };
  }

  service(organization: string, location: string | undefined, mapping: Mapping): void {
    const { cells, aliases } = this.of("service");
    const name = cells["name"] ?? this.text("location.name") ?? this.text("organization.name");
    const id = cells["id"] ?? `${organization}/${(name ?? `line ${String(this.where.row)}`).toLowerCase()}`;
    if (name === undefined) {
      this.problems.add(
        "error",
        "missing-value",
        { ...this.where, column: aliases["name"] ?? "service.name" },
        "The name of the service is missing.",
        id,
      );
      return;
    }
    if (cells["name"] === undefined)
      this.note(
        "name-borrowed",
        "service.name",
        `The service has no name of its own; ${shown(name)} is used.`,
      );
    const row = this.add(
      "services",
      { status: "active", ...cells, name, id, organization_id: organization },
      { ...aliases, organization_id: this.byTarget.get("organization.id")?.[0]?.header ?? "organization" },
    );
    const own = row.cells["id"] ?? id;
    if (location !== undefined)
      this.add("service_at_location", { id: `${own}/at`, service_id: own, location_id: location }, {});
    this.phones("service.phone", { service_id: own });
    this.list("service.language", (text, at, alias) =>
      this.add("languages", { id: `${own}/language/${at}`, service_id: own, name: text }, { name: alias }),
    );
    this.list("service.area", (text, at, alias) =>
      this.add("service_areas", { id: `${own}/area/${at}`, service_id: own, name: text }, { name: alias }),
    );
    this.list("service.document", (text, at, alias) =>
      this.add(
        "required_documents",
        { id: `${own}/document/${at}`, service_id: own, document: text },
        { document: alias },
      ),
    );
    this.terms(own, mapping);
    this.answers(own);
    row.guards.push(...this.guards);
    this.keep(row);
  }

  private list(target: Target, add: (text: string, at: number, alias: string) => Row): void {
    this.values(target).forEach(({ text, header }, at) => add(text, at, header));
  }

  /** Kinds of help: those of the whole source, and the terms of the line by the mapping's own table. */
  private terms(service: string, mapping: Mapping): void {
    for (const code of mapping.services) this.term(service, code, code, "services");
    this.list("service.term", (text, _at, header) => {
      const mapped = Object.hasOwn(mapping.terms, text) ? mapping.terms[text] : undefined;
      if (mapped === null)
        return this.tables.get("services", service) ?? this.term(service, text, text, header);
      return this.term(service, mapped ?? text, mapped ?? text, header);
    });
  }

  private term(service: string, code: string, name: string, header: string): Row {
    const id = `term/${code}`;
    if (this.tables.get("taxonomy_terms", id) === undefined)
      this.add("taxonomy_terms", { id, name, code }, {});
    const tie = `${service}/${id}`;
    return (
      this.tables.get("attributes", tie) ??
      this.add(
        "attributes",
        { id: tie, link_id: service, taxonomy_term_id: id },
        { taxonomy_term_id: header },
      )
    );
  }

  private answers(service: string): void {
    for (const [target, found] of this.byTarget) {
      const [cell] = found;
      if (!target.startsWith("answer:") || cell === undefined) continue;
      const code = target.slice("answer:".length);
      const value = /^(?:1|true|yes|y|x)$/iu.test(cell.text)
        ? "yes"
        : /^(?:0|false|no|n)$/iu.test(cell.text)
          ? "no"
          : undefined;
      if (value === undefined) {
        this.note(
          "answer-unclear",
          cell.header,
          `${shown(cell.text)} is neither yes nor no: it stays not known.`,
        );
        continue;
      }
      const id = `answer/${code}`;
      if (this.tables.get("taxonomy_terms", id) === undefined)
        this.add("taxonomy_terms", { id, name: code, code }, {});
      this.add(
        "attributes",
        { id: `${service}/${id}`, link_id: service, taxonomy_term_id: id, value },
        { value: cell.header },
      );
    }
  }

  /** Numbers, each with the word before it: `main: 954-765-8950`. */
  private phones(target: Target, owner: Record<string, string>): void {
    const [id = ""] = Object.values(owner);
    this.list(target, (text, at, header) => {
      const labelled = /^([\p{L} .]{1,30}):\s*(?=[+(\d])(.+)$/u.exec(text);
      const [, label = "", number = text] = labelled ?? [];
      const type = /fax/iu.test(label) ? "fax" : /tty|tdd/iu.test(label) ? "tty" : "voice";
      const description = label === "" || /^(?:main|phone|tel|office)$/iu.test(label) ? undefined : label;
      return this.add("phones", plain({ id: `${id}/${target}/${at}`, number, type, description, ...owner }), {
        number: header,
      });
    });
  }

  private keep(row: Row): void {
    if (this.notes.length > 0)
      row.cells["private_note"] = [row.cells["private_note"], ...this.notes]
        .filter((part) => part !== undefined)
        .join("\n");
    if (row.table === "organizations") row.guards.push(...this.guards);
  }
}

function plain(cells: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
