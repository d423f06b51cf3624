/* No statement about people reads a whole table that grows: every one that the hall prepares is asked for its plan. */
import SqliteDatabase from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { tempDir } from '../../fixtures/engine.ts';

/** Tables about people that grow with every day. */
const growing = ['worker', 'profile_past', 'consent', 'visit', 'help_case', 'help_visit', 'opinion', 'training_wish', 'crew', 'crew_member', 'merge', 'erasure', 'hire', 'shift',
  'call', 'talk', 'offer', 'named_request', 'quote', 'draw', 'lot', 'dispute', 'mediation', 'standing_points', 'p', 'standing_stop', 'appeal'];
/** Once at the start or once a day, in the quiet hour. */
const onPurpose = [/name_sealed IS NOT NULL AND name_index IS NULL/, /count\(\*\) FROM erasure\) > erasures/, /FROM training_wish GROUP BY trade/, /* the open ones only */ /closed_at IS NULL ORDER BY opened_at LIMIT/];

function preparedStatements(): { readonly texts: readonly string[]; readonly plan: (text: string) => readonly string[] } {
  const texts = new Set<string>();
  const spy = vi.spyOn(SqliteDatabase.prototype, 'prepare');
  const dir = tempDir();
  try {
    const db = openHallDb(dir, 'a'.repeat(16));
    db.rewritePeople();
    db.close();
  } finally {
    for (const [text] of spy.mock.calls) texts.add(text);
    spy.mockRestore();
  }
  const sql = new SqliteDatabase(`${dir}/hall.db`);
  sql.function('in_operation', () => 1);
  return {
    texts: [...texts],
    plan(text) {
      const bare = text.replaceAll(/'[^']*'/g, '');
      const names = [...new Set([...bare.matchAll(/@(\w+)|\?(\d+)/g)].map((found) => found[1] ?? found[2] ?? ''))];
      const marks = bare.split(/\?(?!\d)/).length - 1;
      const statement = sql.prepare(`EXPLAIN QUERY PLAN ${text}`);
      const rows = (names.length > 0 ? statement.all(...Array.from({ length: marks }, () => 1), Object.fromEntries(names.map((name) => [name, 1]))) : statement.all(...Array.from({ length: marks }, () => 1))) as { detail: string }[];
      return rows.map((row) => row.detail);
    },
  };
}

test('F2 F22 §6 statements about people use an index wherever the table grows', () => {
  const { texts, plan } = preparedStatements();
  expect(texts.length).toBeGreaterThan(100);
  const scanning = texts.filter((text) => /^\s*(SELECT|UPDATE|DELETE|WITH)/i.test(text) && !onPurpose.some((one) => one.test(text)))
    .flatMap((text) => plan(text).filter((detail) => growing.some((table) => new RegExp(`^SCAN ${table}( |$)`).test(detail))).map((detail) => `${detail}: ${text}`));
  expect(scanning).toEqual([]);
});
