/* A mark from the page of a slip is judged by the hall's own rules: each once, and a no is remembered and told like a yes. */
import { workerSaid } from '../attendance/evening.ts';
import { markFacts } from '../attendance/mark.ts';
import type { Context } from '../context.ts';
import type { HireState } from '../hiring/states/hire.ts';
import type { HireRow } from '../hiring/view.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Fact } from '../fact.ts';
import type { Decision, HallView } from '../view.ts';
import type { TakeSlipMark } from './commands.ts';
import type { SlipMarkTaken } from './facts.ts';
import { wordsOfSide, type SlipWord } from './words.ts';

/** Refuses nothing: what was followed is nothing to do, everything else ends in `slipMarkTaken`, with `hireUnknown`, `hireNotReady`, `notYourRole` (a word of the other side) or `tooEarly` inside. */
export function decideTakeSlipMark(view: HallView, command: TakeSlipMark, context: Context): Result<Decision> {
  const { markId, hireId, side, word } = command;
  if (view.slipMark(markId)) return ok({ facts: [], records: [] });
  const taken = (outcome: SlipMarkTaken['outcome'], refusal?: SlipMarkTaken['refusal']): SlipMarkTaken => ({ type: 'slipMarkTaken', markId, hireId, side, word, outcome, ...(refusal === undefined ? {} : { refusal }) });
  const hire = view.hire(hireId);
  if (hire !== undefined && stands(hire, side, word)) return ok({ facts: [taken('known')], records: [] });
  const judged = hire === undefined ? refuse('hireUnknown') : followed(view, hire, command, context);
  if (!judged.ok) return ok({ facts: [taken('refused', judged.error.code)], records: [] });
  return ok({ facts: [...judged.value, taken('taken')], records: [] });
}

function followed(view: HallView, hire: HireRow, { side, word }: TakeSlipMark, context: Context): Result<readonly Fact[]> {
  if (!wordsOfSide[side].includes(word)) return refuse('notYourRole');
  if (side === 'worker') return workerSaid(view, hire, hire.workerId, word === 'unpaid' ? { paid: 'no' } : { [word]: 'yes' }, context, { away: true });
  switch (word) {
    case 'arrived': return markFacts(view, hire, { event: 'arrive', by: 'employer' });
    case 'done': return markFacts(view, hire, { event: 'finish', by: 'employer' });
    case 'paid': return markFacts(view, hire, { event: 'pay', by: 'employer' });
    case 'unpaid': return refuse('notYourRole');
  }
}

const after: Readonly<Record<SlipWord, readonly HireState[]>> = { arrived: ['arrived', 'done', 'paid', 'unpaid'], done: ['done', 'paid', 'unpaid'], paid: ['paid'], unpaid: ['unpaid'] };
/** Said already, by whomever. A worker's own word on the money is heard beside the employer's. */
function stands({ state, saidPaid }: HireRow, side: TakeSlipMark['side'], word: SlipWord): boolean {
  if (!after[word].includes(state)) return false;
  return side === 'employer' || (word !== 'paid' && word !== 'unpaid') || saidPaid === (word === 'paid' ? 'yes' : 'no');
}
