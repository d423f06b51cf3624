/* The hello of a new connection: who we are, where our journal ends, and what the city makes of it. */
import type { Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import { chainStart, helloReplySchema, uplinkLimits, type Cursor, type Hello } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { Ending, UplinkParts } from './parts.ts';

/** `aheadMs`: this machine's clock against the city's, with the answer's way in it. */
export type Greeting = { readonly kind: 'welcome'; readonly cursor: Cursor; readonly credit: number; readonly aheadMs: number; /** where what the city has of this hall ends */ readonly own: Mark | undefined } | Ending;

/** The file beside the database knows rows that the database does not have, or has differently. */
export function theDiskWentBack({ identity, journal }: Pick<UplinkParts, 'identity' | 'journal'>): boolean {
  const { seq, hash } = identity.get();
  // The file lags behind what was cleared away meanwhile: nothing is known of that row any more.
  if (seq < (journal.base()?.seq ?? 0)) return false;
  return seq > journal.head().seq || journal.hashAt(seq) !== hash;
}

/** Then the journal is a new one. */
export async function renewIfTheDiskWentBack({ identity, journal, log }: UplinkParts): Promise<void> {
  if (!theDiskWentBack({ identity, journal })) return;
  log.warn({ knownSeq: identity.get().seq, headSeq: journal.head().seq }, 'the journal is behind what the city acknowledged: a new epoch begins');
  await beginEpoch({ identity, journal });
}

/** The city has other rows of this epoch than the journal, so one of both has lost some: what is here is pushed again under a new epoch, and what is there already is known by its operations. */
export async function afterFork(parts: UplinkParts, ending: Ending): Promise<Ending> {
  if (ending.kind !== 'forked') return ending;
  parts.log.warn({ headSeq: parts.journal.head().seq, baseSeq: parts.journal.base()?.seq ?? 0 }, `${ending.reason}: a new epoch begins`);
  await beginEpoch(parts);
  return ending;
}

/** Why a journal and the city's cursor do not go together, in words for the log. */
export const forkReason = (journal: Pick<UplinkParts['journal'], 'base'>, cursor: Cursor): string =>
  (cursor.seq < (journal.base()?.seq ?? 0) ? 'the city went back behind the rows that are kept here' : 'the city has another journal of this hall');

async function beginEpoch({ identity, journal }: Pick<UplinkParts, 'identity' | 'journal'>): Promise<void> {
  // In this order: a machine that ends between the two believes less of its old epoch than is true, and never of a new one what the old one was told. The city would take that for rows that it lost.
  journal.setAcked({ seq: 0, hash: chainStart });
  await identity.renew();
}

/** `ask` sends the hello and gives the raw answer, or undefined when none came. The welcome's token is on disk when this resolves. */
export async function greet(parts: UplinkParts, ask: (hello: Hello) => Promise<unknown>): Promise<Greeting> {
  const { identity, journal, clock, random, hallName } = parts;
  const { hall, install, epoch, token, restoreCode } = identity.get();
  const [head, base] = [journal.head(), journal.base()];
  // A city that does not know this epoch looks whether it has everything that is gone here; one that does has acknowledged it.
  const past = base === undefined || journal.acked() > 0 ? undefined : journal.past(uplinkLimits.pastRanges);
  const nonce = random.hex(16);
  const answer = await ask({
    versions: [uplinkVersion], hall, install, epoch, ...(token === undefined ? {} : { token }), ...(restoreCode === undefined ? {} : { restoreCode }),
    seq: head.seq, hash: head.hash, ...(base === undefined ? {} : { base }), ...(past === undefined ? {} : { past: past.map(({ boot, first, last }) => [boot, first, last]) }), nonce, clock: clock(), hallName,
  });
  const reply = helloReplySchema.safeParse(answer);
  if (!reply.success) return { kind: 'lost', reason: answer === undefined ? 'no answer' : 'answer not understood' };
  // An answer to another hello, from before a reconnect or from before a copy of this machine was made.
  if (reply.data.nonce !== nonce) return { kind: 'lost', reason: 'answer to another hello' };
  switch (reply.data.kind) {
    case 'welcome': {
      const { cursor } = reply.data;
      if (journal.hashAt(cursor.seq) !== cursor.hash) return { kind: 'forked', reason: forkReason(journal, cursor) };
      if (reply.data.lacks === true) parts.log.error({ baseSeq: base?.seq ?? 0 }, 'the city lacks rows that this hall keeps no longer');
      await identity.keepToken(reply.data.token);
      return { kind: 'welcome', cursor, credit: reply.data.credit, aheadMs: clock() - reply.data.now, own: reply.data.own };
    }
    case 'fork': return { kind: 'forked', reason: forkReason(journal, reply.data.cursor) };
    case 'refuse': return { kind: 'refused', reason: reply.data.reason };
    case 'upgrade': return { kind: 'refused', reason: 'upgrade' };
    case 'busy': return { kind: 'busy', retryMs: reply.data.retryMs };
  }
}
