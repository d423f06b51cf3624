/* After a loss, before anything is pushed: what the city has of this hall and its disk has not. */
import { feedOf, type Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { openOwnPage } from '../feeds/open-page.ts';
import type { Ending, Line, UplinkParts } from './parts.ts';

/**
 * A loss that was noticed; or what the city has of this hall ends elsewhere than the mark says: an answer that was lost, which costs a look, or a disk that nobody told us of.
 * Also when the city's end is before the mark or at the same place: a hub that was restored gave the positions out again, perhaps to rows of a copy of this machine.
 */
export const lacksOwn = ({ identity, journal }: Pick<UplinkParts, 'identity' | 'journal'>, end: Mark | undefined): boolean => {
  const mark = journal.own();
  return identity.get().readBack === true || (end !== undefined && (end.position !== mark?.position || end.stamp !== mark.stamp));
};

/** Page after page until the journal has every operation that the city has; undefined when it does. What was taken stays taken whatever happens, and the next connection goes on there. */
export async function readBack({ identity, journal, log }: UplinkParts, line: Pick<Line, 'ask' | 'up'>): Promise<Ending | undefined> {
  let [rows, conflicts] = [0, 0];
  let restarted = false;
  while (line.up()) {
    const { hall, token } = identity.get();
    if (token === undefined) return { kind: 'lost', reason: 'notWelcomed' };
    const [feed, after] = [feedOf('own', hall), journal.own()];
    const opened = openOwnPage(await line.ask('pull', { token, feed, ...(after === undefined ? {} : { after }), max: uplinkLimits.rowsPerBatch }), { feed, after });
    switch (opened.kind) {
      case 'page': {
        const { page: { to, head, stamp }, rows: { boots, rows: found } } = opened;
        const taken = journal.takeBack({ boots, rows: found }, stamp === undefined ? undefined : { position: to, stamp });
        [rows, conflicts] = [rows + taken.rows, conflicts + taken.conflicts];
        // The image of a whole disk was put back, this hall's identity with it: only now it is known.
        if (taken.rows > 0 && identity.get().erasuresFirst !== true) await identity.erasuresDue();
        if (to < head) break;
        if (identity.get().readBack === true) await identity.readBackDone();
        if (rows > 0) log.warn({ rows, conflicts }, 'read back from the city what this disk had not');
        return undefined;
      }
      case 'restart':
        // The city went back, too: from the beginning, and what is here already is known by its name.
        if (restarted) return { kind: 'lost', reason: 'the city does not know its own rows' };
        restarted = true;
        journal.setOwn(undefined);
        break;
      case 'busy': return { kind: 'busy', retryMs: opened.retryMs };
      case 'refuse': return opened.reason === 'malformed' || opened.reason === 'notYours' ? { kind: 'refused', reason: opened.reason } : { kind: 'lost', reason: opened.reason };
      case 'fault': return { kind: 'lost', reason: `a page of the city is not one: ${opened.fault}` };
      case 'lost': return { kind: 'lost', reason: 'no answer' };
    }
  }
  return { kind: 'lost', reason: 'disconnected' };
}
