/* One placement 职业介绍记录: everything of ours that a mapping can name. */
import type { HallSettings } from '../../hall/settings.ts';
import type { HireRow } from '../ledger/rows.ts';
import type { Cell } from '../ledger/table.ts';
import { tradeWord } from '../ledger/words.ts';

const read = {
  'person.id': (row) => row.workerId,
  'person.idNumber': (row) => row.person?.idNumber,
  'person.name': (row) => row.person?.name,
  'person.sex': (row) => row.person?.sex,
  'person.birth': (row) => row.person?.birth,
  'person.phone': (row) => row.person?.phone,
  'employer.id': (row) => row.employerId,
  'employer.name': (row) => row.employerName,
  'employer.creditCode': (row) => row.creditCode,
  'job.number': (row) => `${row.jobDay.replaceAll('-', '')}-${row.jobNumber}`,
  'job.day': (row) => row.jobDay,
  'job.tradeCode': (row) => row.trade,
  'job.trade': (row) => tradeWord(row.trade),
  'job.headcount': (row) => row.headcount,
  'job.place': (row) => row.workPlace,
  'hire.number': (row) => `${row.day.replaceAll('-', '')}-${row.number}`,
  'hire.day': (row) => row.day,
  'hire.payFen': (row) => row.pay.amountFen,
  'hall.name': (_, hall) => hall.name,
  'hall.district': (_, hall) => hall.district,
} as const satisfies Record<string, (row: HireRow, hall: HallSettings) => Cell>;

export type PlacementField = keyof typeof read;
export const placementFields = Object.keys(read) as [PlacementField, ...PlacementField[]];

export const placementValue = (field: PlacementField, row: HireRow, hall: HallSettings): Cell => (read[field] as (row: HireRow, hall: HallSettings) => Cell)(row, hall);
