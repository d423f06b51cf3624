/* What the voice says for a call: 请 A 零 一 二 号 · 到 三 号窗口. Pure, so that every sentence can be tested without a sound. */
import type { BoardCall } from '@kuaizhao/sync-agent/contract/board.ts';
import { isClipName, teens, tens, type ClipName, type VoiceLanguage } from './clips.ts';

export type Said = ClipName | 'pause';
/** One sentence in one language. */
export interface Sentence { readonly language: VoiceLanguage; readonly words: readonly Said[] }
/** How a call is said here: so often in Chinese, then once in the second language. */
export interface Manner { readonly repeat: number; readonly second?: Exclude<VoiceLanguage, 'zh-CN'> | undefined }

type Called = Pick<BoardCall, 'number' | 'toLabel' | 'times' | 'jobNumber'>;

/** `3号窗口`, `B12号桌`, `5号洽谈桌`: the labels that the clips can say. */
const sayableLabel = /^([A-Z]?)(\d{1,3})号(窗口|窗|洽谈桌|桌)$/;

/** All that is said for one call, one after the other. */
export const sentencesOf = (call: Called, { repeat, second }: Manner): readonly Sentence[] => [
  ...Array.from({ length: repeat }, (): Sentence => ({ language: 'zh-CN', words: sentenceOf(call) })),
  ...(second === undefined ? [] : [{ language: second, words: englishOf(call) }]),
];

/** The words of one call, in order. A label outside the pattern (a name, a hall's own word) is not guessed: 请看大屏. At a table people look for the number of the job. */
export function sentenceOf({ number, toLabel, times, jobNumber }: Called): readonly Said[] {
  const again: Said[] = times > 1 ? ['again', 'pause'] : [];
  const place = placeOf(toLabel);
  const where: Said[] = place === undefined ? ['seeBoard'] : ['goTo', ...oneByOne(place.letter), ...chinese(place.number), place.kind];
  return [...again, 'please', ...oneByOne(number), 'number', 'pause', ...where, ...jobOf(jobNumber)];
}

function englishOf({ number, toLabel, times, jobNumber }: Called): readonly Said[] {
  const again: Said[] = times > 1 ? ['again', 'pause'] : [];
  const place = placeOf(toLabel);
  const where: Said[] = place === undefined ? ['seeBoard'] : ['goTo', place.kind, ...oneByOne(place.letter), ...english(place.number)];
  return [...again, 'number', ...oneByOne(number), 'pause', ...where, ...jobOf(jobNumber)];
}

const jobOf = (jobNumber: string | undefined): Said[] => (jobNumber === undefined ? [] : ['pause', 'job', ...oneByOne(jobNumber)]);

function placeOf(label: string): { readonly letter: string; readonly number: string; readonly kind: 'table' | 'window' } | undefined {
  const match = sayableLabel.exec(label.replaceAll(/\s/g, ''));
  if (match === null) return undefined;
  const [, letter = '', number = '', kind = ''] = match;
  return { letter, number, kind: kind.endsWith('桌') ? 'table' : 'window' };
}

/** Hall numbers are read digit by digit, with 一 for 1 as halls do: 幺 is for the telephone. */
const oneByOne = (text: string): ClipName[] => Array.from(text).filter(isClipName);

/** Above 99 and with leading zeros places are read digit by digit. */
const isCounted = (text: string): boolean => !text.startsWith('0') && Number(text) >= 10 && Number(text) <= 99;

/** As people say them: 十二号窗口, 二十号桌. */
function chinese(text: string): ClipName[] {
  if (!isCounted(text)) return oneByOne(text);
  const [ten = '', one = ''] = text;
  return [...(ten === '1' ? [] : oneByOne(ten)), 'ten', ...(one === '0' ? [] : oneByOne(one))];
}

function english(text: string): ClipName[] {
  if (!isCounted(text)) return oneByOne(text);
  const [ten = '', one = ''] = text;
  const word = ten === '1' ? teens[Number(one)] : tens[Number(ten) - 2];
  return [...(word === undefined ? [] : [word]), ...(ten === '1' || one === '0' ? [] : oneByOne(one))];
}
