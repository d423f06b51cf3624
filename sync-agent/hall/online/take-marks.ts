/* What people marked on the pages of their slips, through the hall's engine like anything else. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { feedOf } from '@kuaizhao/db/domain/feeds/feed.ts';
import { followFeed, type Following } from './follow-feed.ts';
import type { OnlineParts } from './take-orders.ts';

const agent: Actor = { role: 'agent' };

/** Follows marks one after the other until stopped. `changed`: the city says something else in this feed. */
export function startSlipMarks({ db, engine, newId, ...parts }: OnlineParts): Following {
  const { log, settings: { hallId } } = parts;
  return followFeed(feedOf('slips', hallId), parts, async (going) => {
    const { marks, strange } = db.faces.slips.toFollow(hallId);
    if (strange > 0) log.warn({ strange }, 'marks of slips that are not understood here');
    let again = false;
    for (const { markId, hireId, side, word } of marks) {
      if (!going()) return false;
      const answer = await engine.handle({ type: 'takeSlipMark', commandId: `slip-${newId()}`, markId, hireId, side, word }, agent);
      again ||= !answer.ok;
      if (!answer.ok) log.warn({ mark: markId, code: answer.refusal.code }, 'mark of a slip could not be followed now');
    }
    return again;
  });
}
