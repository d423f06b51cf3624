/* Who stands behind a posting: the one who posts, and for contractors and agencies the real employer (F11, §4). */
import type { Context } from '../../context.ts';
import { postsForOthers } from '../../employers/documents.ts';
import { speaksFor } from '../../employers/representatives.ts';
import { heldOn } from '../../employers/standing.ts';
import type { EmployerRow, EmployersView } from '../../employers/view.ts';
import type { Card } from '../../people/card.ts';
import { localDay } from '../../queue/business-day.ts';
import { mayActAtAnyWindow } from '../../queue/step.ts';
import { ok, refuse, type Result } from '../../result.ts';

/** A kiosk acts for an employer only with the card of one of its people. Refuses `employerUnknown`, `employerNotYours`, `employerBanned` (also a household whose person is banned as a contractor). */
export function actingFor(view: EmployersView, employerId: string, card: Card | undefined, { actor, now }: Context): Result<EmployerRow> {
  const employer = view.employer(employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  if (actor.role === 'kiosk' && !speaksFor(view, card, employer.employerId)) return refuse('employerNotYours', 'employerId');
  return heldOn(view, employer, localDay(now)) === 'banned' ? refuse('employerBanned', 'employerId') : ok(employer);
}

/** 点名 is the employer's wish: with the employer's card, or by somebody who may call out of order anyway; a clerk alone would choose whom the hall calls next. */
export const mayName = (view: EmployersView, employerId: string, card: Card | undefined, context: Context): boolean =>
  context.actor.role !== 'console' || mayActAtAnyWindow(context) || speaksFor(view, card, employerId);

/** Undefined when the poster is the real employer itself. Refuses `realEmployerMissing`, `realEmployerUnknown` (none, or not linked to this contractor or agency), `realEmployerWrong` (posts for others itself, or the poster needs none), `employerBanned`. */
export function realEmployerOf(view: EmployersView, poster: EmployerRow, onBehalfOf: string | undefined, { now }: Context): Result<EmployerRow | undefined> {
  const field = 'terms.onBehalfOf';
  if (!postsForOthers(poster.kind)) return onBehalfOf === undefined || onBehalfOf === poster.employerId ? ok(undefined) : refuse('realEmployerWrong', field);
  if (onBehalfOf === undefined) return refuse('realEmployerMissing', field);
  const real = view.employer(onBehalfOf);
  if (real === undefined) return refuse('realEmployerUnknown', field);
  if (postsForOthers(real.kind)) return refuse('realEmployerWrong', field);
  if (!view.isPrincipal(poster.employerId, real.employerId)) return refuse('realEmployerUnknown', field);
  return heldOn(view, real, localDay(now)) === 'banned' ? refuse('employerBanned', field) : ok(real);
}
