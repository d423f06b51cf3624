/* The last posting of an employer as today's form: every word of it, its times moved to the next such hour, and to soon when the van is at the door. */
import { movedTo } from '@kuaizhao/db/domain/jobs/checks/moved-terms.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { newDraft, type PostDraft } from '../../register/post/draft.ts';

const fenPerYuan = 100;
const soonMs = 3_600_000;
const roundMs = 10 * 60_000;
/** What may change without becoming another posting: how many, for how much, and when it begins; what hangs on the start moves with it. */
const mayChange = { headcount: null, negotiable: false, yuan: null, unit: 'day', day: '', time: '' } as const;
/** The same posting once more: words that staff have approved need not be looked at again. */
export const isRepeat = (first: PostDraft, now: PostDraft): boolean => JSON.stringify({ ...first, ...mayChange }) === JSON.stringify({ ...now, ...mayChange });

const given = ['meals', 'transport', 'tools', 'protection'] as const;

/** Whoever stands at the door wants people now: work begins in an hour, and the posting is shown as long as the last one was. */
export function draftOf(terms: JobTerms, now: Instant): PostDraft {
  const start = Math.ceil((now + soonMs) / roundMs) * roundMs;
  const moved = movedTo(terms, start, now);
  const { pay } = moved;
  return {
    ...newDraft(now), trade: moved.trade, headcount: moved.headcount, negotiable: pay.kind === 'negotiable', ...(pay.kind === 'fixed' ? { yuan: pay.amountFen / fenPerYuan, unit: pay.unit } : {}), settlement: moved.settlement,
    place: moved.place, bay: moved.bay ?? '', plate: moved.plate ?? '', day: localDay(start), time: localTime(start), leave: moved.leaveBy === undefined ? '' : localTime(moved.leaveBy), hoursPerDay: moved.hoursPerDay, days: moved.days,
    validDay: localDay(moved.validUntil), validTime: localTime(moved.validUntil), given: given.filter((one) => moved[one]), hazards: moved.hazards, insurance: moved.insurance, mode: moved.mode ?? 'open',
    title: moved.title ?? '', remark: moved.remark ?? '', conditions: moved.conditions?.text ?? '', certificates: moved.conditions?.certificates ?? [], onBehalfOf: moved.onBehalfOf,
  };
}
