/* What decisions about held data need to know. */
import type { TradeCode } from '../../trades/trade.ts';
import type { Purpose } from '../commands.ts';
import type { ErasureMark } from '../sharing/commands.ts';

export interface StandingConsent { readonly workerId: string; readonly purpose: Purpose; readonly textVersion: string }

export interface DataView {
  /** Every record of the person, the one that stands for them first. */
  recordsOf(workerId: string): readonly string[];
  /** Consents that stand, of all the person's records. */
  consentsOf(workerId: string): readonly StandingConsent[];
  wishesTraining(workerId: string, trade: TradeCode): boolean;
  /** By what other halls find the same person; undefined when no record of the person holds a number. Slow on purpose. */
  erasureMark(workerId: string, erasureId: string): { readonly workerId: string; readonly mark: ErasureMark } | undefined;
  /** The city's key that this hall has last said it closes boxes for. */
  cityKeyTaken(): string | undefined;
  /** Erasure receipts given on the open day. */
  erasuresToday(): number;
  /** Receipts of other rights given on the open day, and whether one of this number is known. */
  rightReceiptsToday(): number;
  rightReceiptGiven(receipt: string): boolean;
  /** Whether a receipt of this number was ever given. */
  erasureDone(receipt: string): boolean;
}
