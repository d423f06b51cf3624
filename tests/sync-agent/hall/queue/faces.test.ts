/* F14, F16 and §5: what kiosk and console read of the queues fits its contract, and stays quick with a morning's numbers. */
import SqliteDatabase from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { queueQuery, ticketNotesQuery, ticketQuery, waitQuery } from '@kuaizhao/sync-agent/contract/queries/queue.ts';
import { boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { floorStateSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import { floorState } from '@kuaizhao/sync-agent/hall/faces/floor-state.ts';
import { morning, staffActor, tempDir } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { ann, callNext, openHall, take } from '../../../fixtures/queue-hall.ts';

const minute = 60_000;

test('§5 waiting: the number ahead and a range, from the first in line until twenty services are seen, then from the rate', async () => {
  const hall = openHall();
  for (let n = 0; n < 40; n += 1) await take(hall, 'rights');
  hall.clock.now = morning + 7 * minute;
  const last = hall.db.view.waiting(['rights'], 99).at(-1)!;
  const early = hall.db.faces.queue.waitOf(last.ticketId, hall.clock.now);
  expect(waitQuery.reply.parse(early)).toEqual({ ahead: 39, wait: { fromMinutes: 10, toMinutes: 15, basis: 'headOfLine' } });
  for (let n = 0; n < 25; n += 1) {
    hall.clock.now += 3 * minute;
    await callNext(hall, 'w3');
  }
  const later = hall.db.faces.queue.waitOf(last.ticketId, hall.clock.now);
  expect(waitQuery.reply.parse(later)).toEqual({ ahead: 14, wait: { fromMinutes: 45, toMinutes: 70, basis: 'rate' } });
  expect(hall.db.faces.queue.waitFor('rights', hall.clock.now)).toMatchObject({ ahead: 15, wait: { fromMinutes: 50 } });
  expect(hall.db.faces.queue.waitFor('policy', hall.clock.now)).toEqual({ ahead: 0 });
  expect(hall.db.faces.queue.waitOf('nobody', hall.clock.now)).toEqual({ ahead: 0 });
  const floor = floorStateSchema.parse(floorState({ faces: hall.db.faces, settings: hallSettings, devices: [], echoes: createEchoes() }, 1, hall.clock.now));
  expect(floor.services.find((one) => one.code === 'rights')).toMatchObject({ waiting: 15, next: 'E026', wait: { fromMinutes: 50, basis: 'rate' } });
});

test('F14 the list of a queue comes in pages in the order of the calls; a number tells its story', async () => {
  const hall = openHall();
  for (let n = 0; n < 5; n += 1) await take(hall, 'rights');
  const pages: string[][] = [];
  let after: { rank: number; back: number; order: number } | undefined;
  for (;;) {
    const page = queueQuery.reply.parse(hall.db.faces.queue.waiting('rights', after, 2));
    if (page.tickets.length === 0) break;
    pages.push(page.tickets.map((one) => one.number));
    after = page.tickets.at(-1)?.standing;
  }
  expect(pages).toEqual([['E001', 'E002'], ['E003', 'E004'], ['E005']]);
  const call = await callNext(hall, 'w3');
  await hall.ask('recall', { callId: call.callId }, ann);
  const story = ticketQuery.reply.parse({ ticket: hall.db.faces.queue.story({ number: 'E001' }) }).ticket;
  expect(story).toMatchObject({ state: 'called', queue: 'rights', undo: { act: 'recall', by: 'ann' }, calls: [{ times: 2, state: 'open', to: { kind: 'window', id: 'w3' } }] });
  expect(hall.db.faces.queue.story({ number: 'E999' })).toBeUndefined();
  await hall.ask('addNote', { ticketId: call.ticketId, note: '材料不全' }, ann);
  expect(ticketNotesQuery.reply.parse({ notes: hall.db.faces.queue.notes(call.ticketId) }).notes).toMatchObject([{ by: 'ann', text: '材料不全', at: morning }]);
});

test('§5 heads, ends and counts of queues are found by index, however long the queue', async () => {
  const hall = openHall();
  await take(hall, 'rights');
  const dir = tempDir();
  for (const name of ['hall.db', 'hall.db-wal']) copyFileSync(join(hall.dir, name), join(dir, name));
  const sql = new SqliteDatabase(join(dir, 'hall.db'));
  const plan = (query: string): string => (sql.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]).map((row) => row.detail).join('; ');
  const today = "day = '2026-11-21' AND queue = 'rights'";
  const head = plan(`SELECT number FROM ticket WHERE ${today} AND priority = 0 AND state = 'waiting' AND hold = '' ORDER BY rank, back, place_in_day LIMIT 1`);
  const held = plan("SELECT number FROM ticket WHERE hold = 'window:w1' AND priority = 0 AND state = 'waiting' AND hold <> '' AND day = '2026-11-21' ORDER BY rank, back, place_in_day LIMIT 1");
  const ahead = plan(`SELECT count(*) FROM ticket WHERE ${today} AND state = 'waiting' AND (rank, back, place_in_day) < (9, 0, 9)`);
  const last = plan(`SELECT number FROM ticket WHERE ${today} AND state = 'waiting' ORDER BY rank DESC, back DESC, place_in_day DESC LIMIT 1`);
  const served = plan("SELECT at FROM call WHERE day = '2026-11-21' AND queue = 'rights' AND first = 1 ORDER BY at DESC LIMIT 220");
  const oldest = plan(`SELECT number FROM ticket WHERE ${today} AND state = 'waiting' AND hold = '' AND rank <= own_rank AND back <= 0 ORDER BY place_in_day LIMIT 1`);
  const moment = plan("SELECT arrival FROM ticket WHERE day = '2026-11-21' ORDER BY place_in_day DESC LIMIT 1");
  expect([oldest, moment].map((detail) => [/USING (?:COVERING )?INDEX (\w+)/.exec(detail)?.[1], detail.includes('TEMP B-TREE')])).toEqual([['ticket_oldest', false], [expect.stringMatching(/autoindex_ticket/) as unknown, false]]);
  expect([head, held, ahead, last, served].map((detail) => /USING (?:COVERING )?INDEX (\w+)/.exec(detail)?.[1])).toEqual(['ticket_waiting', 'ticket_held', 'ticket_in_queue', 'ticket_in_queue', 'call_first']);
  for (const detail of [head, held, last, served]) expect(detail).not.toContain('TEMP B-TREE');
  sql.close();
});

test('F16 the board tells a recalled number once more and an undone call not at all', async () => {
  const hall = openHall();
  await take(hall, 'rights');
  const call = await callNext(hall, 'w3');
  await hall.ask('recall', { callId: call.callId }, staffActor);
  expect(hall.db.faces.board.calls(9)).toMatchObject([{ number: 'E001', times: 2, open: true }]);
  const undo = hall.db.faces.floor.windows().get('w3')?.undo;
  await hall.ask('undo', { of: undo!.of }, staffActor);
  await hall.ask('undo', { of: call.step! }, staffActor);
  expect(hall.db.faces.board.calls(9)).toEqual([]);
});

test('matching.md §3 more than 5 % overdue: board and floor ask for windows with the number needed, and stop when they keep up', async () => {
  const hall = openHall();
  const state = () => boardStateSchema.parse({ version: 1, ...boardPicture(hall.db.faces, hallSettings, hall.clock.now) });
  for (let n = 0; n < 30; n += 1) await take(hall, 'rights');
  hall.clock.now += 20 * minute;
  expect(state().moreWindows).toBe(0);
  await hall.ask('startShift', { place: { kind: 'window', id: 'w3' } }, ann);
  for (let n = 0; n < 5; n += 1) {
    hall.clock.now += 5 * minute;
    await callNext(hall, 'w3', ann);
  }
  // One window, five calls in half an hour, 25 wait of whom all are overdue: with four in five of them to be served in half an hour, four windows.
  expect(state().moreWindows).toBe(3);
  expect(floorStateSchema.parse(floorState({ faces: hall.db.faces, settings: hallSettings, devices: [], echoes: createEchoes() }, 1, hall.clock.now)).moreWindows).toBe(3);
  while ((await hall.ask('callNext', { windowId: 'w3' }, ann)).ok) { /* until nobody waits */ }
  hall.clock.now += 40 * minute;
  expect(state().moreWindows).toBe(0);
});
