/* Who taps, and beside which printer: apart, so that the agent's process loads nothing of a bench besides. */
import { person } from '../../fixtures/people.ts';

export const tapPrinter = 'kp-0';
/** The same as the workers of `tap`. */
export const worker = (n: number) => person(n, 1950 + Math.floor(n / 84) % 50);
