/* 线上点单、线下确认: the hall follows an order placed outside, revision by revision, each once; a no is remembered and told like a yes. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { decideChangeJob } from '../change.ts';
import type { OrderChange, TakeOnlineOrder } from '../commands.ts';
import type { OnlineOrderAnswered } from '../facts.ts';
import { postOnlineOrder } from '../post.ts';
import { decideCloseJob } from '../take-down.ts';

/**
 * Without `revision`: the job of a new order, or what `postOnlineOrder` refuses. With it nothing is refused: what was followed already is nothing to do,
 * and everything else ends in `onlineOrderAnswered`, with the refusal of a posting, a change or a closing inside, or `orderHired` (withdrawn after somebody was hired).
 */
export function decideTakeOnlineOrder(view: HallView, command: TakeOnlineOrder, context: Context): Result<Decision> {
  const { orderId, revision } = command;
  if (revision === undefined) return postOnlineOrder(view, command, context);
  const followed = view.onlineOrder(orderId)?.revision ?? 0;
  if (followed >= revision) return ok({ facts: [], records: [] });
  const jobId = view.jobOfOrder(orderId);
  const [outcome, decided] = followedTo(view, command, { jobId, followed }, context);
  const answered = (content: Pick<OnlineOrderAnswered, 'outcome' | 'jobId' | 'refusal'>): OnlineOrderAnswered => ({ type: 'onlineOrderAnswered', orderId, revision, ...content });
  if (!decided.ok) {
    const { code, field } = decided.error;
    return ok({ facts: [answered({ outcome: 'refused', ...(jobId === undefined ? {} : { jobId }), refusal: { code, ...(field === undefined ? {} : { field }) } })], records: [] });
  }
  const posted = decided.value.facts.find((fact) => fact.type === 'jobPosted');
  const ofJob = jobId ?? posted?.jobId;
  return ok({ ...decided.value, facts: [...decided.value.facts, answered({ outcome, ...(ofJob === undefined ? {} : { jobId: ofJob }) })] });
}

type Outcome = Exclude<OnlineOrderAnswered['outcome'], 'refused'>;
const nothing: Result<Decision> = ok({ facts: [], records: [] });

function followedTo(view: HallView, command: TakeOnlineOrder, { jobId, followed }: { readonly jobId: string | undefined; readonly followed: number }, context: Context): readonly [Outcome, Result<Decision>] {
  const { commandId, withdrawn } = command;
  if (jobId === undefined) return withdrawn === undefined ? ['taken', postOnlineOrder(view, command, context)] : ['withdrawn', nothing];
  if (withdrawn !== undefined) {
    return ['withdrawn', someoneIsHired(view, jobId) ? refuse('orderHired', 'withdrawn') : decideCloseJob(view, { type: 'closeJob', commandId, jobId, reason: withdrawn }, context)];
  }
  const change: OrderChange = Object.fromEntries((command.changes ?? []).filter((one) => one.revision > followed).flatMap((one) => Object.entries(one.change)));
  if (Object.keys(change).length === 0) return ['taken', nothing];
  return ['changed', decideChangeJob(view, { type: 'changeJob', commandId, jobId, change }, context)];
}

function someoneIsHired(view: HallView, jobId: string): boolean {
  const job = view.job(jobId);
  return job !== undefined && job.placesLeft < job.terms.headcount;
}
