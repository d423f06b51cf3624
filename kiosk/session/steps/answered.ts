/* What the agent's answer means for the person who waits. Only the answer that is waited for counts; a late one of somebody who left changes nothing here. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { EmployersReply } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { stay, type Moment, type Step } from '../event.ts';
import { stepOfField } from '../job/job-steps.ts';
import type { Errand, JobScene, State } from '../state.ts';
import { askEmployers, checkIn } from './ask.ts';
import { beginJob } from './employer.ts';
import { paperOf, reprintAnswered } from './paper.ts';

type Accepted = Extract<Answer, { ok: true }>;

export function answered(state: State, commandId: string, answer: Answer, moment: Moment): Step {
  const { scene } = state;
  if (scene.at === 'number' || scene.at === 'posted') return reprintAnswered(state, scene, commandId, answer);
  if (scene.at !== 'asking' || scene.awaits !== commandId || scene.errand.kind === 'employersOf') return stay(state);
  return answer.ok ? accepted(state, scene.errand, answer, moment) : refused(state, scene.errand, answer.refusal, moment);
}

export function employersReplied(state: State, queryId: string, reply: EmployersReply, moment: Moment): Step {
  const { scene } = state;
  if (scene.at !== 'asking' || scene.awaits !== queryId || scene.errand.kind !== 'employersOf') return stay(state);
  if (!reply.ok) return refused(state, scene.errand, reply.refusal, moment);
  return stay({ ...state, scene: { at: 'whoAmI', card: scene.errand.card, employers: reply.employers } });
}

function accepted(state: State, errand: Errand, answer: Accepted, moment: Moment): Step {
  const posted = factOf(answer, 'jobPosted');
  if (posted !== undefined) return stay({ ...state, scene: { at: 'posted', number: posted.number, paper: paperOf(answer), ...(posted.state === 'inReview' ? { inReview: true } : {}) } });
  const registered = factOf(answer, 'employerRegistered');
  if (registered !== undefined && errand.kind === 'registerHousehold') {
    return beginJob(state, errand.card, { employerId: registered.employerId, kind: registered.kind, name: errand.card.name }, moment);
  }
  const ticket = factOf(answer, 'ticketIssued');
  // An agent that agreed but gave no number is of another version than its messages say.
  if (ticket === undefined) return refuse(state, { code: 'ticketUnknown' }, undefined);
  const { number, ahead, trades } = ticket;
  const serviceLabel = errand.kind === 'takeTicket' ? errand.serviceLabel : undefined;
  return stay({ ...state, scene: { at: 'number', number, ahead, trades, serviceLabel, paper: paperOf(answer) } });
}

function refused(state: State, errand: Errand, refusal: Refusal, moment: Moment): Step {
  if (refusal.code === 'underSixteen') return stay({ ...state, scene: { at: 'minor' } });
  if (errand.kind === 'checkIn' && refusal.code === 'workerUnknown') return stay({ ...state, scene: { at: 'consent', card: errand.card } });
  // Registered at another kiosk in the meantime: then it is a known worker's tap.
  if (errand.kind === 'registerWorker' && refusal.code === 'alreadyRegistered') return checkIn(state, errand.card, moment);
  if (errand.kind === 'registerHousehold' && refusal.code === 'employerAlreadyRegistered') return askEmployers(state, errand.card, moment);
  return refuse(state, refusal, errand.kind === 'postJob' ? { ...errand.job, at: stepOfField(refusal.field) } : undefined);
}

const refuse = (state: State, refusal: Refusal, resume: JobScene | undefined): Step =>
  stay({ ...state, scene: { at: 'refused', refusal, resume } });

function factOf<T extends FactType>(answer: Accepted, type: T): FactOf<T> | undefined {
  return answer.facts.find((fact): fact is FactOf<T> => fact.type === type);
}
