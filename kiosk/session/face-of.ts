/* What the screens may see of the state: no card, no number of a card, no phone but the digits being typed, no name but an employer's own. */
import { deskOf } from './desks.ts';
import type { KioskFace } from './face.ts';
import { numbersOnly } from './numbers-only/without-agent.ts';
import type { State } from './state.ts';

export const faceOf = (state: State): KioskFace => ({
  screen: deskOf(state.scene).screen(state, state.scene),
  language: state.language, textStep: state.textStep, reach: state.reach, contrast: state.contrast,
  hall: state.hall, agentUp: state.agentUp, numbersOnly: numbersOnly(state) ? { services: state.left.services } : undefined,
  readerReady: state.reader === 'ready', printer: state.printer, ...(state.paperChange === undefined ? {} : { paperChange: state.paperChange }),
  idleWarningSeconds: state.warning?.secondsLeft,
  pxPerMm: state.pxPerMm, volume: state.volume,
  ...(state.scene.at === 'attract' && state.openPlaces.length > 0 ? { openPlaces: state.openPlaces } : {}),
});
