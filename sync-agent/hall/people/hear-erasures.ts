/* Does what the city's erasures ask: looks through the hall's people for whom each is about, erases them, and says so in the journal, which is how the city knows. After a restore the feed tells of erasures that the backup had not heard of. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { ErasureWord } from '@kuaizhao/db/domain/feeds/bodies.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Engine } from '../engine.ts';
import { followFeed, type Followed, type FollowParts } from '../online/follow-feed.ts';

/** People looked through without a breath: a few milliseconds, unless one of them has the quick half by chance. */
const peopleAtOnce = 200;
const agent: Actor = { role: 'agent' };

export interface HearErasuresParts extends Omit<FollowParts, 'settings'> {
  readonly db: { readonly faces: { readonly people: Pick<HallDb['faces']['people'], 'erasuresToHear' | 'findErased'> } }; readonly engine: Pick<Engine, 'handle'>; readonly newId: () => string;
  readonly breathe: () => Promise<void>;
}

/** Until stopped. */
export function startHearingErasures({ db, engine, newId, breathe, ...parts }: HearErasuresParts): Followed {
  const face = db.faces.people;
  const find = async (word: ErasureWord, going: () => boolean): Promise<readonly string[] | undefined> => {
    const workerIds: string[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      if (!going()) return undefined;
      const found = face.findErased(word, after, peopleAtOnce);
      workerIds.push(...found.workerIds);
      after = found.next;
      await breathe();
    }
    return workerIds;
  };
  return followFeed('erasures', parts, async (going) => {
    const { erasures, strange } = face.erasuresToHear();
    if (strange > 0) parts.log.warn({ strange }, 'erasures of the city that are not understood here');
    let again = false;
    for (const word of erasures) {
      const workerIds = await find(word, going);
      if (workerIds === undefined) return false;
      const answer = await engine.handle({ type: 'hearErasure', commandId: `erasure-${newId()}`, erasure: word.erasure, at: word.at, workerIds }, agent);
      // Somebody who stands at a window now is erased when the call is over.
      again ||= !answer.ok;
      if (answer.ok) parts.log.info({ erasure: word.erasure.erasureId }, 'erasure of the city done');
      else parts.log.warn({ erasure: word.erasure.erasureId, code: answer.refusal.code }, 'erasure of the city waits');
    }
    return again;
  });
}
