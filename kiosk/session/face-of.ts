/* What the screens may see of the state: no card, no number of a card, no phone but the digits being typed, no name but an employer's own. */
import type { KioskFace, Screen } from './face.ts';
import { consentTextVersion, promiseTextVersion } from './limits.ts';
import type { State } from './state.ts';
import { fateOf } from './steps/paper.ts';
import { phoneComplete } from './steps/worker.ts';

export const faceOf = (state: State): KioskFace => ({
  screen: screenOf(state),
  language: state.language, textStep: state.textStep,
  hall: state.hall, agentUp: state.agentUp,
  readerReady: state.reader === 'ready', printer: state.printer,
  idleWarningSeconds: state.warning?.secondsLeft,
  pxPerMm: state.pxPerMm,
});

function screenOf(state: State): Screen {
  const { scene } = state;
  switch (scene.at) {
    case 'attract': case 'services': case 'employerCard': case 'minor': case 'takeCard':
      return { at: scene.at };
    case 'asking': return { at: scene.late ? 'noAgent' : 'asking' };
    case 'consent': return { at: 'consent', textVersion: consentTextVersion };
    case 'phone': return { at: 'phone', digits: scene.digits, complete: phoneComplete(scene.digits) };
    case 'trades': return { at: 'trades', chosen: scene.chosen };
    case 'number': {
      const { number, ahead, trades, serviceLabel } = scene;
      return { at: 'number', number, ahead, trades, serviceLabel, paper: fateOf(state, scene.paper) };
    }
    case 'whoAmI': return { at: 'whoAmI', employers: scene.employers };
    case 'promise': return { at: 'promise', promiseVersion: promiseTextVersion };
    case 'jobTrade': case 'jobPay': case 'jobWhen': case 'jobPlace': case 'jobConditions': case 'jobVan': case 'jobCheck':
      return { at: scene.at, draft: scene.draft, employerName: scene.employer.name };
    case 'posted': return { at: 'posted', number: scene.number, paper: fateOf(state, scene.paper), ...(scene.inReview === true ? { inReview: true } : {}) };
    case 'cardTrouble': return { at: 'cardTrouble', trouble: scene.trouble };
    case 'refused': return { at: 'refused', refusal: scene.refusal };
  }
}
