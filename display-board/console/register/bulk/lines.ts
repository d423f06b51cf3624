/*
 * 批量录入: a pasted list as lines that are each checked and each done for themselves. A line that fails stays with its reason, so that nobody has to find out which of sixty
 * people were not written down.
 */
import type { TextKey } from '../../../i18n/texts.ts';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { idNumberOfFifteen, isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { plainNumber } from '../../parts/form/typed.ts';

/** What can be done with a list: come in (card numbers, each with the paper number that is held), gone home (queue numbers), and the three marks of a hire (slip numbers). */
export const bulkActs = ['arrive', 'left', 'arrived', 'done', 'paid'] as const;
export type BulkAct = (typeof bulkActs)[number];

/** A list that one clerk can answer for; a longer one is two lists. */
export const linesMost = 200;

export type LineState =
  | { readonly at: 'read' }
  /** looked up, and may be done */
  | { readonly at: 'ready'; readonly id: string; readonly who: string }
  | { readonly at: 'done'; readonly what: string }
  /** stays, with its reason */
  | { readonly at: 'failed'; readonly why: TextKey };

export interface Line { readonly key: string; readonly text: string; /** the number that is looked up */ readonly number: string; /** a paper number beside a card number */ readonly paper: string | undefined; readonly state: LineState }

/** One line of the list for each line of the text; empty ones are none. Not more than `linesMost`: `more` says how many were left out. */
export function readLines(act: BulkAct, text: string): { readonly lines: readonly Line[]; readonly more: number } {
  const rows = text.split(/[\n\r;；]+/).map((row) => row.trim()).filter((row) => row !== '');
  const seen = new Set<string>();
  const lines = rows.slice(0, linesMost).map((row, at): Line => {
    const words = row.split(/[\s,，、]+/).map(plainNumber).filter((word) => word !== '');
    const read = act === 'arrive' ? cardLine(words) : paperLine(act, words);
    const twice = read.number !== '' && seen.has(read.number);
    seen.add(read.number);
    const failed = read.wrong ?? (twice ? 'bulk.twice' : undefined);
    return { key: `line-${String(at + 1)}`, text: row.slice(0, 60), number: read.number, paper: read.paper, state: failed === undefined ? { at: 'read' } : { at: 'failed', why: failed } };
  });
  return { lines, more: Math.max(0, rows.length - linesMost) };
}

interface Read { readonly number: string; readonly paper?: string; readonly wrong?: TextKey }

function cardLine(words: readonly string[]): Read {
  const [first = '', second, ...rest] = words;
  const number = idNumberOfFifteen(first) ?? first;
  if (!isIdNumber(number)) return { number: '', wrong: 'refusal.cardNumberWrong' };
  if (second === undefined) return { number };
  return rest.length === 0 && /^A\d{3,5}$/.test(second) ? { number, paper: second } : { number, wrong: 'bulk.unreadable' };
}

function paperLine(act: BulkAct, words: readonly string[]): Read {
  const [number = '', ...rest] = words;
  const series = act === 'left' ? /^[A-GK-NP-Z]/ : /^H/;
  return hallNumberSchema.safeParse(number).success && series.test(number) && rest.length === 0 ? { number } : { number: '', wrong: act === 'left' ? 'bulk.notQueueNumber' : 'bulk.notSlipNumber' };
}

export const withState = (lines: readonly Line[], key: string, state: LineState): readonly Line[] => lines.map((line) => (line.key === key ? { ...line, state } : line));

/** What stays to be put right: typed again as it was. */
export const remaining = (lines: readonly Line[]): string => lines.filter((line) => line.state.at !== 'done').map((line) => line.text).join('\n');

export const countOf = (lines: readonly Line[], at: LineState['at']): number => lines.filter((line) => line.state.at === at).length;
