/* Accounts through the engine: an admin opens and closes them, the hall keeps an admin, and the journal holds ids and roles only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { matches } from '@kuaizhao/db/sealing/pin-hash.ts';
import { factOf, factsOf, openEngine, refusalOf, tempDir, type TestEngine } from '../../../fixtures/engine.ts';

const console_ = (staffId: string, staffRole: StaffRole): Actor => ({ role: 'console', staffId, staffRole });
const admin = console_('admin-1', 'admin');
const agent: Actor = { role: 'agent' };
const pin = '480251';
const name = '样例甲乙丙';

async function withAdmin(dir = tempDir()): Promise<TestEngine> {
  const hall = openEngine(dir);
  expect(refusalOf(await hall.ask('seedAccount', { staffId: 'admin-1', name: '站长样例', role: 'admin', pin: 'scrypt$c2FsdA$aGFzaA' }, agent))).toBe('none');
  return hall;
}
const kept = (hall: TestEngine, staffId: string) => hall.db.faces.accounts.kept(staffId);
const open = (hall: TestEngine, staffId: string, role: StaffRole = 'clerk', commandId?: string) => hall.ask('openAccount', { staffId, name, role, pin }, admin, commandId);

test('F33 an admin opens an account; name and PIN are kept sealed beside the journal, which holds id and role', async () => {
  const hall = await withAdmin();
  expect(factsOf(await open(hall, 'clerk-7'))).toEqual([{ type: 'accountOpened', staffId: 'clerk-7', role: 'clerk', by: 'admin-1', oneTime: true }]);
  const account = kept(hall, 'clerk-7');
  expect([account?.name, account?.oneTime, await matches(pin, account?.pin ?? ''), await matches('480252', account?.pin ?? '')]).toEqual([name, true, true, false]);
  const stored = account?.pin ?? '';
  hall.close();
  const bytes = readdirSync(hall.dir).filter((file) => file.startsWith('hall.db')).map((file) => readFileSync(join(hall.dir, file)));
  expect(bytes.some((one) => one.includes('clerk-7'))).toBe(true);
  for (const secret of [name, pin, stored]) expect(bytes.some((one) => one.includes(secret))).toBe(false);
  // Another process over the same file knows the same.
  const again = openEngine(hall.dir, 'b1b1b1b1b1b1b1b1');
  expect([again.db.faces.accounts.kept('clerk-7')?.name, again.db.faces.accounts.kept('clerk-7')?.pin]).toEqual([name, stored]);
});

test('F33 the same command again is answered again; another content under its id is not carried out', async () => {
  const hall = await withAdmin();
  const first = await open(hall, 'clerk-7', 'clerk', 'command-open-7');
  expect(await open(hall, 'clerk-7', 'clerk', 'command-open-7')).toEqual(first);
  expect(refusalOf(await open(hall, 'clerk-7', 'host', 'command-open-7'))).toBe('commandChanged');
  expect(hall.seen.filter(({ type }) => type === 'accountOpened')).toHaveLength(2);
});

test('F33 what an account is refused for: known ids for ever, weak PINs, hashes from outside, ids nobody has', async () => {
  const hall = await withAdmin();
  await open(hall, 'clerk-7');
  expect(refusalOf(await open(hall, 'clerk-7'))).toBe('accountKnown staffId');
  expect(refusalOf(await open(hall, 'agent'))).toBe('accountKnown staffId');
  await hall.ask('closeAccount', { staffId: 'clerk-7' }, admin);
  expect(refusalOf(await open(hall, 'clerk-7'))).toBe('accountKnown staffId');
  const weak = async (given: string): Promise<string> => refusalOf(await hall.ask('openAccount', { staffId: '480251', name, role: 'clerk', pin: given }, admin));
  expect([await weak('4802'), await weak('111111'), await weak('123456'), await weak('480251'), await weak('scrypt$c2FsdA$aGFzaA'), await weak('x')]).toEqual(['pinShort pin', 'pinSame pin', 'pinRun pin', 'pinIsId pin', 'malformed pin', 'malformed pin']);
  for (const type of ['setAccountRole', 'setAccountPin', 'closeAccount', 'unlockAccount'] as const) {
    const wanted = type === 'setAccountRole' ? { role: 'host' } : type === 'setAccountPin' ? { pin: '480263' } : {};
    for (const staffId of ['nobody', 'clerk-7']) expect([type, refusalOf(await hall.engine.handle({ type, commandId: `command-${type}-${staffId}`, staffId, ...wanted }, admin))]).toEqual([type, 'accountUnknown staffId']);
  }
  expect(refusalOf(await hall.ask('setOwnPin', { pin: '480263' }, console_('clerk-7', 'clerk')))).toBe('accountUnknown');
});

test('F33 only an admin sees to accounts; the own PIN is everybody’s, an auditor’s too', async () => {
  const hall = await withAdmin();
  await open(hall, 'clerk-7');
  await open(hall, 'auditor-7', 'auditor');
  for (const role of ['clerk', 'host', 'boardOperator', 'supervisor', 'auditor'] as const) {
    expect([role, refusalOf(await hall.ask('openAccount', { staffId: 'x-1', name, role: 'admin', pin }, console_('clerk-7', role)))]).toEqual([role, 'notYourRole']);
    expect([role, refusalOf(await hall.ask('seedAccount', { staffId: 'x-1', name, role: 'admin', pin: 'scrypt$c2FsdA$aGFzaA' }, console_('clerk-7', role)))]).toEqual([role, 'notYourRole']);
  }
  expect(refusalOf(await hall.ask('recoverAccount', { staffId: 'admin-1', pin: 'scrypt$c2FsdA$aGFzaA' }, admin))).toBe('notYourRole');
  expect(refusalOf(await hall.ask('setOwnPin', { pin: '905173' }, console_('auditor-7', 'auditor')))).toBe('none');
  expect(kept(hall, 'auditor-7')?.oneTime).toBe(false);
});

test('F33 the one-time PIN again is no own PIN; after the own one it is over with the first', async () => {
  const hall = await withAdmin();
  await open(hall, 'clerk-7');
  const clerk = console_('clerk-7', 'clerk');
  expect(refusalOf(await hall.ask('setOwnPin', { pin }, clerk))).toBe('pinOld pin');
  expect(factsOf(await hall.ask('setOwnPin', { pin: '905173' }, clerk))).toEqual([{ type: 'accountPinSet', staffId: 'clerk-7', by: 'clerk-7' }]);
  const stored = kept(hall, 'clerk-7')?.pin ?? '';
  expect([await matches('905173', stored), await matches(pin, stored), kept(hall, 'clerk-7')?.oneTime]).toEqual([true, false, false]);
  expect(factOf(await hall.ask('setAccountPin', { staffId: 'clerk-7', pin: '731964' }, admin), 'accountPinSet')).toEqual({ type: 'accountPinSet', staffId: 'clerk-7', by: 'admin-1', oneTime: true });
  expect(kept(hall, 'clerk-7')?.oneTime).toBe(true);
});

test('F33 the last admin is neither closed nor demoted, by nobody, not even together in one commit', async () => {
  const hall = await withAdmin();
  expect(refusalOf(await hall.ask('closeAccount', { staffId: 'admin-1' }, admin))).toBe('lastAdmin staffId');
  expect(refusalOf(await hall.ask('setAccountRole', { staffId: 'admin-1', role: 'clerk' }, admin))).toBe('lastAdmin role');
  await open(hall, 'admin-2', 'admin');
  const both = await Promise.all([hall.ask('closeAccount', { staffId: 'admin-1' }, admin), hall.ask('setAccountRole', { staffId: 'admin-2', role: 'clerk' }, admin)]);
  expect(both.map(refusalOf).toSorted()).toEqual(['lastAdmin role', 'none']);
  expect(hall.db.view.openAccounts('admin')).toBe(1);
});

test('F33 whoever is closed sits nowhere any more, and keeps a name in old records', async () => {
  const hall = await withAdmin();
  await open(hall, 'clerk-7');
  await hall.ask('startShift', { place: { kind: 'window', id: 'w1' } }, console_('clerk-7', 'clerk'));
  const facts = factsOf(await hall.ask('closeAccount', { staffId: 'clerk-7' }, admin));
  expect(facts.map(({ type }) => type)).toEqual(['accountClosed', 'shiftEnded']);
  expect(hall.db.view.openShiftOf('clerk-7')).toBeUndefined();
  expect([kept(hall, 'clerk-7')?.pin, kept(hall, 'clerk-7')?.name]).toEqual([undefined, name]);
});

test('F33 accounts that come back from the city after a loss have no name and no PIN, and those that were closed stay closed', async () => {
  const before = await withAdmin();
  await open(before, 'clerk-7');
  await open(before, 'clerk-8');
  await before.ask('closeAccount', { staffId: 'clerk-8' }, admin);
  await before.ask('setOwnPin', { pin: '905173' }, console_('admin-1', 'admin'));
  const rows = before.db.journal.read(1, 100).map((row) => ({ boot: row.boot, counter: row.counter, end: row.ends === 1, table: row.table_name, key: row.key, kind: row.kind, clock: row.clock, v: row.version, body: row.body }));
  before.close();
  // A new disk: the configuration has brought its admin in again already.
  const after = openEngine(tempDir(), 'c2c2c2c2c2c2c2c2');
  await after.ask('seedAccount', { staffId: 'admin-1', name: '站长样例', role: 'admin', pin: 'scrypt$c2FsdA$aGFzaA' }, agent);
  expect(after.db.readBack.take(rows, undefined, after.clock.now).conflicts).toBe(0);
  const [clerk7, clerk8, first] = ['clerk-7', 'clerk-8', 'admin-1'].map((staffId) => kept(after, staffId));
  expect([clerk7?.role, clerk7?.name, clerk7?.pin, clerk7?.closedAt]).toEqual(['clerk', undefined, undefined, undefined]);
  expect(clerk8?.closedAt).toBeDefined();
  // The PIN of the configuration opens once, and another one is set.
  expect([first?.pin, first?.oneTime]).toEqual(['scrypt$c2FsdA$aGFzaA', true]);
});
