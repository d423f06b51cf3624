/* The window against a hub that loses a batch: the hall goes on from the cursor it is told, on the same connection, and gives up after a few rewinds that lead nowhere. */
import { describe, expect, it } from 'vitest';
import { chainStart, type Cursor, type Push, type PushReply } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { IdentityKeeper } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import { pump } from '@kuaizhao/sync-agent/hall/uplink/pump.ts';
import { quietLog } from '../../fixtures/city/hall.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const start: Cursor = { seq: 0, hash: chainStart };

function scene(answer: (push: Push, serial: number, journal: MemoryJournal) => PushReply) {
  const journal = memoryJournal('00000000000000aa', () => morningStart);
  const next = morning(seeded(1), 'm');
  while (journal.rows.length < 1_800) journal.append(next());
  const identity: IdentityKeeper = {
    get: () => ({ hall: 'h1', install: 'i1', epoch: 'e1', token: 'a'.repeat(32), ...start }),
    keepToken: async () => undefined, keepCursor: () => undefined, readBackDone: () => Promise.resolve(undefined), renew: async () => undefined, close: async () => undefined,
  };
  const froms: number[] = [];
  let up = true;
  const chance = seeded(2);
  const ending = pump(
    { url: '', key: '', hallName: '', journal, identity, clock: () => morningStart, timer: { after: () => () => undefined }, random: chance, log: quietLog },
    {
      send: async (push) => { froms.push(push.from); return answer(push, froms.length, journal); },
      pause: async () => { up = false; },
      up: () => up,
    },
    { cursor: start, credit: 2 },
    () => undefined,
  );
  return { journal, froms, ending };
}

describe('the window', () => {
  it('goes on from the cursor after a rewind', async () => {
    let cursor = start;
    const { journal, froms, ending } = scene((push, serial, journal) => {
      // The second batch was lost: it and what was sent behind it find the old cursor.
      if (serial === 2 || push.from !== cursor.seq + 1) return { kind: 'rewind', cursor };
      cursor = { seq: push.from + push.n - 1, hash: journal.hashAt(push.from + push.n - 1)! };
      return { kind: 'ack', cursor, quarantined: 0, credit: 2 };
    });
    expect(await ending).toMatchObject({ kind: 'lost', reason: 'disconnected' });
    expect(cursor).toEqual(journal.head());
    expect(journal.acked()).toBe(journal.head().seq);
    const second = froms[1]!;
    expect(froms.filter((from) => from === second)).toHaveLength(2);
  });

  it('ends the connection when rewinds lead nowhere', async () => {
    const { ending } = scene(() => ({ kind: 'rewind', cursor: start }));
    expect(await ending).toEqual({ kind: 'lost', reason: 'rewound again and again' });
  });

  it('ends as forked when the city answers with a hash that is not ours', async () => {
    const { ending } = scene((push) => ({ kind: 'ack', cursor: { seq: push.n, hash: 'f'.repeat(64) }, quarantined: 0, credit: 2 }));
    expect(await ending).toMatchObject({ kind: 'forked' });
  });
});
