/* One of each paper, of synthetic people: what the byte files and the pictures are made of. */
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { hallSettings, soundTerms } from '../../../fixtures/hall.ts';

/** 2026-11-21 05:31 in China. */
const at = Date.parse('2026-11-20T21:31:00Z');
const head = { hallName: hallSettings.name, hotline: hallSettings.hotline, at };
const terms = soundTerms(at);

export interface Sample { readonly name: string; readonly columns: 32 | 48; readonly order: Pick<PrintOrder, 'paper' | 'copy'> }

const papers: readonly { readonly name: string; readonly order: Sample['order'] }[] = [
  { name: 'queue-ticket', order: { copy: 1, paper: { kind: 'queueTicket', ...head, number: 'A0173', trades: ['0102', '0201', '0101'], ahead: 12 } } },
  { name: 'window-ticket-copy', order: { copy: 2, paper: { kind: 'queueTicket', ...head, number: 'E007', serviceLabel: '劳动维权', trades: [], ahead: 0 } } },
  { name: 'job-slip', order: { copy: 1, paper: { kind: 'jobSlip', ...head, number: 'J004', employerName: '泉城建设工程劳务有限公司', employerKind: 'enterprise', terms: { ...terms, hazards: ['heavyLoad', 'height', 'dust'] } } } },
  { name: 'hire-slip', order: { copy: 1, paper: {
    kind: 'hireSlip', ...head, number: 'H021', jobNumber: 'J004', queueNumber: 'A0173', workerName: '张建国', employerName: '刘老板', employerKind: 'household',
    terms, agreedPay: { amountFen: 26_050, unit: 'day' }, settlement: 'atOnce',
  } } },
];

export const samples: readonly Sample[] = ([48, 32] as const).flatMap((columns) => papers.map((paper) => ({ ...paper, columns })));
