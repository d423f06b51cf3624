/* 招工单: every term of a posting; the employer keeps it, and it also hangs behind a windscreen as a placard. */
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, conditions, foot, gap, numberLine, pair, rule, slipCode, strong } from '../lines.ts';
import { momentWords, payWords } from '../words.ts';

export function jobSlip(texts: PaperTexts, paper: Extract<Paper, { kind: 'jobSlip' }>, columns: number): PaperLine[] {
  const { terms: label } = texts;
  const { terms } = paper;
  return [
    centred(paper.hallName),
    big(texts.jobSlip.title, 2),
    numberLine(paper.number, columns, 5),
    gap,
    big(`${texts.trade(terms.trade)} ${texts.people(terms.headcount)}`, 2),
    big(payWords(texts, terms.pay), 2),
    ...(terms.title === undefined ? [] : [centred(terms.title)]),
    rule,
    strong(texts.jobSlip.employer, texts.employer(paper.employerName, texts.employerKind[paper.employerKind])),
    ...(paper.realEmployerName === undefined ? [] : [strong(label.realEmployer, paper.realEmployerName)]),
    strong(label.settlement, texts.settlement[terms.settlement]),
    strong(label.place, terms.place),
    strong(label.startAt, momentWords(texts, terms.startAt)),
    pair(label.hours, texts.hours(terms.hoursPerDay, terms.days)),
    ...conditions(texts, terms),
    pair(label.validUntil, momentWords(texts, terms.validUntil)),
    slipCode('J', paper.number),
    centred(texts.jobSlip.hang),
    centred(texts.jobSlip.rules),
    ...foot(texts, paper),
  ];
}
