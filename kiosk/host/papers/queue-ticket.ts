/* 排队号: the number, as large as the paper holds, and what to do with it. No name stands on it. */
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, foot, gap, numberLine, rule } from './lines.ts';

export function queueTicket(texts: PaperTexts, paper: Extract<Paper, { kind: 'queueTicket' }>, columns: number): PaperLine[] {
  const trades = paper.trades.map(texts.trade).join(texts.listSeparator);
  return [
    centred(paper.hallName),
    big(paper.serviceLabel ?? texts.ticket.work, 2),
    gap,
    numberLine(paper.number, columns),
    gap,
    ...(paper.ahead === undefined ? [centred(texts.ticket.counts), centred(texts.ticket.tapLater)] : [big(paper.ahead === 0 ? texts.ticket.first : texts.ticket.ahead(paper.ahead), 2)]),
    ...(trades === '' ? [] : [centred(`${texts.ticket.trades} ${trades}`)]),
    rule,
    big(texts.ticket.listen, 2),
    centred(texts.ticket.missed),
    ...foot(texts, paper, texts.ticket.takenAt),
  ];
}
