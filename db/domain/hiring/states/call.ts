/* The life of a call for a job and of the talk that follows it: called, talking, and six ways to end. A call is open in its first two states. */

export const tableCallStates = ['called', 'talking', 'hired', 'refused', 'noAgreement', 'missed', 'lapsed', 'jobGone'] as const;
export type TableCallState = (typeof tableCallStates)[number];
export type TableCallEvent = 'accept' | 'refuse' | 'agree' | 'part' | 'miss' | 'lapse' | 'loseJob';

const ends = { refuse: 'refused', agree: 'hired', part: 'noAgreement', miss: 'missed', lapse: 'lapsed', loseJob: 'jobGone' } as const;
const transitions = {
  called: { accept: 'talking', ...ends },
  talking: ends,
  // Nobody pressed a key in time, and then both agreed after all: what people agreed stands, as long as the worker is free.
  lapsed: { agree: 'hired' },
  hired: {}, refused: {}, noAgreement: {}, missed: {}, jobGone: {},
} as const satisfies { readonly [S in TableCallState]: { readonly [E in TableCallEvent]?: TableCallState } };

/** The next state, or undefined when the event cannot happen in this one. */
export const nextTableCall = (state: TableCallState, event: TableCallEvent): TableCallState | undefined =>
  (transitions[state] as { readonly [E in TableCallEvent]?: TableCallState })[event];

export const isOpenCall = (state: TableCallState): boolean => state === 'called' || state === 'talking';
