/* A slip as whoever holds its paper may see it: found by the token's hash alone, and no longer than slips are kept. */
import { hallEntrySchema } from '../../domain/feeds/bodies.ts';
import { eveningWordSchema } from '../../domain/attendance/commands.ts';
import type { HireState } from '../../domain/hiring/states/hire.ts';
import { jobTermsSchema, type JobTerms } from '../../domain/jobs/terms.ts';
import { retentionRules } from '../../domain/records/retention.ts';
import type { OfferedTo } from '../../domain/slips/offered.ts';
import type { SlipSide, SlipWord } from '../../domain/slips/words.ts';
import type { Sql } from '../store/city-db.ts';

export interface SlipMarkRow { readonly word: SlipWord; readonly state: 'sent' | 'taken' | 'known' | 'refused'; readonly refusal: string | null; readonly at: number }
export interface SlipHire extends OfferedTo {
  readonly hireId: string; readonly number: string; readonly queueNumber: string | null; /** closed by the token of the employer's page */ readonly surname: string | null;
  readonly amountFen: number; readonly unit: string; readonly settlement: string; readonly disputeNumber: string | null; readonly disputeOpen: boolean;
  /** of this side, the newest first */
  readonly marks: readonly SlipMarkRow[];
}
export type PublicTerms = Pick<JobTerms, 'trade' | 'headcount' | 'place' | 'startAt' | 'hoursPerDay' | 'days' | 'meals' | 'transport' | 'tools' | 'hazards' | 'protection' | 'insurance' | 'bay' | 'leaveBy'>;
export interface Slip {
  readonly side: SlipSide; readonly hallName: string; readonly hotline: string | undefined; readonly jobNumber: string; readonly terms: PublicTerms;
  /** when the hall last told anything; null: never */
  readonly dataAt: number | null;
  /** the worker's own one, or all of the job by their numbers */
  readonly hires: readonly SlipHire[];
}
/** People of one job on one page, and marks of one hire that are looked at. */
const [hiresMost, marksMost] = [200, 20];
const termsSchema = jobTermsSchema.pick({ trade: true, headcount: true, place: true, startAt: true, hoursPerDay: true, days: true, meals: true, transport: true, tools: true, hazards: true, protection: true, insurance: true, bay: true, leaveBy: true });

/** A page that was opened before this is over its time. */
export const slipsSince = (now: number): number => now - retentionRules.ledger.keepDays * 24 * 3_600_000;

export interface PageRow { readonly side: SlipSide; readonly about: string; readonly hallNo: number; readonly hallId: string }
export async function pageOf(sql: Sql, digest: Uint8Array, now: number): Promise<PageRow | undefined> {
  return (await sql.query<PageRow>('SELECT p.side, p.about, p.hall_no AS "hallNo", h.hall_id AS "hallId" FROM slip_page AS p JOIN hall AS h USING (hall_no) WHERE p.digest = $1 AND p.opened_at >= $2', [digest, slipsSince(now)]))[0];
}

interface HireRead extends Omit<SlipHire, 'marks'> { readonly jobId: string; readonly state: HireState }
interface HireFound extends Omit<HireRead, 'saidPaid'> { readonly saidPaid: string | null }

export async function hiresOf(sql: Sql, { hallNo, side, about }: PageRow): Promise<HireRead[]> {
  const rows = await sql.query<HireFound>(
    `SELECT hire_id AS "hireId", job_id AS "jobId", number, queue_number AS "queueNumber", surname, amount_fen AS "amountFen", unit, settlement, starts_at AS "startsAt", state, said_paid AS "saidPaid", dispute_number AS "disputeNumber", dispute_open AS "disputeOpen"
     FROM slip_hire WHERE hall_no = $1 AND CASE WHEN $2 = 'worker' THEN hire_id = $3 ELSE job_id = $3 END ORDER BY length(number), number LIMIT ${hiresMost}`,
    [hallNo, side, about],
  );
  return rows.map((row) => ({ ...row, saidPaid: eveningWordSchema.safeParse(row.saidPaid).data }));
}

/** Undefined for a token that opens nothing, or no longer. */
export async function readSlip(sql: Sql, digest: Uint8Array, now: number): Promise<Slip | undefined> {
  const page = await pageOf(sql, digest, now);
  if (page === undefined) return undefined;
  const hires = await hiresOf(sql, page);
  const jobId = page.side === 'employer' ? page.about : hires[0]?.jobId;
  const [job] = await sql.query<{ number: string; terms: string; name: string; dataAt: number | null; entry: string | null }>(
    `SELECT j.number, j.terms, h.name, h.newest_clock AS "dataAt", f.body AS entry FROM public_job AS j JOIN hall AS h USING (hall_no) LEFT JOIN feed_row AS f ON f.feed = 'halls' AND f.key = h.hall_id WHERE j.hall_no = $1 AND j.job_id = $2`,
    [page.hallNo, jobId ?? ''],
  );
  const terms = job === undefined ? undefined : termsSchema.safeParse(stripped(JSON.parse(job.terms)));
  if (job === undefined || terms?.success !== true) return undefined;
  const marks = await marksOf(sql, page, hires.map(({ hireId }) => hireId));
  const entry = job.entry === null ? undefined : hallEntrySchema.safeParse(JSON.parse(job.entry)).data;
  return {
    side: page.side, hallName: job.name, hotline: entry?.hotline, jobNumber: job.number, terms: terms.data, dataAt: job.dataAt,
    hires: hires.map((hire) => ({ ...hire, marks: (marks.get(hire.hireId) ?? []).slice(0, marksMost) })),
  };
}

/** What this page does not show. */
function stripped(terms: unknown): unknown {
  if (typeof terms !== 'object' || terms === null) return terms;
  return Object.fromEntries(Object.entries(terms).filter(([key]) => key in termsSchema.shape));
}

async function marksOf(sql: Sql, { hallNo, side }: PageRow, hireIds: readonly string[]): Promise<ReadonlyMap<string, readonly SlipMarkRow[]>> {
  if (hireIds.length === 0) return new Map();
  const rows = await sql.query<SlipMarkRow & { hireId: string }>('SELECT hire_id AS "hireId", word, state, refusal, at FROM slip_mark WHERE hall_no = $1 AND side = $2 AND hire_id = ANY ($3::text[]) ORDER BY at DESC, mark_id', [hallNo, side, hireIds]);
  return Map.groupBy(rows, ({ hireId }) => hireId);
}
