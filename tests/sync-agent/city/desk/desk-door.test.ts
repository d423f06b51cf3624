/* The city staff's door, through a real hub: nothing before the sign-in, each question and change by its role, and bad input refused by name. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cityRoles, entryInputs, type CityRole, type EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { cityExports, cityMayChange, cityMayErase, cityMayExport, cityQuestionRows } from '@kuaizhao/sync-agent/contract/may/city.ts';
import { cityDeskVersion } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { chainStart } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { person } from '../../../fixtures/people.ts';
import { newStaff, setOwnPins } from '../../../fixtures/city-staff.ts';
import { quietLog, testKey } from '../../../fixtures/city/hall.ts';

const now = Date.parse('2026-11-20T21:00:00Z');
const people = [...(['viewer', 'editor', 'supervisor'] as const).map((role) => ({ staffId: `${role}-1`, name: role, role, pin: '135790' })), { staffId: 'supervisor-2', name: 'the other', role: 'supervisor' as const, pin: '975310' }];
let clock = now;
let data: string;
let city: City;
const lines: Socket[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kuaizhao-desk-'));
  city = await startCity({
    listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data, halls: [{ hallId: 'h1', name: '济南市历下区东关综合零工市场', key: testKey('h1') }],
    staff: await newStaff(people),
  }, quietLog, { now: () => clock, pageFolder: data });
  await setOwnPins(city.urls.city, people);
});
afterAll(async () => {
  for (const line of lines) line.disconnect();
  await city.close();
  await rm(data, { recursive: true, force: true });
});

async function desk(staffId?: string) {
  const line = io(`${city.urls.city}/city-desk`, { transports: ['websocket'], auth: { version: cityDeskVersion }, forceNew: true, reconnection: false });
  lines.push(line);
  const told = await new Promise<unknown>((done, failed) => { line.once('desk', done); line.once('connect_error', failed); });
  const say = async (event: string, message: unknown): Promise<unknown> => (await line.timeout(5_000).emitWithAck(event, message)) as unknown;
  if (staffId !== undefined) await say('signIn', { staffId, pin: '135790' });
  return { told, say, line };
}
const span = { from: '2026-11-20', to: '2026-11-21' };
const refused = (code: string) => ({ ok: false, refusal: { code } });
const notice = { noticeId: 'heat', text: '今天高温', from: now, urgent: true };
const put = (commandId: string, kind: string, body: unknown, expected = 0) => ({ type: 'put', commandId, kind, expected, body });

test('F33 before the sign-in nobody asks or changes anything; the names to choose from hold no hash', async () => {
  const { told, say } = await desk();
  expect(JSON.stringify(told)).not.toContain('scrypt');
  expect(await say('ask', { name: 'entries', asked: { kind: 'hall' } })).toEqual(refused('notSignedIn'));
  expect(await say('change', put('command-00', 'notice', notice))).toEqual(refused('notSignedIn'));
});

test('F33 a viewer looks, an editor writes, a supervisor bans and reads the audit', async () => {
  const viewer = await desk('viewer-1');
  expect(await viewer.say('change', put('command-01', 'notice', notice))).toEqual(refused('notYourRole'));
  expect(await viewer.say('ask', { name: 'audit', asked: {} })).toEqual(refused('notYourRole'));
  expect(await viewer.say('ask', { name: 'wageClues', asked: { span } })).toEqual(refused('notYourRole'));
  expect(await viewer.say('ask', { name: 'exported', asked: { what: 'wageClues' } })).toEqual(refused('notYourRole'));
  expect(await viewer.say('ask', { name: 'exported', asked: { what: 'report', about: 'ranking 2026-11-20 2026-11-21' } })).toEqual({ ok: true, value: {} });
  const editor = await desk('editor-1');
  expect(await editor.say('change', put('command-02', 'notice', notice))).toEqual({ ok: true, value: { key: 'heat', version: 1 } });
  expect(await editor.say('change', put('command-03', 'thresholds', {}))).toEqual(refused('notYourRole'));
  expect(await viewer.say('ask', { name: 'entries', asked: { kind: 'notice' } })).toEqual({ ok: true, value: [{ key: 'heat', version: 1, at: now, staffId: 'editor-1', body: notice }] });
  const supervisor = await desk('supervisor-1');
  const audit = await supervisor.say('ask', { name: 'audit', asked: {} }) as { value: object[] };
  expect(audit.value.slice(0, 5)).toMatchObject([{ staffId: 'supervisor-1', act: 'signedIn' }, { staffId: 'editor-1', act: 'put', about: 'notice heat 1' }, { act: 'signedIn' }, { staffId: 'viewer-1', act: 'exported', about: 'report ranking 2026-11-20 2026-11-21' }, { act: 'signedIn' }]);
  expect(await supervisor.say('ask', { name: 'wageClues', asked: { span } })).toEqual({ ok: true, value: { at: now, looked: 0, found: 0, clues: [] } });
const empty = { report: { report: { by: 'hall', measures: ['hires'] }, span }, trend: { to: '2026-11-21' }, behind: { what: 'hires', day: '2026-11-21', hallId: 'h1' } };
  expect(await supervisor.say('ask', { name: 'report', asked: empty.report })).toEqual({ ok: true, value: { at: now, rows: [] } });
  expect(await supervisor.say('ask', { name: 'trend', asked: empty.trend })).toEqual({ ok: true, value: { at: now, days: [] } });
  expect(await supervisor.say('ask', { name: 'behind', asked: empty.behind })).toEqual({ ok: true, value: { at: now, rows: [] } });
  expect(await supervisor.say('ask', { name: 'waits', asked: {} })).toEqual({ ok: true, value: { at: now, halls: [] } });
  expect(await supervisor.say('ask', { name: 'catalogue', asked: {} })).toEqual({ ok: true, value: { at: now, jobs: [] } });
  await new Promise<void>((done) => { editor.line.emit('signOut', done); });
  expect(await editor.say('ask', { name: 'entries', asked: { kind: 'notice' } })).toEqual(refused('notSignedIn'));
});

test('F33 every event, question, file and kind of entry × every role of the city: as the table says, and refused by `notYourRole` alone where it says no', async () => {
  const desks = { viewer: await desk('viewer-1'), editor: await desk('editor-1'), supervisor: await desk('supervisor-1') };
  const code = async (role: CityRole, event: string, message: unknown): Promise<string> => ((await desks[role].say(event, message)) as { refusal?: { code: string } }).refusal?.code ?? 'told';
  const wrong: string[] = [];
  const check = async (what: string, rows: readonly CityRole[], event: string, message: unknown): Promise<void> => {
    for (const role of cityRoles) if ((await code(role, event, message) === 'notYourRole') === rows.includes(role)) wrong.push(`${role} ${what}`);
  };
  // What is asked is broken on purpose: who may is told so, and nothing is changed or taken out.
  for (const name of Object.keys(cityQuestionRows) as (keyof typeof cityQuestionRows)[]) await check(name, cityQuestionRows[name], 'ask', { name, asked: { broken: 1 } });
  for (const what of cityExports) await check(`exported ${what}`, cityRoles.filter((role) => cityMayExport(role, what)), 'ask', { name: 'exported', asked: { what } });
  for (const kind of Object.keys(entryInputs) as EntryKind[]) await check(`change ${kind}`, cityRoles.filter((role) => cityMayChange(role, kind)), 'change', put(`command-r${kind}`, kind, null));
  await check('erase', cityRoles.filter(cityMayErase), 'erase', { broken: 1 });
  expect(wrong).toEqual([]);
  expect(cityRoles.map((role) => (Object.keys(entryInputs) as EntryKind[]).filter((kind) => cityMayChange(role, kind)).length)).toEqual([0, 6, 14]);
});

test('§4 bad input is refused by name, and the line is kept', async () => {
  const { say } = await desk('supervisor-1');
  for (const bad of [undefined, 7, 'x', {}, { name: 'nothing', asked: {} }, { name: '__proto__', asked: {} }, { name: 'report', asked: { report: { by: 'hall', measures: ['hires'] }, span: { from: '2026-01-01', to: '2026-11-21' } } }, { name: 'report', asked: { report: { by: 'hall', measures: ['worker'] }, span } }, { name: 'catalogue', asked: { after: [{}] } }, { name: 'catalogue', asked: { size: 10_000 } }, { name: 'exported', asked: { what: 'people' } }, { name: 'directory', asked: { text: 'a\u0000b' } }, { name: 'entries', asked: { kind: 'hall', more: 1 } }]) expect(await say('ask', bad)).toMatchObject(refused('malformed'));
  for (const body of [{ ...notice, text: 'a\u202Eb' }, { ...notice, more: 1 }, { ...notice, text: '长'.repeat(61) }, null]) expect(await say('change', put('command-10', 'notice', body))).toMatchObject(refused('malformed'));
  expect(await say('change', put('command-11', 'hall', { hallId: 'h9', name: '大厅' }))).toEqual({ ok: false, refusal: { code: 'stopped', field: 'nameKind' } });
  expect(await say('change', { type: 'end', commandId: 'command-12', kind: 'notice', expected: 4, key: 'nothing' })).toEqual(refused('changedMeanwhile'));
  expect(await say('unknown', {})).toEqual(refused('malformed'));
  await expect((async () => { const line = io(`${city.urls.city}/city-desk`, { transports: ['websocket'], auth: { version: 99 }, forceNew: true, reconnection: false }); lines.push(line); await new Promise((_done, failed) => { line.once('connect_error', failed); }); })()).rejects.toThrow('wrongVersion');
});

test('F33 five wrong PINs, then waits that double; the right one is not heard meanwhile', async () => {
  const { say } = await desk();
  const waits: number[] = [];
  for (let tried = 0; tried < 6; tried += 1) {
    const answer = await say('signIn', { staffId: 'viewer-1', pin: '0000' }) as { waitMs: number };
    waits.push(answer.waitMs);
  }
  expect(waits).toEqual([0, 0, 0, 0, 15_000, 15_000]);
  expect(await say('signIn', { staffId: 'viewer-1', pin: '135790' })).toEqual({ ok: false, waitMs: 15_000 });
  clock += 15_000;
  expect(await say('signIn', { staffId: 'viewer-1', pin: '0000' })).toEqual({ ok: false, waitMs: 30_000 });
  clock += 30_000;
  expect(await say('signIn', { staffId: 'viewer-1', pin: '135790' })).toMatchObject({ ok: true });
  expect(await say('signIn', { staffId: 'nobody', pin: '135790' })).toEqual({ ok: false, waitMs: 0 });
});

test('F11 a contractor is written with his number and kept with a mark: nobody reads number or name again, and an edit without the number leaves him who he is', async () => {
  const supervisor = await desk('supervisor-1');
  const card = person(51);
  const typed = { contractorId: 'c1', name: card.name, number: card.number, standing: 'banned', reason: '克扣工钱' };
  expect(await supervisor.say('change', put('command-c1', 'contractor', { ...typed, number: '110101199001011230' }))).toMatchObject({ ok: false, refusal: { code: 'malformed', field: 'number' } });
  expect(await supervisor.say('change', put('command-c2', 'contractor', { ...typed, number: undefined }))).toMatchObject({ ok: false, refusal: { code: 'malformed', field: 'number' } });
  expect(await supervisor.say('change', put('command-c3', 'contractor', { ...typed, reason: undefined }))).toMatchObject({ ok: false, refusal: { code: 'stopped', field: 'reasonMissing' } });
  expect(await supervisor.say('change', put('command-c4', 'contractor', typed))).toEqual({ ok: true, value: { key: 'contractor.c1', version: 1 } });
  expect(await supervisor.say('change', put('command-c4', 'contractor', typed)), 'the same again').toEqual({ ok: true, value: { key: 'contractor.c1', version: 1 } });
  const told = await supervisor.say('ask', { name: 'entries', asked: { kind: 'contractor' } }) as { value: { body: { mark: unknown } }[] };
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${card.number}|${card.name}`));
  const kept = told.value[0]?.body;
  expect(await supervisor.say('change', put('command-c5', 'contractor', { ...kept, standing: 'watched' }, 1))).toEqual({ ok: true, value: { key: 'contractor.c1', version: 2 } });
  expect(await supervisor.say('ask', { name: 'entries', asked: { kind: 'contractor' } })).toMatchObject({ value: [{ body: { mark: kept?.mark, standing: 'watched' } }] });
  expect(await (await desk('editor-1')).say('change', put('command-c6', 'contractor', typed))).toEqual(refused('notYourRole'));
  const audit = await supervisor.say('ask', { name: 'audit', asked: {} });
  expect(JSON.stringify(audit)).toContain('contractor contractor.c1 2');
});

test('rule 14 F33 an erasure of the whole city: a supervisor alone, a number whose check digit holds, the own PIN once more and a second supervisor with another; who it was stands nowhere', async () => {
  const card = person(52);
  const wanted = (commandId: string, over: object = {}) => ({ commandId, number: card.number, pin: '135790', second: { staffId: 'supervisor-2', pin: '975310' }, ...over });
  expect(await (await desk()).say('erase', wanted('erase-01'))).toEqual(refused('notSignedIn'));
  const editor = await desk('editor-1');
  expect(await editor.say('erase', wanted('erase-01'))).toEqual(refused('notYourRole'));
  expect(await editor.say('ask', { name: 'erasures', asked: { open: true } })).toEqual(refused('notYourRole'));
  expect(await editor.say('ask', { name: 'erasure', asked: { erasureId: 'any' } })).toEqual(refused('notYourRole'));
  const supervisor = await desk('supervisor-1');
  expect(await supervisor.say('erase', wanted('erase-01', { number: '110101199001011230' }))).toEqual({ ok: false, refusal: { code: 'malformed', field: 'number' } });
  expect(await supervisor.say('erase', wanted('erase-01', { name: card.name }))).toMatchObject(refused('malformed'));
  expect(await supervisor.say('erase', wanted('erase-01', { pin: '135791' }))).toEqual({ ok: false, refusal: { code: 'pinWrong', waitMs: 0 } });
  const second = (staffId: string, pin: string) => wanted('erase-01', { second: { staffId, pin } });
  expect(await supervisor.say('erase', { commandId: 'erase-01', number: card.number, pin: '135790' })).toEqual({ ok: false, refusal: { code: 'malformed', field: 'second' } });
  for (const alone of [second('supervisor-1', '135790'), second('editor-1', '135790'), second('nobody', '135790')]) expect(await supervisor.say('erase', alone)).toEqual({ ok: false, refusal: { code: 'secondPersonMissing', field: 'second.staffId' } });
  expect(await supervisor.say('erase', second('supervisor-2', '135790'))).toEqual({ ok: false, refusal: { code: 'secondPinWrong', waitMs: 0 } });
  expect(await supervisor.say('ask', { name: 'erasures', asked: { open: true } }), 'nothing has begun').toEqual({ ok: true, value: { at: clock, erasures: [] } });
  const asked = await supervisor.say('erase', wanted('erase-01')) as { value: { erasureId: string } };
  expect(await supervisor.say('erase', wanted('erase-01')), 'the same again').toEqual(asked);
  expect(await supervisor.say('erase', wanted('erase-01', { number: person(53).number }))).toEqual({ ok: false, refusal: { code: 'malformed', field: 'commandId' } });
  const { erasureId } = asked.value;
  await city.people.look();
  const told = await supervisor.say('ask', { name: 'erasure', asked: { erasureId } });
  expect(told).toEqual({ ok: true, value: { at: clock, erasure: { erasureId, at: clock, askedHall: null, doneAt: clock, halls: 1, done: 0, of: [{ hallId: 'h1', name: '济南市历下区东关综合零工市场', done: false, doneAt: null, records: null, seenAt: null }] } } });
  expect(await supervisor.say('ask', { name: 'erasure', asked: { erasureId: 'none' } })).toEqual({ ok: true, value: { at: clock } });
  const audit = await supervisor.say('ask', { name: 'audit', asked: {} }) as { value: object[] };
  expect(audit.value.slice(0, 4)).toMatchObject([
    { staffId: 'supervisor-2', act: 'erasureApproved', about: erasureId }, { staffId: 'supervisor-1', act: 'erasureAsked', about: erasureId },
    { staffId: 'supervisor-2', act: 'signInFailed', about: '' }, { staffId: 'supervisor-1', act: 'signInFailed', about: '' },
  ]);
  expect(JSON.stringify([told, audit])).not.toMatch(new RegExp(`${card.number}|${card.name}`));
});

test('§4 the PIN of whoever stands beside is tried five times, too, then waits double; a wrong own PIN uses up no try of the other', async () => {
  const supervisor = await desk('supervisor-1');
  const attempt = async (pin: string, theirs: string) => ((await supervisor.say('erase', { commandId: 'erase-09', number: person(54).number, pin, second: { staffId: 'supervisor-2', pin: theirs } })) as { refusal: { code: string; waitMs: number } }).refusal;
  const tried = [];
  for (let n = 0; n < 5; n += 1) tried.push(await attempt('135790', '000000'));
  expect(tried.map(({ waitMs }) => waitMs)).toEqual([0, 0, 0, 0, 15_000]);
  expect(await attempt('135790', '975310'), 'the right one is not heard meanwhile').toEqual({ code: 'secondPinWrong', waitMs: 15_000 });
  clock += 15_000;
  expect(await attempt('135791', '000000')).toEqual({ code: 'pinWrong', waitMs: 0 });
  expect(await attempt('135790', '000000')).toEqual({ code: 'secondPinWrong', waitMs: 30_000 });
  clock += 30_000;
  expect(await supervisor.say('erase', { commandId: 'erase-09', number: person(54).number, pin: '135790', second: { staffId: 'supervisor-2', pin: '975310' } })).toMatchObject({ ok: true });
});

test('rule 8 rule 13 F33 a hall in trouble, heard at the halls’ door: editors and supervisors are told, viewers are not', async () => {
  const hall = io(`${city.urls.uplink}/hall`, { transports: ['websocket'], auth: { hall: 'h1', key: testKey('h1') }, forceNew: true, reconnection: false });
  lines.push(hall);
  const hello = async (over: object): Promise<unknown> => (await hall.timeout(5_000).emitWithAck('hello', { versions: [uplinkVersion], hall: 'h1', install: 'i1', epoch: 'e1', seq: 0, hash: chainStart, nonce: 'b'.repeat(32), clock, hallName: '测试', ...over })) as unknown;
  const editor = await desk('editor-1');
  expect(await editor.say('ask', { name: 'troubles', asked: {} })).toEqual({ ok: true, value: { at: clock, looked: 1, halls: [] } });
  expect(await hello({ clock: clock + 600_000 })).toMatchObject({ kind: 'welcome' });
  expect(await hello({ install: 'i2' })).toMatchObject({ kind: 'refuse', reason: 'secondInstall' });
  expect(await editor.say('ask', { name: 'troubles', asked: {} })).toMatchObject({ ok: true, value: { looked: 1, halls: [{ hallId: 'h1', troubles: [{ kind: 'copy', since: clock, n: 1 }, { kind: 'clock', since: clock, n: 10 }], reasons: [] }] } });
  expect(await (await desk('viewer-1')).say('ask', { name: 'troubles', asked: {} })).toEqual(refused('notYourRole'));
});

test('§4 a desk of the city that nobody touches is locked by the hub: questions and changes are refused by that name until the PIN is typed again', async () => {
  const editor = await desk('editor-1');
  const asked = () => editor.say('ask', { name: 'entries', asked: { kind: 'hall' } });
  clock += 290_000;
  expect(await asked()).toMatchObject({ ok: true });
  editor.line.emit('input');
  // Heard, as this answer says.
  await asked();
  clock += 290_000;
  expect(await asked()).toMatchObject({ ok: true });
  clock += 60_000;
  expect([await asked(), await editor.say('change', put('command-lk', 'notice', notice)), await editor.say('erase', {})]).toEqual([refused('locked'), refused('locked'), refused('locked')]);
  // Input alone opens nothing.
  editor.line.emit('input');
  expect(await asked()).toEqual(refused('locked'));
  expect(await editor.say('signIn', { staffId: 'editor-1', pin: '135790' })).toMatchObject({ ok: true, lockAfterMs: 300_000 });
  expect(await asked()).toMatchObject({ ok: true });
});
