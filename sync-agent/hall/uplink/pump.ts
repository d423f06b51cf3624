/* The window: a few batches on their way at once, the city's cursor as the only truth about what arrived. */
import type { Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import { pushReplySchema, uplinkLimits, type Cursor, type Push, type PushReply } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { forkReason } from './greet.ts';
import { letGo, makePush } from './make-push.ts';
import { createNap } from './nap.ts';
import type { Ending, UplinkParts } from './parts.ts';

export interface PumpLine {
  /** Sends and gives the raw answer; undefined when none came in time or the line is gone. */
  send(push: Push): Promise<unknown>;
  /** Resolves at the next wake-up, poll or loss of the line. */
  pause(): Promise<void>;
  up(): boolean;
  /** Somebody in the hall is being served: a commit was made a moment ago. */
  atWork(): boolean;
}

/**
 * Where the city stands is written down after so many acknowledgements and not before so long, and whenever nothing is on its way or the line ends: each writing is a flush of the disk that the hall's own commits wait for, too.
 * Its loss costs as many batches that are pushed and read back again.
 */
const keepEveryAcks = 16;
const keepEveryMs = 1_000;

/** A hall at work sends its backlog in small pieces with a rest behind each: making a batch of 512 rows holds a tap up by ten milliseconds, one of so many by one. Some 1,500 rows a second: the rows of a day are there in half a minute, also at the busiest hour; whatever is more goes at full speed as soon as nobody has come for a second. */
export const gentleRows = 64;
const gentleRestMs = 40;

/** Rewinds that bring nothing forward: more mean that both sides do not understand each other. */
const rewindsInARow = 3;

/** Pushes from `start` until the line ends or the city will not go on. `caughtUp` is told at each change; true only when the city's cursor and hash are the journal's own end. */
export async function pump(parts: UplinkParts, line: PumpLine, start: Start, caughtUp: (yes: boolean) => void): Promise<Ending> {
  const kept = keptBehind(parts);
  try {
    return await pumped(parts, line, start, caughtUp, kept);
  } finally {
    kept.write();
  }
}

interface Start { readonly cursor: Cursor; readonly credit: number }

async function pumped(parts: UplinkParts, line: PumpLine, start: Start, caughtUp: (yes: boolean) => void, kept: ReturnType<typeof keptBehind>): Promise<Ending> {
  const { journal, identity, clock } = parts;
  let credit = start.credit;
  let confirmed = start.cursor;
  let sent = start.cursor;
  /** The batch behind what was sent, made while the city works on those before, so that an answer finds it ready. Only a full one: what a hall writes meanwhile shall go together. */
  let ahead: ReturnType<typeof makePush>;
  let rewinds = 0;
  /** how long the quickest answer took, and so how long the way is; of one line */
  let quickestMs: number | undefined;
  const underway: { readonly push: Push; readonly answer: Promise<unknown>; readonly at: number }[] = [];
  const rest = createNap(parts.timer);
  const rowsAtOnce = (): number => Math.min(parts.pace?.batchRows ?? uplinkLimits.rowsPerBatch, line.atWork() ? gentleRows : Infinity);
  const windowOf = (): number => (quickestMs !== undefined && quickestMs >= uplinkLimits.slowLinkMs ? uplinkLimits.batchesInFlightSlow : uplinkLimits.batchesInFlight);
  const keep = (cursor: Cursor): void => {
    confirmed = cursor;
    kept.take(cursor);
    kept.write();
  };
  keep(confirmed);
  while (line.up()) {
    while (underway.length < Math.min(credit, windowOf())) {
      const made = ahead ?? makePush(journal, identity.get(), sent, rowsAtOnce());
      ahead = undefined;
      if (made === undefined) break;
      caughtUp(false);
      sent = made.after;
      underway.push({ push: made.push, answer: line.send(made.push), at: clock() });
      if (line.atWork() && made.after.seq < journal.head().seq) await rest.wait(gentleRestMs);
    }
    const first = underway.shift();
    if (first === undefined) {
      kept.write();
      const head = journal.head();
      caughtUp(confirmed.seq === head.seq && confirmed.hash === head.hash);
      await line.pause();
      continue;
    }
    if (ahead === undefined && !line.atWork() && journal.head().seq - sent.seq >= rowsAtOnce()) {
      // What was just sent leaves first.
      await rest.wait(0);
      ahead = makePush(journal, identity.get(), sent, rowsAtOnce());
    }
    const reply = understood(await first.answer);
    if (reply.kind === 'lost') return reply;
    if (reply.kind === 'ack') {
      if (journal.hashAt(reply.cursor.seq) !== reply.cursor.hash) return forked;
      rewinds = 0;
      letGo(first.push);
      // A clock that is set meanwhile makes one way look long or short, and the window is right again with the next line.
      quickestMs = Math.min(quickestMs ?? Infinity, Math.max(0, clock() - first.at));
      credit = reply.credit;
      confirmed = reply.cursor;
      kept.take(reply.cursor, reply.own);
      continue;
    }
    // What else is on its way is answered the same; nothing new goes out before that.
    await Promise.all(underway.splice(0).map(({ answer }) => answer));
    if (reply.kind !== 'rewind') return endingOf(reply);
    if (journal.hashAt(reply.cursor.seq) !== reply.cursor.hash) return { kind: 'forked', reason: forkReason(journal, reply.cursor) };
    rewinds += 1;
    if (rewinds > rewindsInARow) return { kind: 'lost', reason: 'rewound again and again' };
    keep(reply.cursor);
    sent = reply.cursor;
    ahead = undefined;
  }
  await Promise.all(underway.map(({ answer }) => answer));
  return { kind: 'lost', reason: 'disconnected' };
}

/** The newest word of the city, on its way to the disk. */
function keptBehind({ journal, identity, clock }: Pick<UplinkParts, 'journal' | 'identity' | 'clock'>) {
  let [newest, own, acks, wroteAt]: [Cursor | undefined, Mark | undefined, number, number] = [undefined, undefined, 0, clock()];
  const write = (): void => {
    if (newest === undefined) return;
    journal.setAcked(newest);
    identity.keepCursor(newest);
    // After a read-back, and only then, the hall has all that stands before it.
    if (own !== undefined) journal.setOwn(own);
    [newest, own, acks, wroteAt] = [undefined, undefined, 0, clock()];
  };
  return {
    write,
    take(cursor: Cursor, mark?: Mark): void {
      newest = cursor;
      own = mark ?? own;
      acks += 1;
      // A clock that was put back meanwhile is no reason to wait.
      if (acks >= keepEveryAcks && Math.abs(clock() - wroteAt) >= keepEveryMs) write();
    },
  };
}

const forked: Ending = { kind: 'forked', reason: 'the city has another journal of this hall' };

function understood(answer: unknown): PushReply | { readonly kind: 'lost'; readonly reason: string } {
  const reply = pushReplySchema.safeParse(answer);
  if (reply.success) return reply.data;
  return { kind: 'lost', reason: answer === undefined ? 'no answer' : 'answer not understood' };
}

function endingOf(reply: Exclude<PushReply, { kind: 'ack' | 'rewind' }>): Ending {
  switch (reply.kind) {
    case 'fork': return forked;
    case 'busy': return { kind: 'busy', retryMs: reply.retryMs };
    case 'refuse':
      // Another connection of this hall was welcomed since, or the hub forgot: a new hello says which.
      return reply.reason === 'notWelcomed' || reply.reason === 'staleToken' ? { kind: 'lost', reason: reply.reason } : { kind: 'refused', reason: reply.reason };
  }
}
