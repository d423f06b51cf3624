/* What a kiosk does about a release, when it counts as healthy, and what its folder keeps. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, boolean, constantFrom, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { stepFor, type Here } from '@kuaizhao/kiosk/host/updates/decide.ts';
import { aloneMs, watchHealth } from '@kuaizhao/kiosk/host/updates/health.ts';
import { launchedAs } from '@kuaizhao/kiosk/host/updates/updater.ts';
import { openVersionFolder } from '@kuaizhao/kiosk/host/updates/version-folder.ts';
import { compareVersions } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { createManualTimer } from '../../../hardware/manual-timer.ts';
import { tempDir } from '../../../fixtures/engine.ts';

const here = (more: Partial<Here> = {}): Here => ({ running: '1.1.0', proven: ['1.0.0', '1.1.0'], bad: [], isThere: () => true, refused: undefined, idle: true, ...more });

test('fetch what is not there; wait for closed hours and an empty place; then switch', () => {
  expect(stepFor({ maySwitch: true }, here())).toBe('nothing');
  expect(stepFor({ wanted: '1.2.0', maySwitch: true }, here({ isThere: () => false }))).toBe('fetch');
  expect(stepFor({ wanted: '1.2.0', maySwitch: false }, here())).toBe('wait');
  expect(stepFor({ wanted: '1.2.0', maySwitch: true }, here({ idle: false }))).toBe('wait');
  expect(stepFor({ wanted: '1.2.0', maySwitch: true }, here())).toBe('switch');
  expect(stepFor({ wanted: '0.9.0', maySwitch: true }, here())).toBe('older');
  expect(stepFor({ wanted: '1.0.0', maySwitch: true }, here())).toBe('switch');
});

test('whatever a hall says: never under hands, never in opened hours, never what was given up or refused here, never older but back to what ran here', () => {
  const version = constantFrom('1.0.0', '1.1.0', '1.2.0', '0.9.0');
  const said = record({ wanted: version, maySwitch: boolean(), running: version, proven: array(version), bad: array(version), there: boolean(), refused: constantFrom(undefined, '1.2.0', '1.0.0'), idle: boolean() });
  assert(property(said, ({ wanted, maySwitch, running, proven, bad, there, refused, idle }) => {
    const step = stepFor({ wanted, maySwitch }, here({ running, proven, bad, isThere: () => there, refused, idle }));
    const may = maySwitch && idle && there && wanted !== running && !bad.includes(wanted) && refused !== wanted && (compareVersions(wanted, running) > 0 || proven.includes(wanted));
    expect(step === 'switch').toBe(may);
  }));
});

test('healthy: with page and agent at once, with the page alone after a minute, without a page never', async () => {
  const timer = createManualTimer();
  const told: string[] = [];
  const health = (name: string) => watchHealth(timer, () => { told.push(name); });
  const [both, alone, none, flickers] = [health('both'), health('alone'), health('none'), health('flickers')];
  none.line(true);
  both.line(true);
  both.page(true);
  both.page(false);
  both.page(true);
  expect([told, both.isHealthy()]).toEqual([['both'], true]);
  alone.page(true);
  flickers.page(true);
  await timer.advance(aloneMs - 1);
  flickers.page(false);
  await timer.advance(1);
  expect([told, none.isHealthy(), flickers.isHealthy()]).toEqual([['both', 'alone'], false, false]);
  flickers.page(true);
  flickers.line(true);
  expect(told).toEqual(['both', 'alone', 'flickers']);
});

test('the folder remembers what was well, keeps what runs and one besides, and takes nothing of its names for granted', () => {
  const folder = join(tempDir(), 'updates');
  const versions = openVersionFolder(folder, 'linux-x64');
  for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0', 'x', '1.4.0.part']) {
    mkdirSync(versions.at(version), { recursive: true });
    writeFileSync(join(versions.at(version), 'kuaizhao'), '');
  }
  for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.2.0']) versions.healthy(version);
  expect([versions.proven(), readFileSync(join(folder, 'starts'), 'utf8')]).toEqual([['1.0.0', '1.1.0', '1.2.0'], '1.2.0 0\n']);
  writeFileSync(join(folder, 'bad'), '1.3.0\nrubbish\n../..\n');
  expect([versions.bad(), versions.ready()]).toEqual([['1.3.0'], ['1.3.0', '1.2.0', '1.1.0', '1.0.0']]);
  versions.point('1.2.0');
  versions.tidy('1.2.0', '1.4.0');
  expect(['1.0.0', '1.1.0', '1.2.0', '1.3.0', 'x', '1.4.0.part'].map((version) => existsSync(versions.at(version)))).toEqual([false, true, true, false, false, true]);
});

test('only the launcher’s own word counts for what runs', () => {
  expect(launchedAs({}, '0.1.0')).toBeUndefined();
  expect(launchedAs({ KUAIZHAO_LAUNCHED: '1.2.0' }, '0.1.0')).toBeUndefined();
  expect(launchedAs({ KUAIZHAO_LAUNCHED: '1.2.0', KUAIZHAO_FOLDER: '/f' }, '0.1.0')).toEqual({ folder: '/f', running: '1.2.0' });
  expect(launchedAs({ KUAIZHAO_LAUNCHED: 'installed', KUAIZHAO_FOLDER: '/f' }, '0.1.0')).toEqual({ folder: '/f', running: '0.1.0' });
  expect(launchedAs({ KUAIZHAO_LAUNCHED: '../x', KUAIZHAO_FOLDER: '/f' }, '0.1.0')).toBeUndefined();
});
