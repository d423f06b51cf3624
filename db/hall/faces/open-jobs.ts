/* Open jobs as cards for whoever looks for work: no person in any of them, the nearest or the soonest first. */
import type { Database } from 'better-sqlite3';
import type { EmployerKind } from '../../domain/employers/documents.ts';
import type { JobTerms } from '../../domain/jobs/terms.ts';
import { dayMs, dayStart, localDay } from '../../domain/queue/business-day.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { TradeCode } from '../../domain/trades/trade.ts';
import { termsFrom } from '../kept-terms.ts';
import type { Subjects } from '../record.ts';

export type ShownTerms = Omit<JobTerms, 'minimum' | 'validUntil' | 'lifting' | 'tags' | 'onBehalfOf' | 'namedTicket'>;
export interface ShownJob { readonly jobId: string; readonly number: string; readonly terms: ShownTerms; readonly employerKind: EmployerKind; readonly employerName?: string; readonly placesLeft: number; readonly km?: number }
export interface JobsLookedFor {
  readonly trades?: readonly TradeCode[] | undefined; readonly when?: 'today' | 'later' | undefined; readonly near: boolean; readonly limit: number;
  readonly kmTo: ReadonlyMap<string, number>;
}
interface Found { job_id: string; number: string; employer_id: string; kind: EmployerKind; terms: string; trade: string; places_left: number }

/** So many open jobs are looked through at most: three times a large hall's day. */
const seenMost = 5_000;
/** A place whose way nobody has told stands behind all others. */
const unknownKm = 100_000;
/** Units have names for everybody; the others are people, whose name is told at the table. */
const unitKinds: ReadonlySet<EmployerKind> = new Set(['enterprise', 'agency']);

export function openOpenJobsFace(sql: Database, { employers }: Pick<Subjects, 'employers'>) {
  const open = sql.prepare<[Instant, number], Found>(`SELECT job.job_id, job.number, job.employer_id, employer.kind, job.terms, job.trade, job.places_left FROM job INDEXED BY job_open JOIN employer USING (employer_id)
    WHERE job.state = 'open' AND job.valid_until >= ? AND job.places_left > 0 AND job.job_kind <> 'steady' ORDER BY job.valid_until LIMIT ?`);

  function shown({ row, terms, km }: { readonly row: Found; readonly terms: JobTerms; readonly km: number | undefined }): ShownJob {
    const { minimum: _minimum, validUntil: _until, lifting: _lifting, tags: _tags, onBehalfOf: _behalf, namedTicket: _named, ...told } = terms;
    const name = unitKinds.has(row.kind) ? employers.nameOf(row.employer_id)?.reveal() : undefined;
    return { jobId: row.job_id, number: row.number, terms: told, employerKind: row.kind, ...(name === undefined ? {} : { employerName: name }), placesLeft: row.places_left, ...(km === undefined ? {} : { km }) };
  }
  return {
    openJobs({ trades, when, near, limit, kmTo }: JobsLookedFor, now: Instant): { total: number; jobs: ShownJob[]; trades: { trade: TradeCode; jobs: number; placesLeft: number }[] } {
      const all = open.all(now, seenMost).map((row) => ({ row, terms: termsFrom(row.terms) })).map((one) => ({ ...one, km: kmTo.get(one.terms.place) }));
      const tomorrow = dayStart(localDay(now)) + dayMs;
      const fits = all.filter(({ row, terms }) => (trades === undefined || trades.includes(row.trade)) && (when === undefined || (terms.startAt < tomorrow) === (when === 'today')));
      const far = (one: (typeof all)[number]): number => (near ? one.km ?? unknownKm : 0);
      const order = (a: (typeof all)[number], b: (typeof all)[number]): number =>
        far(a) - far(b) || a.terms.startAt - b.terms.startAt || (a.row.number < b.row.number ? -1 : 1);
      const counts = new Map<TradeCode, { jobs: number; placesLeft: number }>();
      for (const { row } of all) {
        const before = counts.get(row.trade) ?? { jobs: 0, placesLeft: 0 };
        counts.set(row.trade, { jobs: before.jobs + 1, placesLeft: before.placesLeft + row.places_left });
      }
      return {
        total: fits.length, jobs: fits.sort(order).slice(0, limit).map(shown),
        trades: [...counts].map(([trade, count]) => ({ trade, ...count })).sort((a, b) => b.placesLeft - a.placesLeft || (a.trade < b.trade ? -1 : 1)),
      };
    },
  };
}
