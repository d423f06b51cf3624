/* A hall that was working before queues grew: its numbers, calls and counts are the same afterwards, and it goes on. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { tempDir } from '../../fixtures/engine.ts';

test('F14 a file of the first schema is brought over whole', () => {
  const dir = join(tempDir(), 'hall');
  mkdirSync(dir, { mode: 0o700 });
  const old = new SqliteDatabase(join(dir, 'hall.db'));
  old.exec(readFileSync(join(import.meta.dirname, '../../../db/migrations/hall/0001_hall.sql'), 'utf8'));
  old.exec(`INSERT INTO business_day VALUES ('2026-11-21', 1);
    INSERT INTO ticket (ticket_id, day, place_in_day, service, serial, number, ahead, trades, state, at) VALUES
      ('t1', '2026-11-21', 1, 'work', 1, 'A001', 0, '0201,0101', 'waiting', 1), ('t2', '2026-11-21', 2, 'work', 2, 'A002', 1, '0201', 'waiting', 2),
      ('t3', '2026-11-21', 3, 'policy', 1, 'F001', 0, '', 'waiting', 3), ('t4', '2026-11-21', 4, 'policy', 2, 'F002', 1, '', 'waiting', 4);
    INSERT INTO ticket_trade VALUES ('0201', '2026-11-21', 1, 't1'), ('0101', '2026-11-21', 1, 't1'), ('0201', '2026-11-21', 2, 't2');
    UPDATE ticket SET state = 'called' WHERE ticket_id = 't3';
    INSERT INTO call VALUES ('c1', 't3', '2026-11-21', 'window', 'w2', NULL, 1, 'missed', 5, 5), ('c2', 't3', '2026-11-21', 'window', 'w2', NULL, 2, 'open', 6, 7);`);
  old.pragma('user_version = 1');
  old.close();
  const db = openHallDb(dir, 'a'.repeat(16));
  expect(db.view.waiting(['work'], 9).map((one) => [one.number, one.rank, one.back, one.queue])).toEqual([['A001', 1, 0, 'work'], ['A002', 2, 0, 'work']]);
  expect([db.view.waitingCount('work'), db.view.waitingCount('policy')]).toEqual([2, 1]);
  expect(db.faces.floor.waitingByTrade()).toEqual(new Map([['0101', 1], ['0201', 2]]));
  expect(db.view.openCallsAt({ kind: 'window', id: 'w2' })).toMatchObject([{ callId: 'c2', times: 2, ticket: { number: 'F001', state: 'called', later: [], priority: false } }]);
  expect([db.view.openDay(), db.view.dayClosed(), db.view.leftOpen()]).toEqual(['2026-11-21', false, { work: 2, windows: 1, called: 1, parked: 0 }]);
  db.group(() => db.operation(() => db.record({ type: 'callEnded', callId: 'c2', ticketId: 't3', outcome: 'served' }, [], 8), false));
  expect(db.view.ticket('t3')?.state).toBe('served');
  db.close();
});
