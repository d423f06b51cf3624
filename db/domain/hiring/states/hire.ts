/* The life of a hire: agreed at the table, arrived, done, paid; or given back before the work, or unpaid after it. */

export const hireStates = ['agreed', 'arrived', 'done', 'paid', 'unpaid', 'undone', 'released'] as const;
export type HireState = (typeof hireStates)[number];
export type HireEvent = 'arrive' | 'finish' | 'pay' | 'sayUnpaid' | 'undo' | 'release';

/** What each state goes over to. An event that is not named cannot happen there. Whoever is paid on the spot need not have been marked as arrived. */
const transitions = {
  agreed: { arrive: 'arrived', finish: 'done', pay: 'paid', sayUnpaid: 'unpaid', undo: 'undone', release: 'released' },
  arrived: { finish: 'done', pay: 'paid', sayUnpaid: 'unpaid' },
  done: { pay: 'paid', sayUnpaid: 'unpaid' },
  // The employer's word is not the last one: the worker can say in the evening that no money came.
  paid: { sayUnpaid: 'unpaid' },
  unpaid: { pay: 'paid' },
  undone: {},
  released: {},
} as const satisfies { readonly [S in HireState]: { readonly [E in HireEvent]?: HireState } };

/** The next state, or undefined when the event cannot happen in this one. */
export const nextHire = (state: HireState, event: HireEvent): HireState | undefined => (transitions[state] as { readonly [E in HireEvent]?: HireState })[event];

/** Takes a place of its job. */
export const isLive = (state: HireState): boolean => state !== 'undone' && state !== 'released';
/** The agreed money may still be owed. */
export const isUnsettled = (state: HireState): boolean => state === 'agreed' || state === 'arrived' || state === 'done' || state === 'unpaid';
