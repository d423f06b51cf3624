/* Every event that a door of the hall agent hears, and from whom; what is not here is answered as unknown. */

/**
 * `device`: whoever came in by this door; `signedIn`: a member of staff at a console, after the PIN; `commandRows` and `questionRows`: as the table of that name says for the command or question
 * inside.
 */
export type Hears = 'device' | 'signedIn' | 'commandRows' | 'questionRows';

export const doorEvents = {
  kiosk: { command: 'commandRows', query: 'questionRows', devices: 'device', renew: 'device' },
  board: { shown: 'device', spoken: 'device', painted: 'device', whole: 'device' },
  console: { signIn: 'device', signOut: 'device', input: 'device', vouch: 'signedIn', command: 'commandRows', query: 'questionRows' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Hears>>>>;
export type Door = keyof typeof doorEvents;

/** By name. */
export const eventsOf = (door: Door): readonly string[] => Object.keys(doorEvents[door]);
