/* One of each paper, of synthetic people: what the byte files and the pictures are made of. */
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import { listHashOf, orderOf, seedOf } from '@kuaizhao/db/domain/draws/lots.ts';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { wallOf } from '@kuaizhao/db/domain/hall/wall.ts';
import type { CatalogueItem } from '@kuaizhao/db/domain/records/directory/entry.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { templateOn } from '@kuaizhao/db/domain/hiring/templates/current.ts';
import type { Template } from '@kuaizhao/db/domain/hiring/templates/template.ts';
import { hallSettings, soundTerms } from '../../../fixtures/hall.ts';

/** 2026-11-21 05:31 in China. */
const at = Date.parse('2026-11-20T21:31:00Z');
const head = { hallName: hallSettings.name, hotline: hallSettings.hotline, at };
const terms = soundTerms(at);
const words = ({ version, title, paragraphs, signatures }: Template) => ({ version, title, paragraphs: [...paragraphs], signatures: [...signatures] });

const candidates = ['A0173', 'A0180', 'A0181', 'A0190', 'A0202', 'A0207', 'A0211', 'A0214', 'A0220', 'A0221', 'A0229', 'A0233', 'A0240', 'A0246'];
const values = ['01KAQX3M7Z8YB2C4D6E8F0', '01KAQX3M9Q5RT7V9W1X3Y5', '01KAQX3MBC2E4G6J8K0M2N'];
const listHash = listHashOf(candidates);
const drawn = { numbers: candidates, listHash, drawn: { values, seed: seedOf(listHash, values), lots: orderOf(seedOf(listHash, values), candidates) } };
const sheet = (leafletId: string) => shippedLeaflets.find((one) => one.leafletId === leafletId)!;
function catalogued(place: number, trade: string, changes: Parameters<typeof soundTerms>[1] = {}): CatalogueItem {
  const { pay, settlement, place: workPlace, startAt, hoursPerDay, days, meals, transport } = soundTerms(at, { trade, ...changes });
  return { place, number: `J00${place}`, jobId: `job-${place}`, trade, headcount: 3, placesLeft: 2, pay, settlement, workPlace, startAt, hoursPerDay, days, meals, transport, open: true };
}
const withWindows = hallSettingsSchema.parse({ ...hallSettings, queueRules: [{ from: '2026-11-01', autoCalls: { on: true } }], matchingRules: [{ from: '2026-11-01' }] });

export interface Sample { readonly name: string; readonly columns: 32 | 48; readonly order: Pick<PrintOrder, 'paper' | 'copy'> }

const papers: readonly { readonly name: string; readonly order: Sample['order'] }[] = [
  { name: 'queue-ticket', order: { copy: 1, paper: { kind: 'queueTicket', ...head, number: 'A0173', trades: ['0102', '0201', '0101'], ahead: 12 } } },
  { name: 'window-ticket-copy', order: { copy: 2, paper: { kind: 'queueTicket', ...head, number: 'E007', serviceLabel: '劳动维权', trades: [], ahead: 0 } } },
  { name: 'job-slip', order: { copy: 1, paper: { kind: 'jobSlip', ...head, number: 'J004', employerName: '泉城建设工程劳务有限公司', employerKind: 'enterprise', terms: { ...terms, hazards: ['heavyLoad', 'height', 'dust'] } } } },
  { name: 'hire-slip', order: { copy: 1, paper: {
    kind: 'hireSlip', ...head, number: 'H021', jobNumber: 'J004', queueNumber: 'A0173', workerName: '张建国', employerName: '刘老板', employerKind: 'household',
    terms, agreedPay: { amountFen: 26_050, unit: 'day' }, settlement: 'atOnce',
  } } },
  { name: 'hire-slip-full', order: { copy: 1, paper: {
    kind: 'hireSlip', ...head, number: 'H022', jobNumber: 'J005', queueNumber: 'A0174', workerName: '李秀兰', employerName: '王揽头', employerKind: 'contractor', realEmployerName: '泉城建设工程劳务有限公司',
    terms, agreedPay: { amountFen: 24_000, unit: 'day' }, settlement: 'done', retirementNotice: true, void: true,
  } } },
  { name: 'hire-slip-page', order: { copy: 1, paper: {
    kind: 'hireSlip', ...head, number: 'H021', jobNumber: 'J004', queueNumber: 'A0173', workerName: '张建国', employerName: '刘老板', employerKind: 'household',
    terms, agreedPay: { amountFen: 26_050, unit: 'day' }, settlement: 'atOnce', page: 'https://ling.example.cn/slip/HNkDv4PNL1Jry4yWStnQgA',
  } } },
  { name: 'employer-copy', order: { copy: 1, paper: { kind: 'employerCopy', ...head, number: 'J004', employerName: '刘老板', employerKind: 'household', terms, page: 'https://ling.example.cn/slip/mD3v9q0XyB7n2tK5cLw1Zg' } } },
  { name: 'agreement', order: { copy: 1, paper: {
    kind: 'agreement', ...head, number: 'H021', jobNumber: 'J004', ...words(templateOn('agreement', '2026-11-21')), workerName: '张建国', employerName: '刘老板',
    terms, agreedPay: { amountFen: 26_050, unit: 'day' }, settlement: 'atOnce',
  } } },
  { name: 'promise', order: { copy: 1, paper: { kind: 'promise', ...head, number: 'J004', ...words(templateOn('promise', '2026-11-21')), employerName: '刘老板', terms } } },
  { name: 'dispute-copy', order: { copy: 1, paper: {
    kind: 'disputeCopy', ...head, number: 'W261121-03', disputeKind: 'wageArrears', complainer: '张建国', employerName: '刘老板', employerKind: 'household', jobNumber: 'J004', trade: '0201', place: terms.place,
    startAt: terms.startAt, agreedPay: { amountFen: 26_050, unit: 'day' }, settlement: 'atOnce', sinceDay: '2026-11-21', owedFen: 26_050,
    evidence: [{ kind: 'hireSlip', businessDay: '2026-11-21', number: 'H021' }, { kind: 'jobSlip', businessDay: '2026-11-21', number: 'J004' }],
    statement: '干了一整天搬家，晚上七点结束，老板说第二天转账，电话一直不接。', answerBy: '2026-11-23', mediateBy: '2026-12-06',
  } } },
  { name: 'right-receipt-withdrawal', order: { copy: 1, paper: { kind: 'rightReceipt', ...head, receipt: '20261121-Q003', right: 'withdrawal', whats: ['sharing'] } } },
  { name: 'right-receipt-correction', order: { copy: 2, paper: { kind: 'rightReceipt', ...head, receipt: '20261121-Q004', right: 'correction', whats: ['name', 'phone'] } } },
  { name: 'erasure-receipt', order: { copy: 1, paper: { kind: 'erasureReceipt', ...head, receipt: '20261121-003', records: 2 } } },
  { name: 'draw-sheet', order: { copy: 1, paper: { kind: 'drawSheet', ...head, number: 'J004', openedAt: at - 90_000, drawnAt: at, sheet: drawn } } },
  { name: 'rules', order: { copy: 1, paper: { kind: 'rules', ...head, day: '2026-11-21', lines: wallOf(withWindows, '2026-11-21') } } },
  { name: 'queue-ticket-leased', order: { copy: 1, paper: { kind: 'queueTicket', ...head, number: 'A6012', trades: [] } } },
  { name: 'readiness', order: { copy: 1, paper: { kind: 'readiness', ...head, day: '2026-11-21', devices: [
    { deviceId: 'agent', checks: [{ check: 'disk', state: 'ok', value: 50_000 }, { check: 'city', state: 'soon' }, { check: 'plan', state: 'ok' }] },
    { deviceId: 'kiosk-1', checks: [{ check: 'link', state: 'ok' }, { check: 'reader', state: 'ok' }, { check: 'paper', state: 'bad' }, { check: 'clock', state: 'unknown' }] },
  ] } } },
  { name: 'leaflet', order: { copy: 1, paper: { kind: 'leaflet', ...head, leaflet: sheet('wages') } } },
  { name: 'catalogue', order: { copy: 1, paper: { kind: 'catalogue', ...head, day: '2026-11-21', more: 12, jobs: [catalogued(1, '0102', { pay: { kind: 'negotiable' } }), catalogued(2, '0201'), catalogued(5, '0201', { place: '高新区' })] } } },
];

export const samples: readonly Sample[] = ([48, 32] as const).flatMap((columns) => papers.map((paper) => ({ ...paper, columns })));
