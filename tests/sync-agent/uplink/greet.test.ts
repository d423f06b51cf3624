/* What a hall makes of the answers to its hello. */
import { expect, it } from 'vitest';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { greet } from '@kuaizhao/sync-agent/hall/uplink/greet.ts';
import { keepIdentity, newIdentity } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import { quietLog } from '../../fixtures/city/hall.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

it('§2 names its version, and a city of another one is a refusal by name: the log is kept, and it asks again slowly', async () => {
  const chance = seeded(1);
  const identity = keepIdentity(newIdentity('h1', chance.hex), () => Promise.resolve(), chance.hex);
  const parts = { url: '', key: '', hallName: '测试', journal: memoryJournal('00000000000000aa', () => morningStart), identity, clock: () => morningStart, timer: { after: () => () => undefined }, random: chance, log: quietLog };
  const asked: number[][] = [];
  const ending = await greet(parts, ({ versions, nonce }) => {
    asked.push(versions);
    return Promise.resolve({ kind: 'upgrade', nonce, versions: [uplinkVersion + 1] });
  });
  expect(asked).toEqual([[uplinkVersion]]);
  expect(ending).toEqual({ kind: 'refused', reason: 'upgrade' });
  expect(identity.get().token).toBeUndefined();
});
