/* What the hall lost and the city still has comes back: unknown operations into journal and tables under their own names and times, and what no longer fits is kept for staff. */
import type { Database } from 'better-sqlite3';
import { factSchema, type Fact } from '../domain/fact.ts';
import type { Mark } from '../domain/feeds/feed.ts';
import { tableOf } from '../domain/records/fact-key.ts';
import { factVersion } from '../domain/records/fact-version.ts';
import type { Instant } from '../domain/scalars.ts';
import type { PersonalRecord } from '../domain/view.ts';
import { parsedJson } from '../domain/parsed-json.ts';
import type { Journal } from './journal.ts';
import type { UplinkCursor } from './uplink-cursor.ts';

/** A row as the hall once wrote it. */
export interface OwnRow { readonly boot: string; readonly counter: number; readonly end: boolean; readonly table: string; readonly key: string; readonly kind: string; readonly clock: number; readonly v: number; readonly body: string }
export interface TakenBack { /** rows that were not there */ readonly rows: number; /** operations of them that do not fit */ readonly conflicts: number; /** those that do, by their facts */ readonly facts: readonly Fact[] }

export type ReadBack = ReturnType<typeof openReadBack>;

export interface ReadBackParts {
  readonly sql: Database; readonly journal: Journal; readonly cursor: UplinkCursor;
  readonly group: (run: () => void) => void;
  readonly operation: <T>(run: () => T, alone: boolean) => T;
  readonly record: (fact: Fact, records: readonly PersonalRecord[], now: Instant) => void;
}

export function openReadBack({ sql, journal, cursor, group, operation, record }: ReadBackParts) {
  const aside = sql.prepare<[{ boot: string; counter: number }], { one: 1 }>('SELECT 1 AS one FROM read_back_conflict WHERE boot = @boot AND counter = @counter');
  const known = ({ boot, counter }: OwnRow): boolean => journal.knows(boot, counter) || aside.get({ boot, counter }) !== undefined;
  const keep = sql.prepare('INSERT INTO read_back_conflict (boot, counter, table_name, key, kind, clock, version, body, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const fold = (facts: readonly Fact[], rows: readonly OwnRow[]): boolean => {
    try {
      operation(() => { for (const [index, fact] of facts.entries()) if (fact.type !== 'erasureHeard') record(notHeardHere(fact), standIns(fact), rows[index]?.clock ?? 0); }, true);
      return true;
    } catch {
      // A number that was given out again, somebody who is not there: no fault of the program.
      return false;
    }
  };
  return {
    /** Whole operations in the order in which the city took them, and where that is; one transaction. */
    take(rows: readonly OwnRow[], own: Mark | undefined, now: Instant): TakenBack {
      let taken = { rows: 0, conflicts: 0, facts: [] as Fact[] };
      group(() => {
        taken = { rows: 0, conflicts: 0, facts: [] };
        for (const operationRows of operationsOf(rows)) {
          const [first] = operationRows;
          if (first === undefined || known(first)) continue;
          const facts = factsOf(operationRows);
          const reason = facts === undefined ? 'notUnderstood' : fold(facts, operationRows) ? undefined : 'notApplied';
          if (reason !== 'notUnderstood') operation(() => journal.takeBack(operationRows), false);
          if (reason === undefined) taken.facts.push(...facts ?? []);
          else for (const { boot, counter, table, key, kind, clock, v, body } of operationRows) keep.run(boot, counter, table, key, kind, clock, v, body, reason, now);
          taken.rows += operationRows.length;
          if (reason !== undefined) taken.conflicts += 1;
        }
        cursor.setOwn(own);
      });
      return taken;
    },
  };
}

/** An erasure that this hall once did is done again: another machine may have done it, or an earlier life of this one, and neither need have known the same people. */
const notHeardHere = (fact: Fact): Fact => (fact.type === 'workerErased' ? { ...fact, everywhere: undefined } : fact);

/** Rows that did not fit since then, and when the first of them came. */
export function openConflictsFace(sql: Database): (since: Instant) => { readonly rows: number; readonly since: Instant | undefined } {
  const count = sql.prepare<[Instant], { n: number; since: number | null }>('SELECT count(*) AS n, min(at) AS since FROM read_back_conflict WHERE at > ?');
  return (after) => {
    const found = count.get(after);
    return { rows: found?.n ?? 0, since: found?.since ?? undefined };
  };
}

function operationsOf(rows: readonly OwnRow[]): OwnRow[][] {
  const operations: OwnRow[][] = [];
  let open: OwnRow[] = [];
  for (const row of rows) {
    open.push(row);
    if (!row.end) continue;
    operations.push(open);
    open = [];
  }
  return operations;
}

/** Undefined when this program does not understand one of them: an older one must not write into the tables what it only half knows. */
function factsOf(rows: readonly OwnRow[]): Fact[] | undefined {
  const facts: Fact[] = [];
  for (const { v, body, table, kind } of rows) {
    const fact = v > factVersion ? undefined : factSchema.safeParse(parsedJson(body)).data;
    if (fact?.type !== kind || tableOf(fact) !== table) return undefined;
    facts.push(fact);
  }
  return facts;
}

/** Written where a name stood: the city never had it. */
const lostText = '资料待补';

/** Facts carry no names, so those are lost with the disk. The person or employer stands there without one, so that visits, hires and counts have somebody; at the next card there is a new record, and staff bring both together. */
function standIns(fact: Fact): PersonalRecord[] {
  const note: PersonalRecord[] = 'noteId' in fact && fact.noteId !== undefined ? [{ table: 'note', noteId: fact.noteId, aboutId: 'lost', text: lostText }] : [];
  if (fact.type === 'workerRegistered') return [...note, { table: 'worker', workerId: fact.workerId, phone: undefined, profile: { document: 'witnessed', name: lostText, sex: 'male', birth: undefined, ageBand: undefined, number: undefined } }];
  if (fact.type === 'profileChanged') return [...note, { table: 'profile', workerId: fact.workerId, changes: {} }];
  if (fact.type === 'employerRegistered') return [...note, { table: 'employer', employerId: fact.employerId, name: lostText, creditCode: undefined, representatives: [] }];
  if (fact.type === 'opinionGiven') return [...note, { table: 'opinion', opinionId: fact.opinionId, text: undefined }];
  return fact.type === 'prioritySet' ? [...note, { table: 'ticketPriority', ticketId: fact.ticketId, reasons: [] }] : note;
}
