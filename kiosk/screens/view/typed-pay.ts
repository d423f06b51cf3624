/* Pay while it is being typed: yuan as people press them, with at most two places after the point, and never more than the law of the schema allows. */
import { amountFenSchema } from '@kuaizhao/db/domain/jobs/pay.ts';

const places = 2;
const longest = 9;

/** The text after one more key; unchanged when the key makes no amount. */
export function typeKey(text: string, key: string): string {
  const next = key === '.' && text === '' ? '0.' : text === '0' && key !== '.' ? key : text + key;
  if (next.length > longest || !/^\d+(\.\d*)?$/.test(next) || (next.split('.')[1] ?? '').length > places) return text;
  const fen = fenOf(next);
  return fen === undefined || fen <= (amountFenSchema.maxValue ?? 0) ? next : text;
}

/** The text as fen, or undefined when it is no amount that can be paid (nothing, zero). Digits are read as digits: 0.29 is 29 fen and not 28. */
export function payableFen(text: string): number | undefined {
  const fen = fenOf(text);
  return fen !== undefined && amountFenSchema.safeParse(fen).success ? fen : undefined;
}

/** Fen as somebody would have typed them. */
export const typedOf = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(places));

function fenOf(text: string): number | undefined {
  const parts = /^(\d+)(?:\.(\d{0,2}))?$/.exec(text);
  return parts === null ? undefined : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(places, '0'));
}
