/* Accounts after a backup was put back: whoever was closed since is out again as soon as the city has told it, also at a console where this person sits already. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { tempDir } from '../../fixtures/engine.ts';
import { AtConsole } from '../../flows/stage/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openTown } from './stage.ts';

const admin: Actor = { role: 'console', staffId: 'supervisor-1', staffRole: 'admin' };
const [given, own] = ['480251', '905173'];
const patienceMs = 180_000;

test('F33 I11 an account that was closed after the backup is closed again when its rows come back from the city, and its line is cut', async () => {
  const town = await openTown();
  for (const staffId of ['clerk-7', 'clerk-8']) expect(await town.ask('hall-a', { type: 'openAccount', staffId, name: '样例', role: 'clerk', pin: given }, admin)).toMatchObject({ ok: true });
  for (const staffId of ['clerk-7', 'clerk-8']) expect(await town.ask('hall-a', { type: 'setOwnPin', pin: own }, { role: 'console', staffId, staffRole: 'clerk' })).toMatchObject({ ok: true });
  await town.caughtUp('hall-a');
  const file = join(tempDir(), 'before.kzb');
  expect(await town.operateHall('hall-a', 'backup', file)).toMatchObject({ ok: true });
  expect(await town.ask('hall-a', { type: 'closeAccount', staffId: 'clerk-7' }, admin)).toMatchObject({ ok: true });
  expect(await town.ask('hall-a', { type: 'setAccountPin', staffId: 'clerk-8', pin: '731964' }, admin)).toMatchObject({ ok: true });
  await town.caughtUp('hall-a');

  await town.hubDown();
  expect(await town.operateHall('hall-a', 'restore', file)).toMatchObject({ ok: true });
  const hall = town.hall('hall-a');
  const line = new AtConsole(hall.urls.agent, 'console-1');
  onTestFinished(() => line.close());
  // The backup knows nothing of it: this person sits down again.
  expect(await line.signIn('clerk-7', own)).toMatchObject({ ok: true });
  await town.hubAgain();
  await eventually('the account is closed again', () => hall.db.view.account('clerk-7')?.closed === true);
  await eventually('and its line is cut', async () => { const answer = await line.question('wait', { service: 'work' }).catch(() => undefined); return answer === undefined || !answer.ok; });
  const next = new AtConsole(hall.urls.agent, 'console-2');
  onTestFinished(() => next.close());
  expect(await next.signIn('clerk-7', own)).toMatchObject({ ok: false });
  // The PIN that an admin gave is lost with the disk: the one before is good for one sign-in.
  await eventually('the other one has to set a PIN', () => hall.db.view.account('clerk-8')?.oneTime === true);
  expect(await next.signIn('clerk-8', own)).toMatchObject({ ok: true, mustSetPin: true });
}, patienceMs);
