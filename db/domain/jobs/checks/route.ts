/* Where a sound posting goes: on the screens at once and checked after, or to staff first (F13: nothing unreviewed is shown). */
import type { Context } from '../../context.ts';
import { isTrusted, isVouchedFor, standingOn, trustRuleOf } from '../../employers/standing.ts';
import type { EmployerRow, EmployersView } from '../../employers/view.ts';
import { localDay } from '../../queue/business-day.ts';
import type { ReviewCause } from '../facts.ts';
import type { Wording } from './wording.ts';

export type Route = { readonly state: 'open'; readonly checkAfter: true } | { readonly state: 'inReview'; readonly cause: ReviewCause };

export interface Judged {
  readonly poster: EmployerRow;
  readonly realEmployer: EmployerRow | undefined;
  readonly wording: Wording;
  /** The same words were approved by staff under the filter that still holds. */
  readonly approvedBefore: boolean;
}

/**
 * Staff first when anybody behind the job is watched, when the poster is not vouched for, when the filter found something, or when somebody who is not trusted
 * wrote words of his own. At five in the morning most postings are none of that: a household or firm that taps tiles. Such a posting holds no word that is not
 * ours, its poster was identified by card and has signed the promise or shown the licence, and pay, hazards and place are all checked; so nothing on it is
 * unreviewed, and a clerk who is not there yet must not stand between a boss and a crew. It is shown at once and lies in the checked-after list all the same.
 * A hall that wants it otherwise sets `codedPostingsNeedReview`.
 */
export function routeOf(view: EmployersView, { poster, realEmployer, wording, approvedBefore }: Judged, { settings, now }: Context): Route {
  const day = localDay(now);
  if ([poster, realEmployer].some((one) => one !== undefined && standingOn(one, day) === 'watched')) return { state: 'inReview', cause: 'watched' };
  if (!isVouchedFor(poster, day)) return { state: 'inReview', cause: 'notVerified' };
  if (wording.outcome === 'staff' && !approvedBefore) return { state: 'inReview', cause: 'wording' };
  const trusted = isTrusted(view, poster, trustRuleOf(settings), day, now);
  if (wording.free && !approvedBefore && !trusted) return { state: 'inReview', cause: 'freeText' };
  if (!wording.free && !trusted && settings.codedPostingsNeedReview === true) return { state: 'inReview', cause: 'hallRule' };
  return { state: 'open', checkAfter: true };
}
