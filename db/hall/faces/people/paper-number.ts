/* What a number on a paper is about, for staff who have only the paper before them: a queue number, a posting or a hire of one day. */
import type { Database } from 'better-sqlite3';
import { seriesOf, serialOf } from '../../../domain/queue/number.ts';
import type { BusinessDay } from '../../../domain/scalars.ts';
import type { EmployersStore } from '../../subjects/employers.ts';

export interface Numbered { readonly kind: 'ticket' | 'job' | 'hire'; readonly id: string }

export function openPaperNumber(sql: Database, employers: EmployersStore) {
  const openDay = sql.prepare<[], { day: string | null }>('SELECT max(day) AS day FROM business_day');
  const ticket = sql.prepare<[string, string], { id: string }>('SELECT ticket_id AS id FROM ticket WHERE day = ? AND number = ?');
  const job = sql.prepare<[string, number], { id: string }>('SELECT job_id AS id FROM job WHERE day = ? AND serial = ?');
  const hire = sql.prepare<[string, number], { id: string }>('SELECT hire_id AS id FROM hire WHERE day = ? AND serial = ?');
  return {
    /** Of the open day when none is named; undefined for a number that the day never gave. */
    byNumber: (number: string, on: BusinessDay | undefined): Numbered | undefined => {
      const day = on ?? openDay.get()?.day ?? '';
      const kind = number.startsWith(seriesOf.job) ? 'job' : number.startsWith(seriesOf.hire) ? 'hire' : 'ticket';
      const found = kind === 'ticket' ? ticket.get(day, number) : (kind === 'job' ? job : hire).get(day, serialOf(number));
      return found && { kind, id: found.id };
    },
    employerName: (employerId: string): string => employers.nameOf(employerId)?.reveal() ?? '',
  };
}
