/* What the agent finds of itself before the doors open. */
import { expect, test } from 'vitest';
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import { ownLimits, startOwnReadiness } from '@kuaizhao/sync-agent/hall/machines/own-readiness.ts';
import type { UplinkState } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import { eventually } from '../../../flows/stage/eventually.ts';

type City = { readonly state: UplinkState; readonly aheadMs: number | undefined } | undefined;

async function found(city: City, proof?: unknown, data = import.meta.dirname): Promise<Readonly<Record<string, string>>> {
  const told: Checked[][] = [];
  const running = startOwnReadiness({
    data, newId: () => 'command-x', db: { matching: { prove: () => proof } as never },
    clock: { after: () => () => undefined } as never,
    engine: { handle: async (message) => { told.push((message as { checks: Checked[] }).checks); return { ok: true, facts: [] } as never; } },
    uplink: city === undefined ? undefined : { uplinkState: () => city.state, clockAheadMs: () => city.aheadMs },
  });
  const checks = await eventually('what the agent found', () => told[0]);
  running.stop();
  return Object.fromEntries(checks.map(({ check, state }) => [check, state]));
}

test('§6 readiness of the agent: the city and the clock against it', async () => {
  const off = (seconds: number): City => ({ state: 'caughtUp', aheadMs: seconds * 1_000 });
  expect(await found(undefined)).toMatchObject({ city: 'ok', plan: 'ok' });
  expect(await found(undefined)).not.toHaveProperty('cityClock');
  expect(await found({ state: 'connecting', aheadMs: undefined })).toMatchObject({ city: 'soon', cityClock: 'unknown' });
  expect(await found({ state: 'damaged', aheadMs: 0 })).toMatchObject({ city: 'bad', cityClock: 'ok' });
  expect((await found(off(ownLimits.clockOffS)))['cityClock']).toBe('ok');
  expect((await found(off(-ownLimits.clockOffS - 1)))['cityClock']).toBe('soon');
  expect((await found(off(-ownLimits.clockWrongS - 1)))['cityClock']).toBe('bad');
});

test('§6 readiness of the agent: a plan that fails its proof, a disk that cannot be asked', async () => {
  expect(await found(undefined, 'value')).toMatchObject({ plan: 'bad' });
  expect(await found(undefined, undefined, '/no such folder')).toMatchObject({ disk: 'unknown' });
});
