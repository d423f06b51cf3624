/* What a job means for the body of whoever takes it: dangers, load, age and papers, for the hiring that comes later (§4). */
import { mayWork, type WorkPermission, type WorkTag } from '../law/hazards.ts';
import type { Instant } from '../scalars.ts';
import type { Certificate } from '../trades/certificate.ts';
import { tradeByCode } from '../trades/trade.ts';
import type { JobTerms } from './terms.ts';

type Work = Pick<JobTerms, 'trade' | 'hazards' | 'tags' | 'lifting' | 'conditions'>;

/** Dangers that are in the trade itself and those that the posting names, each once. */
export function hazardsOf({ trade, hazards, tags = [] }: Pick<Work, 'trade' | 'hazards' | 'tags'>): WorkTag[] {
  const all = new Set<WorkTag>([...(tradeByCode(trade)?.hazards ?? []), ...hazards, ...tags]);
  all.delete('none');
  return [...all];
}

/** Whether a person born `YYYYMMDD` may be hired for it on the hall's local day of `now`: not under 16, and at 16 or 17 not into what the list of 1994 or a bar or net café forbids. */
export const mayTakeJob = (birth: string, work: Work, now: Instant): WorkPermission => mayWork(birth, hazardsOf(work), now, work.lifting);

/** Papers that the trade needs, or that the posting asks for. For a trade that lists several, one of them is enough. */
export function certificatesOf({ trade, conditions }: Pick<Work, 'trade' | 'conditions'>): { readonly oneOf: readonly Certificate[]; readonly all: readonly Certificate[] } {
  return { oneOf: tradeByCode(trade)?.certificates ?? [], all: conditions?.certificates ?? [] };
}
