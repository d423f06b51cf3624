/*
 * The order of the set-up's screens: pure, like the session of a kiosk at work, and apart from it. A kiosk that is in has no way here: only its host begins this,
 * when it holds nothing that its hall would know it by.
 */
import type { Touch } from '../face.ts';
import { firstSettings, settingOf, type Settings } from '../settings.ts';
import { addressMost, addressPages, codeDigits, type SetUpClocks, type SetUpReason, type SetUpRefusal, type SetUpScene, type SetUpScreen } from './scenes.ts';

export const setUpLimits = {
  /** nobody touches what is being typed: back to the screen for everybody */
  idleMs: 180_000,
  /** so long it is read that this kiosk is in; longer when there is something to read about its printer */
  inMs: 3_000, inNotedMs: 60_000,
} as const;

export interface SetUpState extends Settings {
  readonly why: SetUpReason;
  readonly deviceId: string;
  readonly printerId: string;
  /** behind https:// */
  readonly address: string;
  readonly scene: SetUpScene;
  /** last touch, monotonic */
  readonly touchedMs: number;
  /** attempts until now: an answer to an earlier one is nobody's */
  readonly attempts: number;
}

export type SetUpEvent =
  | { readonly type: 'touch'; readonly touch: Touch }
  | { readonly type: 'tick' }
  | { readonly type: 'signs'; readonly attempt: number; readonly signs: string }
  | { readonly type: 'refused'; readonly attempt: number; readonly why: SetUpRefusal; readonly clocks?: SetUpClocks | undefined }
  /** this kiosk has its certificate; `hallPrinter`: beside which printer the hall thinks that it stands */
  | { readonly type: 'in'; readonly attempt: number; readonly hallPrinter: string | undefined };

export type SetUpEffect =
  | { readonly type: 'enrol'; readonly attempt: number; readonly url: string; readonly code: string }
  /** nobody waits for the answer any more */
  | { readonly type: 'cancel' }
  /** from here on this is a kiosk like the others */
  | { readonly type: 'work' };

export interface SetUpStep { readonly state: SetUpState; readonly effects: readonly SetUpEffect[] }

/** `url`: of the agent, as the configuration has it or as it was typed the last time. */
export const firstSetUp = ({ why, deviceId, printerId, url }: { readonly why: SetUpReason; readonly deviceId: string; readonly printerId: string; readonly url: string }): SetUpState =>
  ({ ...firstSettings, why, deviceId, printerId, address: url.replace(/^https:\/\//, '').replace(/\/.*$/, ''), scene: { at: 'shut' }, touchedMs: 0, attempts: 0 });

/** `ms`: monotonic. */
export function nextSetUp(state: SetUpState, event: SetUpEvent, ms: number): SetUpStep {
  const { scene } = state;
  switch (event.type) {
    case 'touch': return touched({ ...state, touchedMs: ms }, event.touch);
    case 'tick': return ticked(state, ms);
    case 'signs': return scene.at === 'asking' && scene.attempt === event.attempt ? to(state, { at: 'signs', attempt: event.attempt, signs: event.signs }) : stay(state);
    case 'refused': return waitsFor(scene, event.attempt) ? to({ ...state, touchedMs: ms }, { at: 'refused', why: event.why, clocks: event.clocks }) : stay(state);
    case 'in': return waitsFor(scene, event.attempt) ? to(state, { at: 'in', sinceMs: ms, hallPrinter: event.hallPrinter === state.printerId ? undefined : event.hallPrinter ?? '' }) : stay(state);
  }
}

/** The address as the kiosk calls it; undefined while it is none. */
export function urlOf(address: string): string | undefined {
  if (!/^[\w.-]+(:\d{1,5})?$/.test(address) && !/^\[[\da-f:.]+\](:\d{1,5})?$/i.test(address)) return undefined;
  // A number that is not whole is read as another one: 192.168.1 as 192.168.0.1.
  if (/^[\d.]+(:|$)/.test(address) && !/^\d{1,3}(\.\d{1,3}){3}(:|$)/.test(address)) return undefined;
  const url = URL.parse(`https://${address}`);
  return url === null || url.port === '0' ? undefined : url.origin;
}

/** What the screen may show of it. */
export function setUpScreen({ scene, why, address, deviceId, printerId }: SetUpState): SetUpScreen {
  switch (scene.at) {
    case 'shut': return { at: 'setUpShut', why };
    case 'address': return { at: 'setUpAddress', typed: address, complete: urlOf(address) !== undefined, page: scene.page };
    case 'code': return { at: 'setUpCode', digits: scene.digits, complete: scene.digits.length === codeDigits, deviceId };
    case 'asking': return { at: 'setUpAsking' };
    case 'signs': return { at: 'setUpSigns', signs: scene.signs };
    case 'refused': return { at: 'setUpRefused', why: scene.why, deviceId, ...(scene.clocks === undefined ? {} : { clocks: scene.clocks }) };
    case 'in': return { at: 'setUpIn', printers: scene.hallPrinter === undefined ? undefined : { here: printerId, hall: scene.hallPrinter } };
  }
}

const stay = (state: SetUpState): SetUpStep => ({ state, effects: [] });
const to = (state: SetUpState, scene: SetUpScene): SetUpStep => stay({ ...state, scene });
const waitsFor = (scene: SetUpScene, attempt: number): boolean => (scene.at === 'asking' || scene.at === 'signs') && scene.attempt === attempt;

/** Back to the screen for everybody, as the next one finds it. */
function shut(state: SetUpState): SetUpStep {
  const waits = state.scene.at === 'asking' || state.scene.at === 'signs';
  return { state: { ...state, ...firstSettings, scene: { at: 'shut' } }, effects: waits ? [{ type: 'cancel' }] : [] };
}

function touched(state: SetUpState, touch: Touch): SetUpStep {
  const setting = settingOf(touch);
  if (setting !== undefined) return stay({ ...state, ...setting });
  const { scene } = state;
  // An end of its own would lose the certificate that is just being put to use.
  if (touch.type === 'end') return scene.at === 'in' ? stay(state) : shut(state);
  switch (scene.at) {
    case 'shut': return touch.type === 'go' && touch.to === 'setUp' ? to(state, { at: 'address', page: 'digits' }) : stay(state);
    case 'address': return atAddress(state, scene, touch);
    case 'code': return atCode(state, scene, touch);
    case 'asking': return touch.type === 'back' ? shut(state) : stay(state);
    // 不一样: whoever answers is not to be believed, and staff say no at the other screen.
    case 'signs': return touch.type === 'back' ? shut(state) : stay(state);
    case 'refused': return touch.type === 'back' ? shut(state) : touch.type === 'next' ? to(state, again(scene.why)) : stay(state);
    case 'in': return touch.type === 'next' ? { state, effects: [{ type: 'work' }] } : stay(state);
  }
}

function atAddress(state: SetUpState, { page }: Extract<SetUpScene, { at: 'address' }>, touch: Touch): SetUpStep {
  if (touch.type === 'back') return shut(state);
  if (touch.type === 'erase') return stay({ ...state, address: state.address.slice(0, -1) });
  if (touch.type === 'choose' && isKey(touch.id, page) && state.address.length < addressMost) return stay({ ...state, address: state.address + touch.id });
  if (touch.type === 'go' && (touch.to === 'letters' || touch.to === 'digits')) return to(state, { at: 'address', page: touch.to });
  return touch.type === 'next' && urlOf(state.address) !== undefined ? to(state, { at: 'code', digits: '' }) : stay(state);
}

const isKey = (text: string, page: keyof typeof addressPages): boolean => (addressPages[page] as readonly string[]).includes(text);

function atCode(state: SetUpState, { digits }: Extract<SetUpScene, { at: 'code' }>, touch: Touch): SetUpStep {
  if (touch.type === 'back') return to(state, { at: 'address', page: 'digits' });
  if (touch.type === 'digit') return to(state, { at: 'code', digits: (digits + touch.digit).slice(0, codeDigits) });
  if (touch.type === 'erase') return to(state, { at: 'code', digits: digits.slice(0, -1) });
  const url = urlOf(state.address);
  if (touch.type !== 'next' || digits.length !== codeDigits || url === undefined) return stay(state);
  const attempt = state.attempts + 1;
  return { state: { ...state, attempts: attempt, scene: { at: 'asking', attempt } }, effects: [{ type: 'enrol', attempt, url, code: digits }] };
}

/** Where it can be put right. */
const again = (why: SetUpRefusal): SetUpScene => (why === 'unreachable' || why === 'notUnderstood' || why === 'notTheHall' || why === 'otherHall' ? { at: 'address', page: 'digits' } : { at: 'code', digits: '' });

function ticked(state: SetUpState, ms: number): SetUpStep {
  const { scene } = state;
  switch (scene.at) {
    case 'shut': case 'asking': case 'signs': return stay(state);
    case 'address': case 'code': case 'refused': return ms - state.touchedMs < setUpLimits.idleMs ? stay(state) : shut(state);
    case 'in': return ms - scene.sinceMs < (scene.hallPrinter === undefined ? setUpLimits.inMs : setUpLimits.inNotedMs) ? stay(state) : { state, effects: [{ type: 'work' }] };
  }
}
