/* Rows become the hall's tables, or wait: what cannot be applied goes aside, and with it what comes later about the same thing; everything else flows on. */
import type { Fact } from '../../domain/fact.ts';
import type { JournalRow } from './cursor.ts';
import type { JudgeRow } from './judge-row.ts';
import type { JournalTx, Quarantined } from './store.ts';

/** `stuck`: the things of which an earlier row waits already. Gives which rows were folded and which wait, both in order. */
export async function foldRows<Row extends JournalRow>(tx: JournalTx, hallNo: number, rows: readonly Row[], waiting: ReadonlySet<string>, judge: JudgeRow): Promise<{ readonly folded: readonly Row[]; readonly poison: readonly Quarantined<Row>[] }> {
  const stuck = new Set(waiting);
  const poison: Quarantined<Row>[] = [];
  const good: { row: Row; fact: Fact }[] = [];
  const wait = (row: Row, reason: Quarantined['reason']): void => {
    poison.push({ row, reason });
    stuck.add(row.key);
  };
  for (const row of rows) {
    const judged = stuck.has(row.key) ? undefined : judge(row);
    if (judged === undefined) wait(row, 'behind');
    else if (judged.ok) good.push({ row, fact: judged.fact });
    else wait(row, judged.reason);
  }
  // All in one step; when the tables refuse, one by one, so that a single row that cannot be true stops nothing but itself and what follows it.
  if (good.length === 0 || await tx.fold(hallNo, good.map(({ row, fact }) => ({ fact, clock: row.clock })))) return { folded: good.map(({ row }) => row), poison };
  const folded: Row[] = [];
  for (const { row, fact } of good) {
    if (stuck.has(row.key)) wait(row, 'behind');
    else if (await tx.fold(hallNo, [{ fact, clock: row.clock }])) folded.push(row);
    else wait(row, 'notApplied');
  }
  return { folded, poison };
}
