/* When a console that nobody touches locks itself. */
import { z } from 'zod';

const minuteMs = 60_000;
/** Minutes without a key, a click or a touch. */
export const idleLockSchema = z.int().min(1).max(60);
export const idleLockDefault = 5;
export const idleLockMs = (minutes: number = idleLockDefault): number => minutes * minuteMs;
/** A page tells its server of input at most so often; the server waits so much longer than the page. */
export const inputEveryMs = 10_000;
