/* 用工确认单: the written promise of both sides, and the evidence afterwards. Names stand here because people promise, not numbers. */
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, conditions, foot, gap, numberLine, pageCode, pair, plain, rule, signature, slipCode, strong } from '../lines.ts';
import { momentWords, payWords } from '../words.ts';

export function hireSlip(texts: PaperTexts, paper: Extract<Paper, { kind: 'hireSlip' }>, columns: number): PaperLine[] {
  const { terms: label, hireSlip: words } = texts;
  const { terms } = paper;
  return [
    centred(paper.hallName),
    ...(paper.void === true ? [big(words.void, 3), gap] : []),
    big(words.title, 2),
    numberLine(paper.number, columns, 4),
    pair(words.job, paper.jobNumber),
    pair(words.queue, paper.queueNumber),
    rule,
    strong(words.worker, paper.workerName),
    strong(words.employer, texts.employer(paper.employerName, texts.employerKind[paper.employerKind])),
    ...(paper.realEmployerName === undefined ? [] : [strong(label.realEmployer, paper.realEmployerName)]),
    rule,
    big(texts.trade(terms.trade), 2),
    big(payWords(texts, paper.agreedPay), 2),
    strong(label.settlement, texts.settlement[paper.settlement]),
    strong(label.place, terms.place),
    strong(label.startAt, momentWords(texts, terms.startAt)),
    pair(label.hours, texts.hours(terms.hoursPerDay, terms.days)),
    ...conditions(texts, terms),
    ...(terms.insurance === 'none' ? [rule, plain(words.uninsured)] : []),
    ...(paper.retirementNotice === true ? [rule, plain(words.retirement)] : []),
    rule,
    plain(words.employerPromise),
    plain(words.workerPromise),
    ...signature(words.employerSigns, columns),
    ...signature(words.workerSigns, columns),
    gap,
    plain(words.keep),
    // Nobody arrives with a slip that is void.
    ...(paper.void === true ? [] : paper.page === undefined ? [slipCode('H', paper.number)] : [pageCode(paper.page), centred(texts.slipPage.worker), centred(texts.slipPage.atDesk(paper.number))]),
    ...foot(texts, paper, words.agreedAt),
  ];
}
