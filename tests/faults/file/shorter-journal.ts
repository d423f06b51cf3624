/* The journal of a hall's own file gets shorter between its sudden ends: what may go, what must stay known of it, and that nothing of it comes in a second time. */
import { isDeepStrictEqual } from 'node:util';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { JournalRow } from '@kuaizhao/db/hall/journal.ts';
import type { OwnRow } from '@kuaizhao/db/hall/read-back.ts';
import type { Seeded } from '../../fixtures/city/seeded.ts';

/** All that the journal ever held, as somebody beside the hall has written it down. */
export interface Ledger {
  readonly rows: JournalRow[];
  /** so many rows are gone; never fewer */
  base: number;
  acked: number;
  /** first row of each command that has any */
  readonly firstOf: Map<string, number>;
}
export const emptyLedger = (): Ledger => ({ rows: [], base: 0, acked: 0, firstOf: new Map() });
export type Wrong = (invariant: string, what: string) => void;

/** More than any history has. */
const all = 100_000;
/** So old may be what must still stay, in a story of a quarter of an hour. */
const keptMs = 10 * 60_000;

/** From now on remembers which rows a command has. */
export function keepFirstRows({ journal }: HallDb, { firstOf }: Ledger): void {
  const append = journal.append.bind(journal);
  Object.assign(journal, {
    append: ((facts, commandId, now) => {
      const span = append(facts, commandId, now);
      if (facts.length > 0) firstOf.set(commandId, span.first);
      return span;
    }) satisfies HallDb['journal']['append'],
  });
}

/** Rows that were written since. */
export function learn({ journal }: Pick<HallDb, 'journal'>, { rows }: Ledger, wrong: Wrong): void {
  for (const row of journal.read(rows.length + 1, all)) {
    if (row.seq !== rows.length + 1 || row.clock < (rows.at(-1)?.clock ?? 0)) wrong('I5', `row ${row.seq} does not follow row ${rows.length}, or is older`);
    rows.push(row);
  }
}

/** The city acknowledges something, the figures are counted for a while, and what is old goes. Gives how many rows went. */
export function getShorter(db: HallDb, ledger: Ledger, chance: Seeded, now: number, wrong: Wrong): number {
  learn(db, ledger, wrong);
  const { rows } = ledger;
  ledger.acked += chance.below(rows.length - ledger.acked + 1);
  const last = rows[ledger.acked - 1];
  if (last !== undefined) db.uplinkCursor.set({ seq: last.seq, hash: last.hash });
  db.catchUp(1 + chance.below(60));
  const before = chance.unit() < 0.3 ? Infinity : now - chance.below(keptMs);
  const head = db.journal.head();
  let went = 0;
  try {
    went = db.shorten(before);
  } catch (error) {
    wrong('I14', `the journal could not be shortened: ${told(error)}`);
  }
  const may = rows.findLast(({ seq, clock, ends }) => ends === 1 && seq <= Math.min(ledger.acked, db.countedTo()) && clock < before)?.seq ?? 0;
  const expected = Math.max(0, may - ledger.base);
  if (went !== expected) wrong('I14', `${went} rows went and ${expected} may`);
  ledger.base += expected;
  if (!isDeepStrictEqual(db.journal.head(), head)) wrong('I6', 'the end of the journal moved with its beginning');
  checkBeginning(db, ledger, wrong);
  return went;
}

/** The journal begins where the file says, with the rows that it had; what is gone is known, and nothing that never was. */
export function checkBeginning({ journal }: Pick<HallDb, 'journal'>, { rows, base }: Ledger, wrong: Wrong): void {
  const gone = rows[base - 1];
  const wanted = gone && { seq: gone.seq, hash: gone.hash, boot: gone.boot, counter: gone.counter, clock: gone.clock };
  if (!isDeepStrictEqual(journal.base(), wanted)) wrong('I14', `the journal begins after ${journal.base()?.seq ?? 0}, and ${base} rows went`);
  if (!isDeepStrictEqual(journal.read(1, all), rows.slice(base))) wrong('I1', 'rows that must stay are gone or others');
  for (const { seq, boot, counter } of rows) if (!journal.knows(boot, counter)) wrong('I2', `row ${seq} went, and its operation is not known any more`);
  for (const { boot, counter } of furthest(rows)) if (journal.knows(boot, counter + 1)) wrong('I3', 'an operation is known that never was');
}

/** As the city has them. */
export const asOwn = (rows: readonly JournalRow[]): OwnRow[] => rows.map(({ boot, counter, ends, table_name: table, key, kind, clock, version: v, body }) => ({ boot, counter, end: ends === 1, table, key, kind, clock, v, body }));

/** The city tells the hall all that it ever had of it: nothing of that is new. */
export function tellAgain(db: HallDb, { rows }: Ledger, now: number, wrong: Wrong): void {
  const head = db.journal.head();
  try {
    const { rows: taken, conflicts } = db.readBack.take(asOwn(rows), undefined, now);
    if (taken !== 0 || conflicts !== 0 || !isDeepStrictEqual(db.journal.head(), head)) wrong('I2', `${taken} rows were taken in a second time, ${conflicts} operations set aside`);
  } catch (error) {
    wrong('I2', `an old row was to be taken in: ${told(error)}`);
  }
}

/** Whether the answer to a command may be forgotten: its rows went. */
export const mayBeForgotten = ({ firstOf, base }: Ledger, commandId: string): boolean => (firstOf.get(commandId) ?? Infinity) <= base;

const told = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** Of each process start its last operation. */
const furthest = (rows: readonly JournalRow[]): readonly JournalRow[] => [...new Map(rows.map((row) => [row.boot, row])).values()];
