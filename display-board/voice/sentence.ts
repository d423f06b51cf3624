/* What the voice says for a call: 请 A 零 一 二 号 · 到 三 号窗口. Pure, so that every sentence can be tested without a sound. */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { isClipName, type ClipName } from './clips.ts';

export type Said = ClipName | 'pause';

/** `3号窗口`, `B12号桌`, `5号洽谈桌`: the labels that the clips can say. */
const sayableLabel = /^([A-Z]?)(\d{1,3})号(窗口|窗|洽谈桌|桌)$/;

/** The words of one call, in order. A label outside the pattern (a name, a hall's own word) is not guessed: 请看大屏. */
export function sentenceOf(call: Pick<BoardCall, 'number' | 'toLabel' | 'times'>): readonly Said[] {
  const again: Said[] = call.times > 1 ? ['again', 'pause'] : [];
  return [...again, 'please', ...oneByOne(call.number), 'number', 'pause', ...placeOf(call.toLabel)];
}

function placeOf(label: string): readonly Said[] {
  const match = sayableLabel.exec(label.replaceAll(/\s/g, ''));
  if (match === null) return ['seeBoard'];
  const [, letter = '', number = '', kind = ''] = match;
  return ['goTo', ...oneByOne(letter), ...numeral(number), kind.endsWith('桌') ? 'table' : 'window'];
}

/** Hall numbers are read digit by digit, with 一 for 1 as halls do: 幺 is for the telephone. */
const oneByOne = (text: string): ClipName[] => Array.from(text).filter(isClipName);

/** Places up to 99 are read as people say them (十二号窗口, 二十号桌); above and with leading zeros digit by digit. */
function numeral(text: string): ClipName[] {
  const value = Number(text);
  if (text.startsWith('0') || value < 10 || value > 99) return oneByOne(text);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return [...(tens > 1 ? oneByOne(String(tens)) : []), 'ten', ...(ones > 0 ? oneByOne(String(ones)) : [])];
}
