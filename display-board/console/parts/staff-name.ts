/* Who of the staff an id is, as the desk tells it before anybody signs in. */
import type { Desk } from '@kuaizhao/sync-agent/contract/console.ts';

/** The id itself for somebody who is not on the list any more, and for devices. */
export const staffName = (desk: Desk | undefined, staffId: string): string => desk?.staff.find((one) => one.staffId === staffId)?.staffName ?? staffId;
