/* 公示规则: the wall of the hall on a paper to take along, one plain sentence a rule. */
import type { WallCode, WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, gap, plain, rule } from './lines.ts';

/** The parts of the paper, each with the line it begins with. */
const parts: readonly { readonly from: WallCode; readonly title: 'windows' | 'work' | 'modes' }[] = [{ from: 'firstCome', title: 'windows' }, { from: 'workFirstCome', title: 'work' }, { from: 'modeOpen', title: 'modes' }];

export function rulesPaper(texts: PaperTexts, paper: Extract<Paper, { kind: 'rules' }>): PaperLine[] {
  const { wall } = texts;
  const since = [...new Set(paper.lines.flatMap((line) => line.since ?? []))].sort();
  const sentence = (line: WallLine): PaperLine[] => {
    const part = parts.find((one) => one.from === line.code);
    return [...(part === undefined ? [] : [gap, big(wall[part.title], 2)]), plain(`· ${wall.line(line)}`)];
  };
  return [
    centred(paper.hallName),
    big(wall.title, 2),
    centred(wall.day(paper.day)),
    ...(since.length === 0 ? [] : [centred(wall.since(since.join(texts.listSeparator)))]),
    rule,
    ...paper.lines.flatMap(sentence),
    gap,
    plain(wall.ask),
    rule, centred(texts.foot.hotlines), centred(texts.foot.hall(paper.hotline)),
  ];
}
