/* What an employer's card asks of the agent. */
import type { HallFace } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import { stay, type Moment, type Step } from '../event.ts';
import { promiseTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { employersWindow, sessionLimits } from '../limits.ts';
import type { SceneOf, State } from '../state.ts';
import { ask, send } from '../steps/ask.ts';
import type { Boss, HiringScene, OwnJobs } from './scenes.ts';

/** For whom may this card post? */
export const askEmployers = (state: State, card: Card, moment: Moment): Step =>
  ask(state, { kind: 'myEmployers', card }, { name: 'myEmployers', asked: { card } }, moment);

/** The jobs of this employer as they are now, and with them the own page. */
export const askHome = (state: State, { card, employers, employer }: Boss, moment: Moment): Step =>
  ask(state, { kind: 'employerHome', card, employers, employer }, { name: 'myJobs', asked: { card, limit: sessionLimits.ownJobs } }, moment);

export const askRecord = (state: State, { card, employers, employer }: Boss, moment: Moment): Step =>
  ask(state, { kind: 'employerRecord', card, employers, employer }, { name: 'myEmployerRecords', asked: { card } }, moment);

/** For whom may this contractor or agency hire? */
export const askPrincipals = (state: State, { card, employers, employer, live, past }: Boss & OwnJobs, moment: Moment): Step =>
  ask(state, { kind: 'principals', card, employers, employer, live, past }, { name: 'principals', asked: { card } }, moment);

export const registerHousehold = (state: State, card: Card, moment: Moment): Step =>
  send(state, { kind: 'registerHousehold', card }, { type: 'registerHousehold', commandId: moment.freshId, card, promiseVersion: promiseTextVersion }, moment);

export function repeatJob(state: State, from: SceneOf<'repeat'>, moment: Moment): Step {
  const { card, employers, employer, job, terms } = from;
  return send(state, { kind: 'repeatJob', card, employers, employer, from }, {
    type: 'repeatJob', commandId: moment.freshId, jobId: job.jobId, card, startAt: terms.startAt, headcount: terms.headcount, printer: state.printTarget,
  }, moment);
}

export const employersService = (state: State): HallFace['services'][number] | undefined => state.hall?.services.find((one) => one.code === employersWindow);

/** A number for the window where employers are registered; nothing where the hall has none. */
export function takeDeskNumber(state: State, from: Extract<HiringScene, Boss>, moment: Moment): Step {
  const service = employersService(state);
  if (service === undefined) return stay(state);
  const { card, employers, employer } = from;
  return send(state, { kind: 'deskNumber', card, employers, employer, serviceLabel: service.label, from }, { type: 'takeTicket', commandId: moment.freshId, service: service.code, printer: state.printTarget }, moment);
}
