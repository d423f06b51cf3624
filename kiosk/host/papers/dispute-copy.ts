/* 维权登记表: the complainer's copy, with everything 12333 and a labour inspector ask for first. */
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, foot, gap, numberLine, pair, plain, rule, signature, strong } from './lines.ts';
import { momentWords, payWords, yuanOf } from './words.ts';

export function disputeCopy(texts: PaperTexts, paper: Extract<Paper, { kind: 'disputeCopy' }>, columns: number): PaperLine[] {
  const { dispute: words, terms: label } = texts;
  const maybe = <T>(value: T | undefined, line: (value: T) => PaperLine): PaperLine[] => (value === undefined ? [] : [line(value)]);
  const against = paper.employerName === undefined ? words.unknown
    : paper.employerKind === undefined ? paper.employerName : texts.employer(paper.employerName, texts.employerKind[paper.employerKind]);
  return [
    centred(paper.hallName),
    big(words.title, 2),
    numberLine(paper.number, columns, 3),
    big(words.kind[paper.disputeKind], 2),
    rule,
    strong(words.who, paper.complainer ?? words.unnamed),
    strong(words.against, against),
    ...maybe(paper.place, (place) => strong(words.where, place)),
    ...maybe(paper.trade, (trade) => pair(words.work, texts.trade(trade))),
    ...maybe(paper.startAt, (at) => pair(label.startAt, momentWords(texts, at))),
    ...maybe(paper.agreedPay, (pay) => pair(words.agreed, payWords(texts, pay))),
    ...maybe(paper.settlement, (when) => pair(label.settlement, texts.settlement[when])),
    ...maybe(paper.sinceDay, (day) => strong(words.since, day)),
    ...maybe(paper.owedFen, (fen) => strong(words.owed, words.yuan(yuanOf(fen)))),
    rule,
    plain(words.evidence),
    ...(paper.evidence.length === 0 ? [plain(words.noEvidence)] : paper.evidence.map((one) => pair(words.paper[one.kind], `${one.businessDay} ${one.number}`))),
    ...(paper.evidence.some((one) => one.kind === 'jobSlip') ? [] : maybe(paper.jobNumber, (number) => pair(texts.hireSlip.job, number))),
    ...(paper.statement === undefined ? [] : [rule, plain(words.statement), plain(paper.statement)]),
    rule,
    strong(words.answerBy, paper.answerBy),
    strong(words.mediateBy, paper.mediateBy),
    plain(words.onward),
    ...signature(words.complainerSigns, columns),
    ...signature(words.takerSigns, columns),
    gap,
    plain(words.keep),
    ...foot(texts, paper, words.takenAt),
  ];
}
