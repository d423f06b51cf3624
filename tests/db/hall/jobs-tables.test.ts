/* Jobs and employers in the file: an older hall's rows come through the migration whole, and no question reads a whole table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { createFieldCipher } from '@kuaizhao/db/sealing/field-cipher.ts';
import { openEmployersFace } from '@kuaizhao/db/hall/faces/employers.ts';
import { openJobsFace } from '@kuaizhao/db/hall/faces/jobs.ts';
import { openEmployers } from '@kuaizhao/db/hall/subjects/employers.ts';
import { openJobs } from '@kuaizhao/db/hall/subjects/jobs.ts';
import { openNotes } from '@kuaizhao/db/hall/subjects/notes.ts';
import type { Subjects } from '@kuaizhao/db/hall/record.ts';
import { morning, openEngine, tempDir } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';

test('F10 F22 rows of a hall that knew only open jobs come through whole, with their hires', () => {
  const dir = tempDir();
  const key = Buffer.alloc(32, 7);
  writeFileSync(join(dir, 'hall.key'), key.toString('base64url'), { mode: 0o600 });
  const cipher = createFieldCipher(key);
  const sql = new SqliteDatabase(join(dir, 'hall.db'));
  sql.function('in_operation', () => 1);
  sql.exec(readFileSync(join(import.meta.dirname, '../../../db/migrations/hall/0001_hall.sql'), 'utf8'));
  sql.pragma('user_version = 1');
  const card = person(900);
  sql.prepare('INSERT INTO business_day VALUES (?, ?)').run('2026-11-21', morning);
  sql.prepare('INSERT INTO employer VALUES (?, ?, ?, ?, ?, ?, ?)').run('e1', 'enterprise', cipher.seal('样例单位', 'employer|e1|name'), '91350100M000100Y43', 'staff-9', null, morning);
  for (const n of [900, 901]) sql.prepare('INSERT INTO representative VALUES (?, ?)').run(cipher.blindIndex(person(n).number, 'number'), 'e1');
  const seal = (column: string) => cipher.seal('x', `worker|p1|${column}`);
  sql.prepare('INSERT INTO worker VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run('p1', 'resident', seal('name'), seal('number'), cipher.blindIndex('x', 'number'), seal('birth'), 'male', null, null, '0201', morning);
  sql.prepare('INSERT INTO visit VALUES (?, ?, ?, ?)').run('v1', 'p1', '2026-11-21', morning);
  sql.prepare("INSERT INTO ticket VALUES ('k1', '2026-11-21', 1, 'v1', 'work', 1, 'A001', 0, '0201', 'served', ?)").run(morning);
  const terms = soundTerms(morning);
  sql.prepare("INSERT INTO job VALUES ('j1', '2026-11-21', 1, 'J001', 'e1', '0201', 2, 1, 'open', ?, ?, ?)").run(terms.validUntil, JSON.stringify(terms), morning);
  sql.prepare("INSERT INTO call VALUES ('c1', 'k1', '2026-11-21', 'table', 't1', 'j1', 1, 'hired', ?, ?)").run(morning, morning);
  sql.prepare("INSERT INTO hire VALUES ('h1', '2026-11-21', 1, 'H001', 'j1', 'p1', 'v1', 'c1', 20000, 'day', 'atOnce', ?)").run(morning);
  sql.close();
  const db = openHallDb(dir, 'b'.repeat(16));
  expect(db.view.job('j1')).toMatchObject({ state: 'open', jobKind: 'daily', placesLeft: 1, checkAfter: false, terms });
  expect(db.view.isHiredFor('p1', 'j1')).toBe(true);
  expect(db.view.employer('e1')).toMatchObject({ verification: { is: 'verified', by: 'staff-9', until: '2027-11-21' }, standing: { is: 'normal' } });
  expect(new Set([db.view.representative('e1', card.number), db.view.representative('e1', person(901).number)])).toEqual(new Set(['e1-r1', 'e1-r2']));
  expect(db.faces.board.counts(morning)).toMatchObject({ jobs: 1, places: 2, placesLeft: 1, hires: 1 });
  db.close();
  const after = new SqliteDatabase(join(dir, 'hall.db'));
  expect(after.pragma('foreign_key_check')).toEqual([]);
  after.close();
});

test('no question about jobs or employers reads a whole table', () => {
  const { dir, close } = openEngine();
  close();
  const sql = new SqliteDatabase(join(dir, 'hall.db'));
  const asked: string[] = [];
  const prepare = sql.prepare.bind(sql);
  sql.prepare = (text: string) => { asked.push(text); return prepare(text); };
  const cipher = createFieldCipher(Buffer.alloc(32));
  const subjects = { employers: openEmployers(sql, cipher), jobs: openJobs(sql), notes: openNotes(sql, cipher) } as Subjects;
  openEmployersFace(sql, subjects, () => undefined);
  openJobsFace(sql, subjects);
  const scans = asked.filter((text) => text.startsWith('SELECT')).flatMap((text) => {
    const named = /@\w+/.test(text);
    const values = named ? [{ day: 'x', kind: null, limit: 1 }] : Array.from({ length: text.split('?').length - 1 }, () => 1);
    const plan = prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[];
    // An index in its own order, cut off by a limit, is no whole table.
    return plan.filter(({ detail }) => detail.startsWith('SCAN ') && !/USING (COVERING )?INDEX (employer_newest|job_in_review|job_to_check)|CONSTANT ROW|^SCAN \(/.test(detail)).map(({ detail }) => `${detail}: ${text.slice(0, 90)}`);
  });
  expect(asked.length).toBeGreaterThan(40);
  expect(scans).toEqual([]);
  sql.close();
});
