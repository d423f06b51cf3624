/* No statement of the hall is planned anew at each call. */
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { planOnce, withSteadyPlan } from '@kuaizhao/db/hall/plan-once.ts';
import { preparedStatements } from './prepared.ts';

test('every parameter of every statement has its plus, and the plan of the statement stays what it was', () => {
  const { texts, plan } = preparedStatements();
  expect(texts.length).toBeGreaterThan(350);
  expect(texts.filter((text) => /(?<!\+)[?@$]/.test(text.replaceAll(/'[^']*'|"[^"]*"/g, '')))).toEqual([]);
  const asWritten = (text: string): string => text.replaceAll(/\+([?@$])/g, '$1');
  expect(texts.filter((text) => plan(asWritten(text)).join('; ') !== plan(text).join('; '))).toEqual([]);
});

test('what is quoted is no parameter', () => {
  expect(withSteadyPlan(`SELECT '?', "a@b", body ->> '$.type' FROM t WHERE a = ? AND b IN (?2, @c, $d) LIMIT ?`))
    .toBe(`SELECT '?', "a@b", body ->> '$.type' FROM t WHERE a = +? AND b IN (+?2, +@c, +$d) LIMIT +?`);
});

test('a value of any type is the same behind the plus, also where it is compared', () => {
  const [steady, bare] = [new SqliteDatabase(':memory:'), new SqliteDatabase(':memory:')];
  planOnce(steady);
  const told = (sql: SqliteDatabase.Database) => {
    sql.exec("CREATE TABLE kept (value ANY, text TEXT, number INTEGER) STRICT; INSERT INTO kept VALUES (NULL, '7', 7)");
    const [put, like] = [sql.prepare('UPDATE kept SET value = ? RETURNING typeof(value) AS type, value'), sql.prepare('SELECT text = @value AS text, number = @value AS number, text < @value AS less, @value IS NULL AS none FROM kept')];
    return ['7', '8', 7, 7.5, 7n, 2n ** 62n, Buffer.from('7'), null].map((value) => [put.safeIntegers().get(value), like.get({ value })]);
  };
  const asItIs = told(bare);
  expect(asItIs[4]).toEqual([{ type: 'integer', value: 7n }, { text: 1, number: 1, less: 0, none: 0 }]);
  expect(told(steady)).toEqual(asItIs);
  for (const sql of [steady, bare]) sql.close();
});
