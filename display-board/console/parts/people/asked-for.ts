/* What staff typed to find somebody: an ID number, a phone, a number on a paper, or a name. One box, because a queue waits while somebody chooses between four. */
import { idNumberOfFifteen, isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { hallNumberSchema, nameTextSchema, phoneSchema } from '@kuaizhao/db/domain/scalars.ts';
import { plainNumber } from '../form/typed.ts';

export type AskedFor =
  | { readonly by: 'number' | 'phone' | 'name'; readonly text: string }
  | { readonly by: 'paper'; readonly text: string }
  /** looks like an ID number and is none */
  | { readonly by: 'wrongNumber' }
  | { readonly by: 'nothing' };

/** Full width, spaces and small letters are as good as the plain ones; a number of 15 digits is read as the 18 it became. */
export function askedFor(typed: string): AskedFor {
  const text = typed.normalize('NFKC').trim();
  const plain = plainNumber(text);
  const number = idNumberOfFifteen(plain) ?? plain;
  if (isIdNumber(number)) return { by: 'number', text: number };
  if (phoneSchema.safeParse(plain).success) return { by: 'phone', text: plain };
  if (hallNumberSchema.safeParse(plain).success) return { by: 'paper', text: plain };
  if (/\d/.test(plain)) return { by: 'wrongNumber' };
  const name = nameTextSchema.safeParse(text);
  return name.success ? { by: 'name', text: name.data } : { by: 'nothing' };
}
