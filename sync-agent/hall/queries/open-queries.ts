/* All questions behind one function, as the doors of kiosk and console ask them. */
import type { Logger } from 'pino';
import { whoOf } from '@kuaizhao/db/domain/audit/entries.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { firstField } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { queries, type QueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { queryMessageSchema, type QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { boardAnswers } from '../boards/answers.ts';
import { recordsAnswers } from '../records/answer-queries.ts';
import type { ExportParts } from '../records/export.ts';
import { createDesk } from './desk.ts';
import { floorAnswers } from './floor/at-call.ts';
import { accountAnswers } from './hall/accounts.ts';
import { hallAnswers } from './hall/rules.ts';
import { disputeAnswers, hiringAnswers } from './hiring.ts';
import { jobAnswers } from './jobs.ts';
import { maintenanceAnswers, type MaintenanceParts } from './maintenance.ts';
import { machineAnswers } from './machines.ts';
import { matchingAnswers } from './matching.ts';
import { networkAnswers } from '../trust/network-answers.ts';
import { updateAnswers } from '../updates/update-answers.ts';
import type { BoardsSeen, NetworkParts, QueryParts, ReadNote } from './parts.ts';
import { peopleAnswers } from './people.ts';
import { referralAnswers } from './referrals.ts';
import { queueAnswers } from './queue.ts';
import { workerDayAnswers } from './worker-day.ts';

export type AskQuestion = (message: unknown, reader: Actor) => Promise<QueryAnswer>;

/** Resolves always: `malformed` for what is no question, `internal` for a fault of ours, which is logged without what was asked. */
export function openQueries(parts: ExportParts & { readonly maintenance: MaintenanceParts; readonly boards: BoardsSeen; readonly network?: NetworkParts; /** refused until nobody who was erased can be told of */ readonly held?: (name: string) => boolean }, log: Logger): AskQuestion {
  const noted = new Map<Actor, Promise<boolean>>();
  const read: ReadNote = (query, reader, reason) => {
    noted.set(reader, parts.engine.audit({ act: 'personalRead', ...whoOf(reader), name: query, outcome: 'ok' }));
    log.info({ query, reason, by: reader.role === 'console' ? reader.staffId : reader.role === 'kiosk' ? reader.deviceId : 'agent' }, 'personal data opened');
  };
  const all: QueryParts = { ...parts, network: parts.network, read };
  const desk = createDesk(queries, { ...peopleAnswers(all), ...queueAnswers(all), ...jobAnswers(all), ...hiringAnswers(all), ...matchingAnswers(all), ...disputeAnswers(all), ...recordsAnswers(all), ...referralAnswers(all), ...workerDayAnswers(all), ...floorAnswers(all), ...maintenanceAnswers(parts.maintenance), ...machineAnswers(all), ...networkAnswers(all), ...updateAnswers(all), ...boardAnswers(all), ...hallAnswers(all), ...accountAnswers(parts.db.faces, parts.maintenance.door.waits) });
  return async (message, reader) => {
    const parsed = queryMessageSchema.safeParse(message);
    if (!parsed.success) return told(refuse('malformed', firstField(parsed.error)));
    const { name, asked } = parsed.data;
    if (!desk.knows(name)) return told(refuse('malformed', 'name'));
    if (parts.held?.(name) === true) return told(refuse('erasuresFirst'));
    // Its own object, so that what is noted of this question is found again.
    const asker: Actor = { ...reader };
    try {
      const answer = await desk.answer<QueryName>(name, asked, asker);
      if (!answer.ok && answer.error.code === 'notYourRole') void parts.engine.audit({ act: 'refused', ...whoOf(asker), name, outcome: answer.error.code });
      // Nobody is shown without a row that says so.
      return told(await noted.get(asker) === false ? refuse('diskFull') : answer);
    } catch (error) {
      log.error({ query: name, err: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'unknown' } }, 'question failed');
      return told(refuse('internal'));
    } finally {
      noted.delete(asker);
    }
  };
}

const told = (result: Result<unknown>): QueryAnswer => (result.ok ? { ok: true, value: result.value } : { ok: false, refusal: result.error });
