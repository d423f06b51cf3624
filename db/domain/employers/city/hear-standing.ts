/* What the city's list says of an employer of this hall: heard with the author "city", beside whatever the hall itself decided, so that neither lifts the other's. */
import type { Context } from '../../context.ts';
import { takenDown } from '../../jobs/take-down.ts';
import { localDay } from '../../queue/business-day.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import type { HearCityStanding } from '../commands.ts';
import { cityStandingOn, liveJobsUnder } from '../standing.ts';

/** Who decided, where the hall's own decisions name a member of staff. */
export const cityAuthor = 'city';

/** What was heard already is nothing to do. A ban takes every job that it reaches off every screen in the same step. Refuses `notYourRole`: only the agent hears the city; `employerUnknown`. */
export function decideHearCityStanding(view: HallView, command: HearCityStanding, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  const employer = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  const { employerId, city } = employer;
  const { standing, until } = command;
  if ((city?.is ?? 'none') === standing && city?.until === until) return ok({ facts: [], records: [] });
  const heard = { type: 'cityStandingHeard', employerId, standing, by: cityAuthor, ...(until === undefined ? {} : { until }) } as const;
  const day = localDay(context.now);
  const banned = standing === 'banned' && cityStandingOn({ city: { is: standing, until } }, day) === 'banned';
  return ok({ facts: [heard, ...(banned ? liveJobsUnder(view, employer).flatMap((jobId) => takenDown(view, jobId, 'employerBanned', cityAuthor)) : [])], records: [] });
}
