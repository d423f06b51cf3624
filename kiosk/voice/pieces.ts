/* A sentence as the pieces that clips are made of: what is always the same, and numbers, letters and trades that are put together. Pure, so that every sentence can be tested without a sound. */
import type { LanguageCode } from '@kuaizhao/kiosk/i18n/languages.ts';

/** Texts that stand in the manifest of a voice, spoken one right after the other. */
export type Sentence = readonly string[];
/** Sentences, with a breath between them. */
export type Speech = readonly Sentence[];
/** What fills the gaps of a sentence. */
export type Gaps = Readonly<Record<string, readonly string[]>>;

const ends = /(?<=[。！？!?；;]|\.(?=\s|$))\s*/;
const edges = /^[\s，,：:、“”"'（）().。！？!?；;·]+|[\s，,：:、“”"'（）().。！？!?；;·]+$/g;

/** The speech of a text: sentence by sentence, gaps filled, numbers and single letters composed. A gap that nothing fills is left out. */
export function speechOf(language: LanguageCode, text: string, gaps: Gaps = {}): Speech {
  return text.split(ends).map((sentence) => sentence.split(/(\{\{\w+\}\})/).flatMap((part) => {
    const gap = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
    return gap === undefined ? literalPieces(language, part) : gaps[gap] ?? [];
  })).filter((pieces) => pieces.length > 0);
}

const literalPieces = (language: LanguageCode, text: string): readonly string[] => text.split(/(\d+)/).flatMap((part) => {
  if (/^\d+$/.test(part)) return part.length > 4 ? characterPieces(part) : numberPieces(language, Number(part));
  const trimmed = part.replaceAll(edges, '');
  return trimmed === '' ? [] : [trimmed];
});

/** Hall numbers, plates, phone numbers: one by one, as halls call them. What is neither a digit nor a letter is not said. */
export const characterPieces = (text: string): readonly string[] => Array.from(text.toUpperCase()).filter((one) => /[0-9A-Z]/.test(one));

const largest = 9_999;
const chineseDigits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const englishTeens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const;
const englishTens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** A whole number from 0 to 9999 as people say it; a larger one digit by digit. */
export function numberPieces(language: LanguageCode, value: number): readonly string[] {
  if (!Number.isSafeInteger(value) || value < 0 || value > largest) return characterPieces(String(value));
  if (value === 0) return ['0'];
  return language === 'zh-CN' ? chineseNumber(value) : englishNumber(value);
}

/** 一千零五, 十二, 三百二十: 零 once where a place is skipped, and no 一 before a leading 十. */
function chineseNumber(value: number): readonly string[] {
  const pieces: string[] = [];
  let skipped = false;
  for (const [unit, word] of [[1_000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      skipped = pieces.length > 0;
      continue;
    }
    if (skipped) pieces.push('0');
    skipped = false;
    if (!(unit === 10 && digit === 1 && pieces.length === 0)) pieces.push(chineseDigits[digit] ?? '');
    if (word !== '') pieces.push(word);
  }
  return pieces;
}

function englishNumber(value: number): readonly string[] {
  const below100 = (n: number): readonly string[] => {
    if (n === 0) return [];
    if (n < 10) return [String(n)];
    if (n < 20) return [englishTeens[n - 10] ?? ''];
    return [englishTens[Math.floor(n / 10) - 2] ?? '', ...(n % 10 === 0 ? [] : [String(n % 10)])];
  };
  const [thousands, hundreds] = [Math.floor(value / 1_000), Math.floor(value / 100) % 10];
  return [...(thousands === 0 ? [] : [String(thousands), 'thousand']), ...(hundreds === 0 ? [] : [String(hundreds), 'hundred']), ...below100(value % 100)];
}

/** Every piece that numbers and letters can need. */
export const numberVocabulary = (language: LanguageCode): readonly string[] => [
  ...characterPieces('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), ...(language === 'zh-CN' ? ['十', '百', '千'] : [...englishTeens, ...englishTens, 'hundred', 'thousand']),
];
