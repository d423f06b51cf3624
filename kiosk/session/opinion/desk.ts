/* The desk of the opinion box: one of five faces, then what it was about. */
import { opinionReasonSchema } from '@kuaizhao/db/domain/opinions/commands.ts';
import type { ErrandsDesk, ScenesDesk } from '../desk.ts';
import { stay, type Moment, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { tell, toHome } from '../home/asks.ts';
import type { SceneOf, State } from '../state.ts';
import { send } from '../steps/ask.ts';
import { warned } from '../steps/idle.ts';
import { leave } from '../steps/leave.ts';
import { reasonsMost, type OpinionErrand, type OpinionScene } from './scenes.ts';

export const opinionScenes: ScenesDesk<OpinionScene['at']> = {
  opinion: { holds: 'somebody', touch: touchOpinion, screen: (_, { stars, reasons }) => ({ at: 'opinion', stars, reasons }), tick: warned },
};
export const opinionErrands: ErrandsDesk<OpinionErrand['kind']> = { giveOpinion: { accepted: (state, { card }) => tell(state, 'opinionGiven', card) } };

function touchOpinion(state: State, scene: SceneOf<'opinion'>, touch: Touch, moment: Moment): Step {
  const { card, stars, reasons } = scene;
  if (touch.type === 'back') {
    if (stars !== undefined) return stay({ ...state, scene: { ...scene, stars: undefined, reasons: [] } });
    return card === undefined ? leave(state) : toHome(state, card, moment);
  }
  if (stars === undefined) {
    const pressed = touch.type === 'choose' && /^[1-5]$/.test(touch.id) ? Number(touch.id) : undefined;
    return stay(pressed === undefined ? state : { ...state, scene: { ...scene, stars: pressed } });
  }
  if (touch.type === 'next') return send(state, { kind: 'giveOpinion', card }, { type: 'giveOpinion', commandId: moment.freshId, stars, reasons: [...reasons] }, moment);
  const reason = touch.type === 'choose' ? opinionReasonSchema.safeParse(touch.id) : undefined;
  if (reason?.success !== true) return stay(state);
  const without = reasons.filter((one) => one !== reason.data);
  if (without.length < reasons.length) return stay({ ...state, scene: { ...scene, reasons: without } });
  return stay(reasons.length < reasonsMost ? { ...state, scene: { ...scene, reasons: [...reasons, reason.data] } } : state);
}
