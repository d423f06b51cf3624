/* The window against a hub that loses a batch: the hall goes on from the cursor it is told, on the same connection, and gives up after a few rewinds that lead nowhere. */
import { describe, expect, it } from 'vitest';
import { chainStart, uplinkLimits, type Cursor, type Push, type PushReply } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { IdentityKeeper } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import { uplinkPace } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import { gentleRows, pump } from '@kuaizhao/sync-agent/hall/uplink/pump.ts';
import { quietLog } from '../../fixtures/city/hall.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const start: Cursor = { seq: 0, hash: chainStart };

/** `tickMs`: how far the clock goes on with each batch. `atWork`: somebody in the hall is being served. `read`: hears from which row on the journal is read. */
function scene(answer: (push: Push, serial: number, journal: MemoryJournal) => PushReply | undefined | Promise<PushReply | undefined>, { batchRows, tickMs = 0, atWork = false, read }: { batchRows?: number; tickMs?: number; atWork?: boolean; read?: (from: number) => void } = {}) {
  const journal = memoryJournal('00000000000000aa', () => morningStart);
  const next = morning(seeded(1), 'm');
  while (journal.rows.length < 1_800) journal.append(next());
  const identity: IdentityKeeper = {
    get: () => ({ hall: 'h1', install: 'i1', epoch: 'e1', token: 'a'.repeat(32), ...start }),
    keepToken: async () => undefined, keepCursor: () => undefined, readBackDone: () => Promise.resolve(undefined), erasuresDue: () => Promise.resolve(), erasuresDone: () => Promise.resolve(), renew: async () => undefined, close: async () => undefined,
  };
  const froms: number[] = [];
  const written: number[] = [];
  const sizes: number[] = [];
  const rests: number[] = [];
  let [up, now] = [true, morningStart];
  const chance = seeded(2);
  const ending = pump(
    { url: '', key: '', hallName: '', journal: { ...journal, read: (from, ...limits) => { read?.(from); return journal.read(from, ...limits); }, setAcked: (cursor) => { written.push(cursor.seq); journal.setAcked(cursor); } }, identity, ...(batchRows === undefined ? {} : { pace: { ...uplinkPace, batchRows } }), clock: () => now, timer: { after: (delayMs, run) => { rests.push(delayMs); queueMicrotask(run); return () => undefined; } }, random: chance, log: quietLog },
    {
      send: async (push) => { froms.push(push.from); sizes.push(push.n); now += tickMs; return answer(push, froms.length, journal); },
      pause: async () => { up = false; },
      up: () => up,
      atWork: () => atWork,
    },
    { cursor: start, credit: 2 },
    () => undefined,
  );
  return { journal, froms, sizes, rests, written, ending };
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

  it('writes down where the city stands once in sixteen acknowledgements, never sooner than after a second, and the last one when the line ends', async () => {
    const written = async (tickMs: number): Promise<(number | undefined)[]> => {
      const acked: number[] = [];
      const drained = scene((push, serial, journal) => {
        if (serial > 40) return undefined;
        acked.push(push.from + push.n - 1);
        return { kind: 'ack', cursor: { seq: push.from + push.n - 1, hash: journal.hashAt(push.from + push.n - 1)! }, quarantined: 0, credit: 2 };
      }, { batchRows: 8, tickMs });
      expect(await drained.ending).toMatchObject({ kind: 'lost', reason: 'no answer' });
      expect(drained.journal.acked()).toBe(acked[39]);
      return drained.written.map((seq) => acked.indexOf(seq));
    };
    expect(await written(1_000)).toEqual([-1, 15, 31, 39]);
    // Quick answers: forty in a third of a second are one flush of the disk, at the end.
    expect(await written(8)).toEqual([-1, 39]);
    // A clock that is put back does not stop the writing.
    expect(await written(-1_000)).toEqual([-1, 15, 31, 39]);
  });

  it('sends small pieces with a rest behind each while somebody is being served, and large ones without a rest while nobody is', async () => {
    const sent = async (atWork: boolean) => {
      const { journal, sizes, rests, ending } = scene((push, _, journal) => ({ kind: 'ack', cursor: { seq: push.from + push.n - 1, hash: journal.hashAt(push.from + push.n - 1)! }, quarantined: 0, credit: 2 }), { atWork });
      expect(await ending).toMatchObject({ kind: 'lost', reason: 'disconnected' });
      expect(journal.acked()).toBe(journal.head().seq);
      return { most: Math.max(...sizes), batches: sizes.length, rests: rests.filter((ms) => ms > 0).length };
    };
    const [atWork, atRest] = [await sent(true), await sent(false)];
    // Nothing is left to rest for behind the last.
    expect(atWork).toMatchObject({ rests: atWork.batches - 1 });
    expect(atWork.most).toBeLessThanOrEqual(gentleRows);
    expect(atRest.most).toBeGreaterThan(400);
    expect(atRest.rests).toBe(0);
  });

  it('gives the memory of a batch back as soon as the city has it, and of none before', async () => {
    const pushes: Push[] = [];
    const { ending } = scene((push, serial, journal) => {
      pushes.push(push);
      expect(push.payload.byteLength).toBeGreaterThan(0);
      return serial === 3 ? undefined : { kind: 'ack', cursor: { seq: push.from + push.n - 1, hash: journal.hashAt(push.from + push.n - 1)! }, quarantined: 0, credit: 2 };
    });
    expect(await ending).toMatchObject({ kind: 'lost', reason: 'no answer' });
    expect(pushes.map(({ payload }) => payload.byteLength > 0)).toEqual([false, false, true, ...pushes.slice(3).map(() => true)]);
  });

  // Everything that the pump does, in its order, against a city that answers when it is told to.
  const watched = async (steps: (answer: (kind: 'ack' | 'rewind') => Promise<void>, happened: readonly string[]) => Promise<void>, atWork = false): Promise<void> => {
    const happened: string[] = [];
    const waiting: { readonly push: Push; readonly reply: (reply: PushReply | undefined) => void }[] = [];
    const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
    const { journal, ending } = scene((push) => new Promise((reply) => {
      happened.push(`send ${push.from}`);
      waiting.push({ push, reply });
    }), { atWork, read: (from) => { happened.push(`read ${from}`); } });
    await settled();
    await steps(async (kind) => {
      const { push: { from, n, previous }, reply } = waiting.shift()!;
      reply(kind === 'ack' ? { kind, cursor: { seq: from + n - 1, hash: journal.hashAt(from + n - 1)! }, quarantined: 0, credit: 2 } : { kind, cursor: { seq: from - 1, hash: previous } });
      await settled();
    }, happened);
    while (waiting.length > 0) {
      for (const { reply } of waiting.splice(0)) reply(undefined);
      await settled();
    }
    expect(await ending).toMatchObject({ kind: 'lost', reason: 'no answer' });
  };
  const sendsIn = (happened: readonly string[]): string[] => happened.filter((what) => what.startsWith('send')).map((what) => what.slice(5));

  it('makes the next batch while the city works on those before, so that an answer finds it ready', async () => {
    await watched(async (answer, happened) => {
      const [first, second] = sendsIn(happened);
      const third = happened.at(-1)?.slice(5);
      expect(happened).toEqual([`read ${first}`, `send ${first}`, `read ${second}`, `send ${second}`, `read ${third}`]);
      await answer('ack');
      expect(happened[5]).toBe(`send ${third}`);
      // What is left behind it is less than a batch: it waits for what the hall writes meanwhile.
      expect(happened).toHaveLength(6);
    });
  });

  it('forgets the batch that it has made ahead when it is told to go back', async () => {
    await watched(async (answer, happened) => {
      const [first] = sendsIn(happened);
      const before = happened.length;
      await answer('rewind');
      // Not before the other one on its way is answered.
      expect(happened).toHaveLength(before);
      await answer('rewind');
      expect(happened.slice(before, before + 2)).toEqual([`read ${first}`, `send ${first}`]);
    });
  });

  it('makes nothing ahead while somebody is being served', async () => {
    await watched(async (_, happened) => {
      expect(sendsIn(happened)).toHaveLength(uplinkLimits.batchesInFlight);
      expect(happened.at(-1)).toMatch(/^send/);
    }, true);
  });

  // Answers that take so long, a credit of so many: how many batches were on their way at once.
  const mostUnderway = async (answerMs: number, credit: number): Promise<number> => {
    const journal = memoryJournal('00000000000000aa', () => morningStart);
    const next = morning(seeded(1), 'm');
    while (journal.rows.length < 400) journal.append(next());
    let [now, sent, acked, most, up] = [morningStart, 0, 0, 0, true];
    // The chain is looked at once when a batch is made and once more when it is acknowledged.
    const made = new Set<number>();
    const watched: typeof journal = { ...journal, hashAt: (seq) => { if (made.has(seq)) acked += 1; else made.add(seq); return journal.hashAt(seq); } };
    const identity: IdentityKeeper = {
      get: () => ({ hall: 'h1', install: 'i1', epoch: 'e1', token: 'a'.repeat(32), ...start }),
      keepToken: async () => undefined, keepCursor: () => undefined, readBackDone: () => Promise.resolve(undefined), erasuresDue: () => Promise.resolve(), erasuresDone: () => Promise.resolve(), renew: async () => undefined, close: async () => undefined,
    };
    await pump(
      { url: '', key: '', hallName: '', journal: watched, identity, clock: () => now, timer: { after: (_, run) => { queueMicrotask(run); return () => undefined; } }, random: seeded(2), log: quietLog, pace: { ...uplinkPace, batchRows: 8 } },
      {
        send: async (push) => {
          sent += 1;
          most = Math.max(most, sent - acked);
          await Promise.resolve();
          now += answerMs;
          return { kind: 'ack', cursor: { seq: push.from + push.n - 1, hash: journal.hashAt(push.from + push.n - 1)! }, quarantined: 0, credit };
        },
        pause: async () => { up = false; },
        up: () => up, atWork: () => false,
      },
      { cursor: start, credit }, () => undefined,
    );
    expect(journal.acked()).toBe(journal.head().seq);
    return most;
  };

  it('§2 rule 17: two batches are on their way, four when the quickest answer says that the way is long, and never more than the hub takes', async () => {
    expect(await mostUnderway(5, 4)).toBe(uplinkLimits.batchesInFlight);
    expect(await mostUnderway(uplinkLimits.slowLinkMs, 4)).toBe(uplinkLimits.batchesInFlightSlow);
    expect(await mostUnderway(uplinkLimits.slowLinkMs, 1)).toBe(1);
    expect(await mostUnderway(5, 1)).toBe(1);
  });
});
