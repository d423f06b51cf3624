/* Calls for jobs as faces are told of them: who was called where, what was answered and offered, and when an open one lapses. */
import type { Database } from 'better-sqlite3';
import type { CalledPerson, LiveTalk, MyCall } from '../../../domain/hiring/asked.ts';
import type { HiringRules } from '../../../domain/hiring/rules.ts';
import { tableCallStates } from '../../../domain/hiring/states/call.ts';
import { payUnitSchema } from '../../../domain/jobs/pay.ts';
import { refuseReasonSchema, type RefuseReason, type Side } from '../../../domain/talks/commands.ts';
import type { Subjects } from '../../record.ts';
import { recordsBeside } from '../../subjects/people/person-sql.ts';

interface Found {
  call_id: string; job_id: string; place_id: string; state: string; at: number; last_at: number; times: number; number: string; worker_id: string | null; job_number: string; trade: string;
  talk: 'accepted' | 'refused' | 'lapsed' | null; talk_at: number | null; refused_by: Side | null; reason: RefuseReason | null; named: 0 | 1;
}
const columns = `SELECT call.call_id, call.job_id, call.place_id, call.state, call.at, call.last_at, call.times, ticket.number, visit.worker_id, job.number AS job_number, job.trade,
  talk.state AS talk, talk.at AS talk_at, talk.refused_by, talk.reason, EXISTS (SELECT 1 FROM named_request WHERE named_request.call_id = call.call_id) AS named`;
const select = `${columns} FROM call JOIN ticket ON ticket.ticket_id = call.ticket_id JOIN job ON job.job_id = call.job_id
  LEFT JOIN visit ON visit.visit_id = ticket.visit_id LEFT JOIN talk ON talk.call_id = call.call_id`;

/** Offers told of one call, calls told of one worker's day, talks told of all tables. */
const limits = { offers: 40, ownCalls: 20, talks: 200 } as const;

type CallState = CalledPerson['state'];
/** The state of a call by its own row and the answer beside it. */
function stateOf({ state, talk }: Found): CallState {
  if (state === 'open') return talk === 'accepted' ? 'talking' : 'called';
  if (talk === 'lapsed' && state !== 'hired' && state !== 'jobGone') return 'lapsed';
  if (state === 'noAgreement' && talk === 'refused') return 'refused';
  return tableCallStates.find((one) => one === state) ?? 'ended';
}

export function openCalledPeople(sql: Database, { people }: Subjects) {
  const ofJob = sql.prepare<[string, number], Found>(`${select} WHERE call.job_id = ? ORDER BY call.at DESC, call.call_id DESC LIMIT ?`);
  const live = sql.prepare<[number], Found>(`${select} WHERE call.state = 'open' AND call.place_kind = 'table' AND call.job_id IS NOT NULL ORDER BY call.place_id, call.at, call.call_id LIMIT ?`);
  const liveAt = sql.prepare<[string, number], Found>(`${select} WHERE call.state = 'open' AND call.place_kind = 'table' AND call.place_id = ? AND call.job_id IS NOT NULL ORDER BY call.at, call.call_id LIMIT ?`);
  const own = sql.prepare<[{ workerId: string; limit: number }], Found>(`${columns} FROM visit JOIN ticket ON ticket.visit_id = visit.visit_id JOIN call ON call.ticket_id = ticket.ticket_id JOIN job ON job.job_id = call.job_id
    LEFT JOIN talk ON talk.call_id = call.call_id WHERE visit.worker_id IN ${recordsBeside('@workerId')} AND visit.day = (SELECT max(day) FROM business_day) ORDER BY call.at DESC, call.call_id DESC LIMIT @limit`);
  const offers = sql.prepare<[string, number], { side: Side; amount_fen: number; unit: string; at: number }>('SELECT side, amount_fen, unit, at FROM offer WHERE call_id = ? ORDER BY at, offer_id LIMIT ?');

  function common(found: Found, rules: HiringRules) {
    const state = stateOf(found);
    const until = state === 'called' ? found.last_at + rules.callAnswerSeconds * 1_000 : state === 'talking' && found.talk_at !== null ? found.talk_at + rules.talkMinutes * 60_000 : undefined;
    return { callId: found.call_id, jobId: found.job_id, tableId: found.place_id, state, at: found.at, times: found.times, ...(until === undefined ? {} : { until }) };
  }
  function person(found: Found, rules: HiringRules): CalledPerson {
    const { worker_id: workerId, talk_at: at, refused_by: refusedBy } = found;
    const reason = refuseReasonSchema.safeParse(found.reason);
    const name = workerId === null ? undefined : people.nameOf(workerId)?.short();
    return {
      ...common(found, rules), number: found.number, ...(name === undefined ? {} : { shortName: name }), named: found.named === 1,
      ...(at === null || found.talk === 'lapsed' ? {} : { answer: { at, ...(refusedBy === null ? {} : { refusedBy }), ...(refusedBy !== null && reason.success ? { reason: reason.data } : {}) } }),
      offers: offers.all(found.call_id, limits.offers).map((row) => ({ side: row.side, pay: { amountFen: row.amount_fen, unit: payUnitSchema.parse(row.unit) }, at: row.at })),
    };
  }
  return {
    /** Newest first. */
    calledFor: (jobId: string, rules: HiringRules, limit: number): CalledPerson[] => ofJob.all(jobId, limit).map((found) => person(found, rules)),
    /** Open calls and talks, by table. */
    talks: (tableId: string | undefined, rules: HiringRules): LiveTalk[] =>
      (tableId === undefined ? live.all(limits.talks) : liveAt.all(tableId, limits.talks)).map((found) => ({ ...person(found, rules), jobNumber: found.job_number, trade: found.trade })),
    /** Of the open day, newest first. */
    callsOf: (workerId: string, rules: HiringRules): MyCall[] => own.all({ workerId, limit: limits.ownCalls }).map((found) => ({ ...common(found, rules), jobNumber: found.job_number, trade: found.trade })),
  };
}
