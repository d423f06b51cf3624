/* 抽签单: the list, its hash, the values, the seed and the lots, in lines that anybody can type again and check. */
import { stampWords } from '@kuaizhao/kiosk/i18n/format.ts';
import { sheetLines } from '@kuaizhao/db/domain/draws/sheet-text.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, foot, gap, pair, plain, rule, strong } from './lines.ts';

/** The first lots in letters that can be read from a wall; all of them stand below. */
const lotsShownLarge = 12;

export function drawSheet(texts: PaperTexts, paper: Extract<Paper, { kind: 'drawSheet' }>, columns: number): PaperLine[] {
  const { draw: words } = texts;
  const { sheet } = paper;
  const lots = sheet.drawn?.lots ?? [];
  return [
    centred(paper.hallName),
    big(words.title, 2),
    gap,
    strong(texts.hireSlip.job, paper.number),
    pair(words.openedAt, stampWords(paper.openedAt)),
    ...(paper.drawnAt === undefined ? [] : [pair(words.drawnAt, stampWords(paper.drawnAt))]),
    strong(words.candidates, texts.people(sheet.numbers.length)),
    rule,
    ...(sheet.drawn === undefined ? [plain(words.notYet)] : [plain(words.order), ...lots.slice(0, lotsShownLarge).map((number, at): PaperLine => ({ type: 'pair', left: words.place(at + 1), right: number, size: 2 }))]),
    ...(lots.length > lotsShownLarge ? [plain(words.more)] : []),
    rule,
    plain(words.data),
    ...sheetLines(sheet, columns).map(plain),
    rule,
    plain(words.check), plain(words.byHand),
    ...foot(texts, paper, sheet.drawn === undefined ? words.openedAt : words.drawnAt),
  ];
}
