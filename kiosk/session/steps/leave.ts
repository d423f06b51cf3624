/* Ways out. Every one of them goes through here, so that one place forgets the person. */
import { stay, type Effect, type Step } from '../event.ts';
import type { Touch } from '../face.ts';
import { firstSettings } from '../settings.ts';
import type { State } from '../state.ts';

/** Ends the session: everything of the person is gone, settings are the hall's again, and a card that still lies there is asked to be taken. */
export function leave(state: State): Step {
  const effects: Effect[] = [{ type: 'forget' }];
  if (!state.cardPresent) return { state: atRest(state), effects };
  return { state: { ...state, scene: { at: 'takeCard' }, warning: undefined }, effects };
}

/** The kiosk as the next person finds it. */
export const atRest = (state: State): State => ({ ...state, scene: { at: 'attract' }, warning: undefined, ...firstSettings });

/** For a scene whose only way is out. */
export const leaveOn = (state: State, _: unknown, touch: Touch): Step => (touch.type === 'next' || touch.type === 'back' ? leave(state) : stay(state));
