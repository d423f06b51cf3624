/* 个人信息办理回执: which right somebody used, on what, when, what happens next, and the number by which it can be asked for; nobody's name. */
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { centred, big, foot, gap, numberLine, plain, rule, strong } from './lines.ts';

export function rightReceipt(texts: PaperTexts, paper: Extract<Paper, { kind: 'rightReceipt' }>, columns: number): PaperLine[] {
  const { rights: words } = texts;
  return [
    centred(paper.hallName),
    big(words.title, 2),
    numberLine(paper.receipt, columns, 3),
    rule,
    strong(words.done, words.right[paper.right]),
    ...paper.whats.map((what) => plain(`· ${words.what[what]}`)),
    ...(paper.textVersion === undefined ? [] : [strong(words.version, paper.textVersion)]),
    gap,
    plain(words.next[paper.right]),
    rule,
    plain(words.ask),
    ...foot(texts, paper, words.doneAt),
  ];
}
