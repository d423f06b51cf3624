/*
 * What time it is in the hall. A face's own clock may be behind (an empty battery after a power cut), the server's stamps never come from the future:
 * each stamp that is later than our clock shows by how much we are behind. A stamp that is earlier says nothing, it may simply be old.
 */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';

/** Milliseconds by which this machine is known to be behind, after one more stamp of the server. */
export const behindAfter = (behindMs: number, stamp: Instant, ownNow: Instant): number => Math.max(behindMs, stamp - ownNow, 0);
