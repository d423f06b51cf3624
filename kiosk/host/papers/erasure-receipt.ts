/* 个人信息删除回执: what went, what stays, and the number by which it can be asked for; nobody's name. */
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, foot, gap, numberLine, plain, rule, strong } from './lines.ts';

export function erasureReceipt(texts: PaperTexts, paper: Extract<Paper, { kind: 'erasureReceipt' }>, columns: number): PaperLine[] {
  const { erasure: words } = texts;
  return [
    centred(paper.hallName),
    big(words.title, 2),
    numberLine(paper.receipt, columns, 3),
    rule,
    strong(words.records, words.copies(paper.records)),
    gap,
    plain(words.gone), ...words.goneLines.map((line) => plain(`· ${line}`)),
    gap,
    plain(words.kept), ...words.keptLines.map((line) => plain(`· ${line}`)),
    rule,
    plain(words.elsewhere),
    plain(words.ask),
    ...foot(texts, paper, words.doneAt),
  ];
}
