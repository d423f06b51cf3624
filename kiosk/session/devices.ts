/* Devices as the session sees them: words of the contract, so that the session never meets hardware. */
import type { printerStates } from '@kuaizhao/sync-agent/contract/kiosk.ts';

export type PrinterState = (typeof printerStates)[number];
