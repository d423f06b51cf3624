/* The last posting of an employer as today's form: every word of it, its times moved to the next such hour, and to soon when the van is at the door. */
import { movedTo } from '@kuaizhao/db/domain/jobs/checks/moved-terms.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { draftOf, type PostDraft } from '../../parts/jobs/draft.ts';

const soonMs = 3_600_000;
const roundMs = 10 * 60_000;
/** What may change without becoming another posting: how many, for how much, and when it begins; what hangs on the start moves with it. */
const mayChange = { headcount: null, negotiable: false, yuan: null, unit: 'day', day: '', time: '' } as const;
/** The same posting once more: words that staff have approved need not be looked at again. */
export const isRepeat = (first: PostDraft, now: PostDraft): boolean => JSON.stringify({ ...first, ...mayChange }) === JSON.stringify({ ...now, ...mayChange });

/** Whoever stands at the door wants people now: work begins in an hour, and the posting is shown as long as the last one was. Nobody is named, and no price sealed, because it was so last time. */
export function lastDraft(terms: JobTerms, now: Instant): PostDraft {
  const start = Math.ceil((now + soonMs) / roundMs) * roundMs;
  return { ...draftOf(movedTo(terms, start, now)), day: localDay(start), time: localTime(start), named: '', sealedQuotes: false };
}
