/* Employers as the desk sees them: one with everything that was decided about it, and the lists to work through. */
import type { Database } from 'better-sqlite3';
import { documentKindSchema, requiredDocuments, type DocumentKind, type EmployerKind } from '../../domain/employers/documents.ts';
import { cityStandingOn, heldOn, isTrusted, isVerified, isVouchedFor, ownStandingOn, standingOn, type TrustRule } from '../../domain/employers/standing.ts';
import type { EmployerRow } from '../../domain/employers/view.ts';
import { localDay } from '../../domain/queue/business-day.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { Subjects } from '../record.ts';
import type { EmployersStore } from '../subjects/employers.ts';

export interface EmployerSummary {
  readonly employerId: string; readonly kind: EmployerKind; readonly name: string; readonly registeredAt: Instant;
  readonly verification: 'none' | 'verified' | 'lapsed' | 'declined'; readonly verifiedUntil?: string;
  readonly standing: 'normal' | 'watched' | 'banned'; readonly standingUntil?: string; readonly trusted: boolean;
}
export interface EmployerChoice extends Principal { readonly missing?: DocumentKind[]; readonly standing?: 'watched' | 'banned'; readonly stoppedUntil?: Instant }
export interface Principal { readonly employerId: string; readonly kind: EmployerKind; readonly name: string }
export interface EmployerDetail extends EmployerSummary {
  readonly creditCode?: string; readonly licenceNumber?: string; readonly promiseVersion?: string; readonly verifiedBy?: string; readonly verifiedAt?: Instant;
  readonly representatives: number; readonly liveJobs: number;
  readonly crews: { readonly crewId: string; readonly trade: string; readonly size: number; readonly members: number }[];
  readonly principals: Principal[];
  /** what the city's list says, with its reason */
  readonly city?: { readonly standing: 'verified' | 'watched' | 'banned'; readonly until?: string; readonly reason?: string };
  readonly decisions: { readonly at: Instant; readonly kind: string; readonly what: string; readonly until?: string; readonly by: string; readonly note?: string }[];
}
type Show = 'all' | 'toVerify' | 'watched' | 'banned';
interface Asked { readonly day: string; readonly kind: string | null; readonly limit: number }
export interface EmployersAsked { readonly show: Show; readonly kind?: EmployerKind | undefined; /** a part of the name, or the whole credit code */ readonly text?: string | undefined; readonly limit: number }

const decisionsLimit = 500;
/** Names are sealed, so a search opens them one by one, the newest registrations first and no more than these. */
const searchedLimit = 5_000;
/** The two standings are few of many, and an index holds only them: `<> 'normal'` says so to SQLite. */
const heldSql = (held: 'watched' | 'banned'): string => `((standing <> 'normal' AND standing = '${held}' AND coalesce(standing_until, @day) >= @day) OR (city_standing IS NOT NULL AND city_standing = '${held}' AND coalesce(city_until, @day) >= @day))`;
const filters: { readonly [S in Show]: string } = {
  all: '1 = 1', watched: heldSql('watched'), banned: heldSql('banned'),
  toVerify: "(verification <> 'verified' OR verified_until < @day)",
};

export function openEmployersFace(sql: Database, { employers, jobs, notes, hiring }: Subjects, cityReason: (employerId: string) => string | undefined) {
  const registration = sql.prepare<[string], { registered_at: number; credit_code: string | null; licence_number: string | null }>('SELECT registered_at, credit_code, licence_number FROM employer WHERE employer_id = ?');
  const crews = sql.prepare<[string], { crewId: string; trade: string; size: number; members: number }>(`SELECT crew_id AS crewId, trade, size,
    (SELECT count(*) FROM contractor_crew_member WHERE contractor_crew_member.crew_id = contractor_crew.crew_id) AS members FROM contractor_crew WHERE employer_id = ? ORDER BY at, crew_id`);
  const principals = sql.prepare<[string], { employer_id: string; kind: EmployerKind }>(
    'SELECT employer.employer_id, kind FROM principal JOIN employer ON employer.employer_id = principal_id WHERE principal.employer_id = ? ORDER BY principal.at, principal_id');
  const decisions = sql.prepare<[string], { at: number; kind: string; what: string; until: string | null; by_staff: string; note_id: string | null }>(
    `SELECT at, kind, what, until, by_staff, note_id FROM employer_decision WHERE employer_id = ? ORDER BY at, decision LIMIT ${decisionsLimit}`);

  const lastDecline = sql.prepare<[string], { what: string }>("SELECT what FROM employer_decision WHERE employer_id = ? AND kind = 'verificationDeclined' ORDER BY at DESC, decision DESC LIMIT 1");

  const stoppedUntilOf = (employerId: string): Instant | undefined => hiring.view.stoppedUntil('employer', employerId);
  /** What staff said is missing, when they turned somebody down; else what the kind has to show and was not shown by card and promise. */
  function missingOf({ employerId, kind, promiseVersion, verification }: EmployerRow): DocumentKind[] {
    const named = verification.is === 'declined' ? (lastDecline.get(employerId)?.what ?? '').split(',').flatMap((one) => documentKindSchema.safeParse(one).data ?? []) : [];
    return named.length > 0 ? named : requiredDocuments[kind].filter((one) => one !== 'idCard' && !(one === 'promise' && promiseVersion !== undefined));
  }
  const nameOf = (employerId: string): string => employers.nameOf(employerId)?.reveal() ?? '';
  function summary(row: EmployerRow, rule: TrustRule, now: Instant): EmployerSummary {
    const day = localDay(now);
    const { verification, standing } = row;
    const holds = standingOn(row, day);
    return {
      employerId: row.employerId, kind: row.kind, name: nameOf(row.employerId), registeredAt: registration.get(row.employerId)?.registered_at ?? 0,
      verification: isVerified(row, day) ? 'verified' : verification.is === 'verified' ? 'lapsed' : verification.is, ...(verification.is === 'verified' ? { verifiedUntil: verification.until } : {}),
      standing: holds, ...(holds !== 'normal' && ownStandingOn(row, day) === holds && standing.is !== 'normal' && standing.until !== undefined && cityStandingOn(row, day) !== holds ? { standingUntil: standing.until } : {}),
      trusted: isTrusted(employers.view, row, rule, day, now),
    };
  }
  const principalsOf = (employerId: string): Principal[] => principals.all(employerId).map((one) => ({ employerId: one.employer_id, kind: one.kind, name: nameOf(one.employer_id) }));
  return {
    /** For whom a card may post, each with what stands in its way. */
    choicesOf: (idNumber: string, now: Instant): EmployerChoice[] => employers.view.employersOf(idNumber).map((row) => {
      const { employerId, kind } = row;
      const standing = heldOn(employers.view, row, localDay(now));
      const stoppedUntil = stoppedUntilOf(employerId);
      return {
        employerId, kind, name: nameOf(employerId), ...(isVouchedFor(row, localDay(now)) ? {} : { missing: missingOf(row) }),
        ...(standing === 'normal' ? {} : { standing }), ...(stoppedUntil === undefined || stoppedUntil <= now ? {} : { stoppedUntil }),
      };
    }),
    employer(employerId: string, rule: TrustRule, now: Instant): { employer: EmployerDetail | null } {
      const row = employers.view.employer(employerId);
      if (row === undefined) return { employer: null };
      const { credit_code: creditCode, licence_number: licenceNumber } = registration.get(employerId) ?? { credit_code: null, licence_number: null };
      const { verification, promiseVersion } = row;
      return { employer: {
        ...summary(row, rule, now),
        ...(creditCode === null ? {} : { creditCode }), ...(licenceNumber === null ? {} : { licenceNumber }),
        ...(promiseVersion === undefined ? {} : { promiseVersion }), ...(verification.is === 'none' ? {} : { verifiedBy: verification.by, verifiedAt: verification.at }),
        representatives: employers.view.representativeCount(employerId), liveJobs: jobs.view.liveJobsOf(employerId).length,
        ...cityOf(row, now, cityReason(employerId)),
        crews: crews.all(employerId), principals: principalsOf(employerId),
        decisions: decisions.all(employerId).map((one) => {
          const note = one.note_id === null ? undefined : notes.textOf(one.note_id)?.reveal();
          return { at: one.at, kind: one.kind, what: one.what, ...(one.until === null ? {} : { until: one.until }), by: one.by_staff, ...(note === undefined ? {} : { note }) };
        }),
      } };
    },
    employers: openEmployersList(sql, employers, summary),
    principalsOf: (idNumber: string): { employers: { employerId: string; principals: Principal[] }[] } => ({
      employers: employers.view.employersOf(idNumber).map(({ employerId }) => ({ employerId, principals: principalsOf(employerId) })).filter((one) => one.principals.length > 0),
    }),
  };
}

function cityOf(row: EmployerRow, now: Instant, reason: string | undefined): Pick<EmployerDetail, 'city'> {
  const standing = cityStandingOn(row, localDay(now));
  if (standing === undefined) return {};
  return { city: { standing, ...(row.city?.until === undefined ? {} : { until: row.city.until }), ...(reason === undefined ? {} : { reason }) } };
}

function openEmployersList(sql: Database, employers: EmployersStore, summary: (row: EmployerRow, rule: TrustRule, now: Instant) => EmployerSummary) {
  const list = Object.fromEntries(Object.entries(filters).map(([show, filter]) => [show, sql.prepare<[Asked], { employer_id: string }>(
    `SELECT employer_id FROM employer WHERE ${filter} AND (@kind IS NULL OR kind = @kind) ORDER BY registered_at DESC, employer_id LIMIT @limit`)])) as { [S in Show]: ReturnType<typeof sql.prepare<[Asked], { employer_id: string }>> };
  const codeOf = sql.prepare<[string], { credit_code: string | null }>('SELECT credit_code FROM employer WHERE employer_id = ?');
  const fits = (employerId: string, wanted: string): boolean =>
    employers.nameOf(employerId)?.reveal().toLowerCase().includes(wanted) === true || codeOf.get(employerId)?.credit_code?.toLowerCase() === wanted;
  /** Newest registration first; `show` is judged by today. */
  return ({ show, kind, text, limit }: EmployersAsked, rule: TrustRule, now: Instant): { employers: EmployerSummary[] } => {
    const wanted = text?.toLowerCase();
    const ids: string[] = [];
    for (const { employer_id: id } of list[show].iterate({ day: localDay(now), kind: kind ?? null, limit: wanted === undefined ? limit : searchedLimit })) {
      if ((wanted === undefined || fits(id, wanted)) && ids.push(id) >= limit) break;
    }
    return { employers: ids.flatMap((id) => { const row = employers.view.employer(id); return row === undefined ? [] : [summary(row, rule, now)]; }) };
  };
}
