/* 用工协议 and 用工承诺书: the approved words of their version, filled in, with lines to sign on. */
import { fill, type Fillings } from '@kuaizhao/db/domain/hiring/templates/template.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { stampWords } from '@kuaizhao/kiosk/i18n/format.ts';
import { big, centred, foot, gap, givenWords, pair, plain, rule, signature } from './lines.ts';
import { momentWords, payWords } from './words.ts';

type Form = Extract<Paper, { kind: 'agreement' | 'promise' }>;

export function form(texts: PaperTexts, paper: Form, columns: number): PaperLine[] {
  const fillings = fillingsOf(texts, paper);
  return [
    centred(paper.hallName),
    big(paper.title, 2),
    rule,
    // A little air between the points: somebody reads this standing, with a pen in the hand.
    ...paper.paragraphs.flatMap((paragraph) => [plain(fill(paragraph, fillings)), gap]),
    ...paper.signatures.flatMap((who) => signature(texts.form.signs[who], columns)),
    ...signature(texts.form.day, columns),
    gap,
    pair(texts.form.version, paper.version),
    ...foot(texts, paper),
  ];
}

/** Whoever hires is the one who works with the people and pays them; who posted for them is named beside. A 用工承诺书 is of whoever posted and names the real employer in its own gap. */
const promiser = (texts: PaperTexts, { kind, employerName, realEmployerName }: Form): string =>
  (kind === 'promise' || realEmployerName === undefined ? employerName : texts.form.onBehalf(realEmployerName, employerName));

function fillingsOf(texts: PaperTexts, paper: Form): Fillings {
  const { terms } = paper;
  return {
    hall: paper.hallName, jobNumber: paper.kind === 'agreement' ? paper.jobNumber : paper.number, employer: promiser(texts, paper), realEmployer: paper.realEmployerName ?? paper.employerName,
    trade: texts.trade(terms.trade), headcount: texts.people(terms.headcount), place: terms.place, startAt: momentWords(texts, terms.startAt),
    hours: texts.hours(terms.hoursPerDay, terms.days), given: givenWords(texts, terms), hazards: terms.hazards.map((hazard) => texts.hazard[hazard]).join(texts.listSeparator),
    protection: terms.protection ? texts.yes : texts.no, insurance: texts.insurance[terms.insurance], day: stampWords(paper.at),
    ...(paper.kind === 'agreement'
      ? { hireNumber: paper.number, worker: paper.workerName, pay: payWords(texts, paper.agreedPay), settlement: texts.settlement[paper.settlement] }
      : { pay: payWords(texts, terms.pay), settlement: texts.settlement[terms.settlement] }),
  };
}
