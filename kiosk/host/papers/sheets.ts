/* A sheet to read, and the open jobs of a day: for the pocket, about nobody. */
import { isCourseSheet } from '@kuaizhao/db/domain/content/city-offers.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, foot, gap, pair, plain, rule, strong } from './lines.ts';
import { momentWords, payWords } from './words.ts';

export const leafletPaper = (texts: PaperTexts, paper: Extract<Paper, { kind: 'leaflet' }>): PaperLine[] => [
  centred(paper.hallName),
  big(paper.leaflet.title.zh, 2),
  rule,
  ...paper.leaflet.lines.flatMap((line) => [plain(`· ${line.zh}`), gap]),
  plain(texts.sheet.source(paper.leaflet.source, ...(isCourseSheet(paper.leaflet) ? [] : [paper.leaflet.since]))),
  ...foot(texts, paper),
];

export function cataloguePaper(texts: PaperTexts, paper: Extract<Paper, { kind: 'catalogue' }>): PaperLine[] {
  const { sheet } = texts;
  const head = (at: number): PaperLine[] => (paper.jobs[at]?.trade === paper.jobs[at - 1]?.trade ? [] : [rule, strong(texts.trade(paper.jobs[at]?.trade ?? ''), '')]);
  return [
    centred(paper.hallName),
    big(sheet.catalogue, 2),
    centred(paper.day),
    ...(paper.jobs.length === 0 ? [rule, centred(sheet.none)] : []),
    ...paper.jobs.flatMap((job, at) => [
      ...head(at),
      pair(`${job.number} ${job.workPlace}`, payWords(texts, job.pay)),
      pair(`  ${momentWords(texts, job.startAt)}`, sheet.left(job.placesLeft)),
    ]),
    ...(paper.more === 0 ? [] : [rule, centred(sheet.more(paper.more))]),
    rule,
    plain(sheet.apply),
    ...foot(texts, paper),
  ];
}
