/* 开门前检查单: every machine of the hall with what it found, and the next step for what is not well. */
import type { Paper } from '@kuaizhao/db/domain/printing/paper.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import { readiness } from '@kuaizhao/kiosk/i18n/zh-cn/readiness.ts';
import type { PaperTexts } from '@kuaizhao/kiosk/i18n/papers/paper-texts.ts';
import { big, centred, gap, pair, plain, rule } from './lines.ts';
import { stampWords } from '@kuaizhao/kiosk/i18n/format.ts';

export function readinessPaper(texts: PaperTexts, paper: Extract<Paper, { kind: 'readiness' }>): PaperLine[] {
  const { check: names, state: states, step: steps } = readiness.readiness;
  const rowOf = ({ check, state }: (typeof paper.devices)[number]['checks'][number]): PaperLine[] =>
    (state === 'ok' || state === 'unknown' ? [pair(names[check], states[state])] : [{ type: 'pair', left: `! ${names[check]}`, right: texts.readiness[state], bold: true }, plain(`  ${steps[check]}`)]);
  return [
    centred(paper.hallName),
    big(texts.readiness.title, 2),
    centred(paper.day),
    rule,
    ...paper.devices.flatMap(({ deviceId, checks }) => [{ type: 'text' as const, text: deviceId === 'agent' ? texts.readiness.agent : deviceId, bold: true }, ...checks.flatMap(rowOf), gap]),
    rule, pair(texts.foot.printedAt, stampWords(paper.at)),
  ];
}
