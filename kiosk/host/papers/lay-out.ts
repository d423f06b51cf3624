/* From an order to the lines of its paper, for 48 and 32 columns alike: lengths come from the paper, never from a picture of it. */
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { zhCnPapers } from '@kuaizhao/kiosk/i18n/papers/zh-cn.ts';
import { disputeCopy } from './dispute-copy.ts';
import { drawSheet } from './draw-sheet.ts';
import { employerCopy } from './slips/employer-copy.ts';
import { erasureReceipt } from './erasure-receipt.ts';
import { rightReceipt } from './right-receipt.ts';
import { form } from './form.ts';
import { hireSlip } from './slips/hire-slip.ts';
import { jobSlip } from './slips/job-slip.ts';
import { big } from './lines.ts';
import { queueTicket } from './queue-ticket.ts';
import { readinessPaper } from './readiness-paper.ts';
import { rulesPaper } from './rules-paper.ts';
import { cataloguePaper, leafletPaper } from './sheets.ts';

/** Ends a strip on which the beginning of another paper may hang. */
export const scrapPaper = (): readonly PaperLine[] => [big(zhCnPapers.scrap, 2)];

/** `columns` = half-width columns of the printer. A copy says so at its head, so that two papers of one number are never taken for two numbers. */
export function layOut({ paper, copy }: Pick<PrintOrder, 'paper' | 'copy'>, columns: number): readonly PaperLine[] {
  const texts = zhCnPapers;
  const head: PaperLine[] = copy > 1 ? [big(texts.copy(copy), 2), { type: 'feed', lines: 1 }] : [];
  switch (paper.kind) {
    case 'queueTicket': return [...head, ...queueTicket(texts, paper, columns)];
    case 'jobSlip': return [...head, ...jobSlip(texts, paper, columns)];
    case 'employerCopy': return [...head, ...employerCopy(texts, paper, columns)];
    case 'hireSlip': return [...head, ...hireSlip(texts, paper, columns)];
    case 'agreement': case 'promise': return [...head, ...form(texts, paper, columns)];
    case 'drawSheet': return [...head, ...drawSheet(texts, paper, columns)];
    case 'rules': return [...head, ...rulesPaper(texts, paper)];
    case 'readiness': return [...head, ...readinessPaper(texts, paper)];
    case 'leaflet': return [...head, ...leafletPaper(texts, paper)];
    case 'catalogue': return [...head, ...cataloguePaper(texts, paper)];
    case 'rightReceipt': return [...head, ...rightReceipt(texts, paper, columns)];
    case 'erasureReceipt': return [...head, ...erasureReceipt(texts, paper, columns)];
    case 'disputeCopy': return [...head, ...disputeCopy(texts, paper, columns)];
  }
}
