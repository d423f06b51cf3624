/* A hire as faces are told of it: its times, its pay, what each side has said, and the newest dispute about it. */
import type { Database } from 'better-sqlite3';
import type { Body } from '../../../domain/disputes/kinds.ts';
import type { DisputeState } from '../../../domain/disputes/view.ts';
import type { EveningWord } from '../../../domain/attendance/commands.ts';
import type { DisputeBrief, HiredPerson, Marks } from '../../../domain/hiring/asked.ts';
import type { HireState } from '../../../domain/hiring/states/hire.ts';
import type { PayUnit, Settlement } from '../../../domain/jobs/pay.ts';

type By = 'employer' | 'staff' | 'worker';
export interface FoundHire {
  hire_id: string; number: string; day: string; state: HireState; at: number; starts_at: number; ends_at: number; settle_by: number; amount_fen: number; unit: PayUnit; settlement: Settlement;
  arrived_at: number | null; arrived_by: By | null; done_at: number | null; done_by: By | null; paid_at: number | null; paid_by: By | null; paid_fen: number | null;
  said_arrived: EveningWord | null; said_done: EveningWord | null; said_paid: EveningWord | null; said_at: number | null;
}
export const hireColumns = ['hire_id', 'number', 'day', 'state', 'at', 'starts_at', 'ends_at', 'settle_by', 'amount_fen', 'unit', 'settlement', 'arrived_at', 'arrived_by', 'done_at', 'done_by',
  'paid_at', 'paid_by', 'paid_fen', 'said_arrived', 'said_done', 'said_paid', 'said_at'].map((column) => `hire.${column}`).join(', ');

export function marksOf(row: FoundHire): Marks {
  return {
    ...(row.arrived_at === null || row.arrived_by === null ? {} : { arrived: { at: row.arrived_at, by: row.arrived_by } }),
    ...(row.done_at === null || row.done_by === null ? {} : { done: { at: row.done_at, by: row.done_by } }),
    ...(row.paid_at === null || row.paid_by === null ? {} : { paid: { at: row.paid_at, by: row.paid_by, ...(row.paid_fen === null ? {} : { paidFen: row.paid_fen }) } }),
    ...(row.said_at === null ? {} : {
      worker: {
        at: row.said_at, ...(row.said_arrived === null ? {} : { arrived: row.said_arrived }), ...(row.said_done === null ? {} : { done: row.said_done }), ...(row.said_paid === null ? {} : { paid: row.said_paid }),
      },
    }),
  };
}

export const hireFieldsOf = (row: FoundHire): Omit<HiredPerson, 'queueNumber' | 'shortName' | 'dispute'> => ({
  hireId: row.hire_id, number: row.number, businessDay: row.day, state: row.state, at: row.at, startsAt: row.starts_at, endsAt: row.ends_at, settleBy: row.settle_by,
  agreedPay: { amountFen: row.amount_fen, unit: row.unit }, settlement: row.settlement, marks: marksOf(row),
});

export interface FoundDispute {
  dispute_id: string; number: string; state: DisputeState; opened_at: number; answer_by: string; mediate_by: string; transferred_to: Body | null; outcome: NonNullable<DisputeBrief['outcome']> | null;
}
export const disputeBriefOf = (row: FoundDispute): DisputeBrief => ({
  disputeId: row.dispute_id, number: row.number, state: row.state, openedAt: row.opened_at, answerBy: row.answer_by, mediateBy: row.mediate_by,
  ...(row.transferred_to === null ? {} : { transferredTo: row.transferred_to }), ...(row.outcome === null ? {} : { outcome: row.outcome }),
});

export function openDisputeBriefs(sql: Database) {
  const newest = sql.prepare<[string], FoundDispute>(`SELECT dispute_id, number, state, opened_at, answer_by, mediate_by, transferred_to, outcome FROM dispute
    WHERE hire_id = ? ORDER BY opened_at DESC, dispute_id DESC LIMIT 1`);
  /** The newest dispute about a hire, open or not, as a part of its row. */
  return (hireId: string): { dispute?: DisputeBrief } => {
    const found = newest.get(hireId);
    return found === undefined ? {} : { dispute: disputeBriefOf(found) };
  };
}
