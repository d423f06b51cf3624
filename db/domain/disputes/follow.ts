/* A dispute goes on: mediation, another body, the end. */
import type { Context } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { CloseDispute, OpenDispute, RecordMediation, TransferDispute } from './commands.ts';
import { decideOpenDispute } from './open.ts';

export type DisputeCommand = OpenDispute | RecordMediation | TransferDispute | CloseDispute;

/** All but the opening refuse `notYourRole`, `disputeUnknown`, `disputeIsClosed`. What went to another body may still be mediated and is closed when that body has decided. */
export function decideDispute(view: HallView, command: DisputeCommand, context: Context): Result<Decision> {
  if (command.type === 'openDispute') return decideOpenDispute(view, command, context);
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const by = context.actor.staffId;
  const dispute = view.dispute(command.disputeId);
  if (dispute === undefined) return refuse('disputeUnknown', 'disputeId');
  if (dispute.state === 'closed') return refuse('disputeIsClosed', 'disputeId');
  const { disputeId } = dispute;
  switch (command.type) {
    case 'recordMediation': {
      const mediationId = context.newId();
      return ok({
        facts: [{ type: 'mediationRecorded', mediationId, disputeId, step: command.step, by }],
        records: command.note === undefined ? [] : [{ table: 'mediation', mediationId, note: command.note }],
      });
    }
    case 'transferDispute': return ok({ facts: [{ type: 'disputeTransferred', disputeId, to: command.to, by }], records: [] });
    case 'closeDispute': return ok({ facts: [{ type: 'disputeClosed', disputeId, outcome: command.outcome, by }], records: [] });
  }
}
