/* Questions about people, answered. What opens somebody's own words or numbers leaves a line with who asked and why. */
import type { TicketState } from '@kuaizhao/db/domain/queue/view.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { personOf } from '@kuaizhao/db/domain/people/who.ts';
import type { NoteShown } from '@kuaizhao/db/domain/records/commands.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import { standsBeside } from '@kuaizhao/db/domain/staff/second-person.ts';
import { accessCopyQuery } from '@kuaizhao/sync-agent/contract/queries/people.ts';
import { lastClearingQuery } from '@kuaizhao/sync-agent/contract/queries/staff.ts';
import type { peopleQueries, QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

const foundLimit = 20;
const proposalsLimit = 50;
const reasonOf = accessCopyQuery.request.shape.reason;

export function peopleAnswers(parts: QueryParts): AnswersTo<typeof peopleQueries> {
  const { db, now, read, settings } = parts;
  const { people } = db.faces;
  return {
    findWorkers: (asked, reader) => {
      read('findWorkers', reader);
      if (asked.by !== 'id') return ok({ workers: people.findWorkers({ by: asked.by, text: asked.text }, foundLimit) });
      const one = people.foundById(asked.text);
      return ok({ workers: one === undefined ? [] : [one] });
    },
    async accessCopy({ who, reason }, reader) {
      const why = reasonOf.unwrap().safeParse(reason);
      if (reader.role === 'console' && !why.success) return refuse('reasonMissing', 'reason');
      const person = personOf(db.view, who, reader);
      if (!person.ok) return person;
      const shown = await mayBeShown(parts, reader, { workerId: person.value.workerId, view: 'accessCopy', reason: why.data });
      if (!shown.ok) return shown;
      const copy = people.accessCopy(person.value.workerId, reader.role === 'kiosk', now());
      if (copy === undefined) return refuse('workerUnknown', 'who');
      read('accessCopy', reader, why.data);
      return ok({ copy, receipt: shown.value });
    },
    async phoneForEmployer({ asked, card, reason }, reader) {
      if (reader.role === 'console' && reason === undefined) return refuse('reasonMissing', 'reason');
      if (reader.role === 'kiosk' && card === undefined) return refuse('employerNotYours', 'card');
      const phone = people.phoneForEmployer(asked, card === undefined ? undefined : db.view.employersOf(card.number).map(({ employerId }) => employerId));
      if (!phone.ok) return phone;
      const shown = await mayBeShown(parts, reader, { workerId: phone.value.workerId, view: 'phoneForEmployer', reason });
      if (!shown.ok) return shown;
      read('phoneForEmployer', reader, reason);
      return ok({ phone: phone.value.phone });
    },
    paperNumber: (asked, reader) => ok({ about: aboutNumber(parts, asked, reader) }),
    mergeProposals: () => ok({ proposals: people.mergeProposals(proposalsLimit) }),
    merges: ({ workerId }) => known(people.mergesOf(workerId), (merges) => ({ merges }), 'workerUnknown'),
    erasure({ receipt }) {
      const done = people.rightReceipt(receipt);
      return ok({ erased: people.erasure(receipt), done: done && { at: done.at, right: done.right } });
    },
    knownElsewhere({ workerId }, reader) {
      const person = personOf(db.view, { by: 'worker', workerId }, reader);
      if (!person.ok) return person;
      read('knownElsewhere', reader);
      const known = people.knownElsewhere(person.value.workerId, settings.hallId, now());
      return ok({ cityKnown: people.cityKey() !== undefined, known: known && { ...known, trades: known.trades && [...known.trades] } });
    },
    crews: () => ok({ crews: people.crewsToday().map(({ crewId, numbers }) => ({ crewId, numbers: [...numbers] })) }),
    trainingDemand: () => ok({ demand: people.trainingDemand(), courses: [...db.faces.city.courses(businessDayAt(now()))] }),
    helpStanding: ({ workerId }) => known(people.helpStanding(workerId, now()), (standing) => ({ standing: { ...standing, verified: [...standing.verified], computed: [...standing.computed] }, groups: [...db.faces.city.helpGroups()] }), 'workerUnknown'),
    helpCase: ({ caseId }) => known(people.helpCase(caseId), (one) => ({ helpCase: { ...one, grounds: [...one.grounds], visits: [...one.visits] } }), 'helpCaseUnknown'),
    helpCases: ({ limit }) => ok({ cases: people.openHelpCases(limit).map((one) => ({ ...one, grounds: [...one.grounds], visits: [...one.visits] })) }),
    shifts: ({ day }) => ok({ shifts: people.shiftsOf(day) }),
    opinions: ({ from, to, texts }) => (from > to ? refuse('rangeImpossible', 'to') : ok(people.opinions(from, to, texts))),
    lastClearing: () => ok(lastClearingQuery.reply.parse({ last: people.lastClearing() })),
  };
}

interface Shown { readonly workerId: string; readonly view: NoteShown['view']; readonly reason: NoteShown['reason'] | undefined }

/** Somebody's whole number or phone on a console: by two people, and in the journal before it is shown. At a kiosk the card lies there. Refuses `secondPersonMissing`, and what the hall refuses. */
async function mayBeShown(parts: QueryParts, reader: Actor, shown: Shown): Promise<Result<string | undefined>> {
  if (reader.role === 'kiosk' && shown.view === 'accessCopy') return noted(parts, { ...shown, reason: 'personAsked', kiosk: reader.deviceId });
  if (reader.role !== 'console') return ok(undefined);
  const second = standsBeside(reader);
  if (!second.ok) return second;
  return noted(parts, { ...shown, by: reader.staffId, approvedBy: second.value });
}

/** Gives the number of the receipt, of an access copy that the person asked for. */
async function noted({ engine, newId }: QueryParts, shown: object): Promise<Result<string | undefined>> {
  const answer = await engine.handle({ type: 'noteShown', commandId: newId(), ...shown }, { role: 'agent' });
  if (!answer.ok) return { ok: false, error: answer.refusal };
  return ok(answer.facts.find((fact) => fact.type === 'personalShown')?.receipt);
}

/** Numbers that the day's end closed were never called either. */
const wasCalled: ReadonlySet<TicketState> = new Set<TicketState>(['called', 'parked', 'served', 'missed']);
/** Staff who call see no name before the call. */
const namesBeforeCall = (reader: Actor): boolean => reader.role === 'console' && (reader.staffRole === 'supervisor' || reader.staffRole === 'admin');

function aboutNumber({ db, read }: QueryParts, { number, day }: { readonly number: string; readonly day?: string | undefined }, reader: Actor): QueryReply<'paperNumber'>['about'] {
  const { papers, foundById } = db.faces.people;
  const found = papers.byNumber(number, day);
  if (found === undefined) return { kind: 'none' };
  read('paperNumber', reader);
  const worker = (workerId: string | undefined): { readonly worker?: ReturnType<typeof foundById> & {} } => {
    const one = workerId === undefined ? undefined : foundById(workerId);
    return one === undefined ? {} : { worker: one };
  };
  if (found.kind === 'ticket') {
    const ticket = db.view.ticket(found.id);
    if (ticket === undefined) return { kind: 'none' };
    const told = wasCalled.has(ticket.state) || namesBeforeCall(reader);
    return { kind: 'ticket', ticketId: ticket.ticketId, state: ticket.state, ...worker(told ? ticket.workerId : undefined) };
  }
  const hire = found.kind === 'hire' ? db.view.hire(found.id) : undefined;
  const job = db.view.job(hire?.jobId ?? found.id);
  if (job === undefined) return { kind: 'none' };
  const behind = { jobId: job.jobId, jobNumber: job.number, trade: job.terms.trade, employerId: job.employerId, employerName: papers.employerName(job.employerId) };
  if (hire === undefined) return { kind: 'job', state: job.state, ...behind };
  return { kind: 'hire', hireId: hire.hireId, state: hire.state, agreedPay: hire.agreedPay, startsAt: hire.startsAt, ...behind, ...worker(hire.workerId) };
}

function known<T, R>(found: T | undefined, tell: (found: T) => R, unknown: 'workerUnknown' | 'helpCaseUnknown'): Result<R> {
  return found === undefined ? refuse(unknown) : ok(tell(found));
}
