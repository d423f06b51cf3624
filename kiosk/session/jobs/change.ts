/* What an employer may still change: longer, more or fewer people, better pay, somebody named, prices under seal; and to stop. The hall decides; the screens offer only what it would take. */
import { closeReasonSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import { startHorizonMs } from '@kuaizhao/db/domain/jobs/checks/sound-terms.ts';
import { hallNumber, seriesOf } from '@kuaizhao/db/domain/queue/number.ts';
import type { SceneDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import type { SceneOf, State } from '../state.ts';
import { warned } from '../steps/idle.ts';
import { askJob, commandJob } from './asks.ts';
import { fewestPeople } from './rules.ts';
import type { JobChange } from './scenes.ts';

/** digits of a hall number */
const mostDigits = 5;

export const jobChange: SceneDesk<'jobChange'> = {
  holds: 'somebody', touch: touchChange, tick: warned,
  screen: (_, { at, part, change, job, people }) => ({ at, part, change, job, people }),
};

function touchChange(state: State, scene: SceneOf<'jobChange'>, touch: Touch, moment: Moment): Step {
  const changed = (change: JobChange): Step => stay({ ...state, scene: { ...scene, change: { ...scene.change, ...change } } });
  const { part, change } = scene;
  if (touch.type === 'back') return askJob(state, scene, moment);
  if (touch.type === 'next') return send(state, scene, moment);
  if (touch.type === 'setTerms') return changed(takenOf(scene, touch.terms, moment));
  if (part === 'named' && touch.type === 'digit') return changed({ digits: ((change.digits ?? '') + touch.digit).slice(0, mostDigits) });
  if (part === 'named' && touch.type === 'erase') return changed({ digits: (change.digits ?? '').slice(0, -1) });
  if (part === 'close' && touch.type === 'choose') {
    const reason = closeReasonSchema.safeParse(touch.id);
    return reason.success ? changed({ reason: reason.data }) : stay(state);
  }
  return part === 'quotes' && touch.type === 'go' && (touch.to === 'on' || touch.to === 'off') ? changed({ sealedQuotes: touch.to === 'on' }) : stay(state);
}

type Terms = Extract<Touch, { type: 'setTerms' }>['terms'];

/** Of what was tapped only what this part asks and the hall would take: never sooner over, never fewer than are hired, never less money. */
function takenOf(scene: SceneOf<'jobChange'>, { validUntil, headcount, pay }: Terms, { now }: Moment): JobChange {
  const { part, job: { terms } } = scene;
  if (part === 'time' && validUntil !== undefined && validUntil >= terms.validUntil && validUntil > now && validUntil <= now + startHorizonMs) return { validUntil };
  if (part === 'headcount' && headcount !== undefined && headcount >= fewestPeople(scene)) return { headcount };
  const fixed = terms.pay.kind === 'fixed' ? terms.pay : undefined;
  if (part === 'pay' && pay?.kind === 'fixed' && (fixed === undefined || (pay.unit === fixed.unit && pay.amountFen >= fixed.amountFen))) return { pay };
  return {};
}

/** What there is to send; nothing when nothing was said. */
function send(state: State, scene: SceneOf<'jobChange'>, moment: Moment): Step {
  const { card, job: { jobId }, part, change: { digits = '', reason, ...change } } = scene;
  const own = { commandId: moment.freshId, jobId, card };
  if (part === 'close') return reason === undefined ? stay(state) : commandJob(state, 'closeJob', scene, { type: 'closeJob', ...own, reason }, moment);
  const named = part === 'named' && Number(digits) > 0 ? { namedTicket: hallNumber(seriesOf.work, Number(digits)) } : {};
  const said = { ...change, ...named };
  if (Object.keys(said).length === 0) return stay(state);
  return commandJob(state, 'changeJob', scene, { type: 'changeJob', ...own, change: said, printer: state.printTarget }, moment);
}
