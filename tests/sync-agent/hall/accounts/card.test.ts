/* The card of an account, set at the console: it opens a kiosk only beside the PIN, the number is nowhere, and no card is two accounts'. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { hashPin, matches } from '@kuaizhao/db/sealing/pin-hash.ts';
import { createAccounts } from '@kuaizhao/sync-agent/hall/accounts/accounts.ts';
import { accountAnswers } from '@kuaizhao/sync-agent/hall/queries/hall/accounts.ts';
import { maintenanceAnswers } from '@kuaizhao/sync-agent/hall/queries/maintenance.ts';
import { factsOf, openEngine, refusalOf, tempDir, type TestEngine } from '../../../fixtures/engine.ts';

const admin: Actor = { role: 'console', staffId: 'admin-1', staffRole: 'admin' };
const agent: Actor = { role: 'agent' };
const kiosk: Actor = { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' };
const pin = '480251';
const [card, another] = ['440524198001010013', '11010519491231002X'];
const hashes = { pin: await hashPin(pin), card: await hashPin(card) };

/** One of the configuration without a card, one with; one opened at the console whose own PIN is set. */
async function openHall(dir = tempDir(), boot = 'a0a0a0a0a0a0a0a0'): Promise<TestEngine> {
  const hall = openEngine(dir, boot);
  for (const [staffId, kept] of [['admin-1', {}], ['supervisor-1', { card: hashes.card }]] as const) {
    expect(refusalOf(await hall.ask('seedAccount', { staffId, name: '样例', role: 'admin', pin: hashes.pin, ...kept }, agent))).toBe('none');
  }
  return hall;
}
async function withConsoleAccount(): Promise<TestEngine> {
  const hall = await openHall();
  await hall.ask('openAccount', { staffId: 'supervisor-7', name: '样例主管', role: 'supervisor', pin: '731964' }, admin);
  expect(refusalOf(await hall.ask('setOwnPin', { pin }, { role: 'console', staffId: 'supervisor-7', staffRole: 'supervisor' }))).toBe('none');
  return hall;
}
const set = (hall: TestEngine, staffId: string, number?: string, actor: Actor = admin, commandId?: string) => hall.ask('setAccountCard', { staffId, ...(number === undefined ? {} : { card: number }) }, actor, commandId);
const kept = (hall: TestEngine, staffId: string) => hall.db.faces.accounts.kept(staffId);

/** Whether a kiosk with a working reader opens for this name, the right PIN and what lies there. */
function atKiosk(hall: TestEngine) {
  const { staff, door } = createAccounts(hall.db.faces.accounts, () => hall.clock.now, { read: () => new Map(), write: () => undefined });
  const answers = maintenanceAnswers({ staff, door, readerReady: () => true, opened: async () => undefined, denied: async () => undefined });
  return {
    withCard: async (staffId: string) => { const told = await answers.maintainers({}, kiosk); return told.ok ? told.value.staff.find((one) => one.staffId === staffId)?.withCard : undefined; },
    opens: async (staffId: string, cardNumber?: string) => { const told = await answers.mayMaintain({ staffId, pin, ...(cardNumber === undefined ? {} : { cardNumber }) }, kiosk); return told.ok && told.value.granted; },
  };
}
const told = async (hall: TestEngine, staffId: string) => { const answer = await accountAnswers(hall.db.faces, () => 0).accounts({}, admin); return answer.ok ? answer.value.accounts.find((one) => one.staffId === staffId)?.card : undefined; };

test('F33 a card set at the console: the PIN alone opens no kiosk any more, the right card does, another one does not; taken away, the PIN opens again', async () => {
  const hall = await withConsoleAccount();
  expect([await atKiosk(hall).withCard('supervisor-7'), await atKiosk(hall).opens('supervisor-7'), await told(hall, 'supervisor-7')]).toEqual([false, true, 'none']);
  expect(factsOf(await set(hall, 'supervisor-7', another))).toEqual([{ type: 'accountCardSet', staffId: 'supervisor-7', by: 'admin-1', card: true }]);
  const opens = atKiosk(hall);
  expect([await opens.withCard('supervisor-7'), await opens.opens('supervisor-7'), await opens.opens('supervisor-7', card), await opens.opens('supervisor-7', another), await told(hall, 'supervisor-7')]).toEqual([true, false, false, true, 'set']);
  expect(factsOf(await set(hall, 'supervisor-7'))).toEqual([{ type: 'accountCardSet', staffId: 'supervisor-7', by: 'admin-1', card: false }]);
  expect([await atKiosk(hall).opens('supervisor-7'), await told(hall, 'supervisor-7')]).toEqual([true, 'none']);
  // There is none to take away: nothing becomes true.
  expect(factsOf(await set(hall, 'supervisor-7'))).toEqual([]);
});

test('F33 a card of the configuration is the first one: one set at the console wins, and a restart does not bring the old one back', async () => {
  const hall = await openHall();
  expect([await atKiosk(hall).opens('supervisor-1'), await atKiosk(hall).opens('supervisor-1', card)]).toEqual([false, true]);
  expect(refusalOf(await set(hall, 'supervisor-1', another))).toBe('none');
  hall.close();
  const again = openEngine(hall.dir, 'b1b1b1b1b1b1b1b1');
  const accounts = createAccounts(again.db.faces.accounts, () => again.clock.now, { read: () => new Map(), write: () => undefined });
  await accounts.seed([{ staffId: 'supervisor-1', name: '样例', role: 'admin', pin: hashes.pin, card: hashes.card }], (command) => again.engine.handle({ commandId: 'command-seed-again', ...command }, agent));
  expect([await atKiosk(again).opens('supervisor-1', card), await atKiosk(again).opens('supervisor-1', another)]).toEqual([false, true]);
});

test('F33 the number of a card is in no table, no journal and no audit; what is kept of it is sealed, and the audit says that it was set', async () => {
  const hall = await withConsoleAccount();
  await set(hall, 'supervisor-7', another);
  const stored = kept(hall, 'supervisor-7')?.card ?? '';
  expect([await matches(another, stored), await matches(card, stored)]).toEqual([true, false]);
  hall.close();
  const bytes = readdirSync(hall.dir).filter((file) => file.startsWith('hall.db')).map((file) => readFileSync(join(hall.dir, file)));
  expect(bytes.some((one) => one.includes('accountCardSet')) && bytes.some((one) => one.includes('setAccountCard'))).toBe(true);
  for (const secret of [another, stored]) expect(bytes.some((one) => one.includes(secret))).toBe(false);
});

test('F33 what a card is refused for: nobody’s account, a closed one, a wrong check digit, another account’s card, a hash from outside; and only an admin sets one', async () => {
  const hall = await withConsoleAccount();
  expect([refusalOf(await set(hall, 'nobody', another)), refusalOf(await set(hall, 'nobody'))]).toEqual(['accountUnknown staffId', 'accountUnknown staffId']);
  await hall.ask('openAccount', { staffId: 'clerk-8', name: '样例', role: 'clerk', pin: '731964' }, admin);
  await hall.ask('closeAccount', { staffId: 'clerk-8' }, admin);
  expect(refusalOf(await set(hall, 'clerk-8', another))).toBe('accountUnknown staffId');
  for (const wrong of ['440524198001010019', '110105194912310021', 'ABC123456789012', '', 'x'.repeat(5_000)]) expect([wrong, refusalOf(await set(hall, 'supervisor-7', wrong))]).toEqual([wrong, 'cardNumberWrong card']);
  // The configuration's, of which only a hash is known.
  expect(refusalOf(await set(hall, 'supervisor-7', card))).toBe('accountCardTaken card');
  expect(refusalOf(await set(hall, 'supervisor-7', hashes.card))).toBe('malformed card');
  for (const staffRole of ['clerk', 'host', 'boardOperator', 'supervisor', 'auditor'] as const satisfies readonly StaffRole[]) {
    expect([staffRole, refusalOf(await set(hall, 'supervisor-7', another, { role: 'console', staffId: 'supervisor-7', staffRole }))]).toEqual([staffRole, 'notYourRole']);
  }
  expect(refusalOf(await set(hall, 'supervisor-7', another, kiosk))).toBe('notYourRole');
  expect(await told(hall, 'supervisor-7')).toBe('none');
  // The same card again is no other account's, and the same command again is the same.
  expect(refusalOf(await set(hall, 'supervisor-1', card, admin, 'command-card-1'))).toBe('none');
  expect(factsOf(await set(hall, 'supervisor-1', card, admin, 'command-card-1'))).toHaveLength(1);
  // Of whoever is closed it is free again.
  await hall.ask('closeAccount', { staffId: 'supervisor-1' }, admin);
  expect(refusalOf(await set(hall, 'supervisor-7', card))).toBe('none');
});

test('F33 a command that comes again hears its first answer, also when its card is another account’s by now, and changes nothing', async () => {
  const hall = await withConsoleAccount();
  const first = factsOf(await set(hall, 'supervisor-7', another, admin, 'command-card-7'));
  await set(hall, 'supervisor-7');
  expect(refusalOf(await set(hall, 'admin-1', another))).toBe('none');
  expect(factsOf(await set(hall, 'supervisor-7', another, admin, 'command-card-7'))).toEqual(first);
  expect([await told(hall, 'supervisor-7'), await told(hall, 'admin-1')]).toEqual(['none', 'set']);
  expect(refusalOf(await set(hall, 'supervisor-7', card, admin, 'command-card-7'))).toBe('commandChanged');
  expect(refusalOf(await set(hall, 'supervisor-7', another))).toBe('accountCardTaken card');
});

test('F33 one card for two accounts in one breath: one gets it; a fifth at once is told to wait', async () => {
  const hall = await withConsoleAccount();
  const both = await Promise.all([set(hall, 'admin-1', another), set(hall, 'supervisor-7', another)]);
  expect(both.map(refusalOf).toSorted()).toEqual(['accountCardTaken card', 'none']);
  const five = await Promise.all(Array.from({ length: 5 }, () => set(hall, 'admin-1', another)));
  expect(five.map(refusalOf)).toEqual(['none', 'none', 'none', 'none', 'tooMany']);
  expect(hall.failures).toEqual([]);
});

test('F33 a card that was set and is lost with the disk: neither the PIN alone nor the configuration’s card opens a kiosk, until it is set again', async () => {
  const before = await openHall();
  await set(before, 'supervisor-1', another);
  const rows = before.db.journal.read(1, 100).map((row) => ({ boot: row.boot, counter: row.counter, end: row.ends === 1, table: row.table_name, key: row.key, kind: row.kind, clock: row.clock, v: row.version, body: row.body }));
  before.close();
  const after = await openHall(tempDir(), 'c2c2c2c2c2c2c2c2');
  expect(after.db.readBack.take(rows, undefined, after.clock.now).conflicts).toBe(0);
  const opens = atKiosk(after);
  expect([await told(after, 'supervisor-1'), await opens.withCard('supervisor-1'), await opens.opens('supervisor-1'), await opens.opens('supervisor-1', card), await opens.opens('supervisor-1', another)]).toEqual(['lost', true, false, false, false]);
  expect(refusalOf(await set(after, 'supervisor-1', another))).toBe('none');
  expect([await atKiosk(after).opens('supervisor-1', another), await told(after, 'supervisor-1')]).toEqual([true, 'set']);
});
