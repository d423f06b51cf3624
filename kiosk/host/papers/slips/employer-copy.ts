/* 用工方联: the employer's own code for the people of one job. A paper of its own, because the job slip hangs where everybody can scan it. */
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, foot, numberLine, pageCode, pair, plain, rule, strong } from '../lines.ts';
import { momentWords } from '../words.ts';

export function employerCopy(texts: PaperTexts, paper: Extract<Paper, { kind: 'employerCopy' }>, columns: number): PaperLine[] {
  const { terms: label, slipPage: words } = texts;
  const { terms } = paper;
  return [
    centred(paper.hallName),
    big(words.title, 2),
    numberLine(paper.number, columns, 4),
    rule,
    strong(texts.jobSlip.employer, texts.employer(paper.employerName, texts.employerKind[paper.employerKind])),
    ...(paper.realEmployerName === undefined ? [] : [strong(label.realEmployer, paper.realEmployerName)]),
    pair(label.trade, `${texts.trade(terms.trade)} ${texts.people(terms.headcount)}`),
    pair(label.place, terms.place),
    pair(label.startAt, momentWords(texts, terms.startAt)),
    rule,
    ...(paper.page === undefined ? [plain(words.off)] : [pageCode(paper.page), centred(words.employer), centred(words.keep)]),
    centred(words.atDesk(paper.number)),
    ...foot(texts, paper),
  ];
}
