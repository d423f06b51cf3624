/* Days as the desk asks for them. */
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { cityQuestionLimits } from '@kuaizhao/sync-agent/contract/city/questions.ts';

const dayMs = 86_400_000;
export const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
export interface DaySpan { readonly from: string; readonly to: string }
/** The last seven days, today too. */
export const lastWeek = (now: number): DaySpan => ({ from: plusDays(businessDayAt(now), -6), to: businessDayAt(now) });
/** A span that the hub answers: in order, and no longer than it takes. */
export const soundSpan = ({ from, to }: DaySpan): DaySpan => (from > to ? { from: to, to } : Date.parse(to) - Date.parse(from) >= cityQuestionLimits.days * dayMs ? { from: plusDays(to, 1 - cityQuestionLimits.days), to } : { from, to });
