/* A card that lies before the clerk, as it is typed from it: what its number says by itself is not asked. */
import { isIdNumber, toldByNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { plainNumber } from '../form/typed.ts';

export interface TypedCard { readonly name: string; readonly number: string; readonly sex: 'male' | 'female' | undefined; /** `1972-03-18` */ readonly birth: string }

export const noCard: TypedCard = { name: '', number: '', sex: undefined, birth: '' };

/** The foreigner number of 2017 says neither birthday nor sex. */
export function asksMore(typed: string): boolean {
  const number = plainNumber(typed);
  return isIdNumber(number) && toldByNumber(number) === undefined;
}

/** A command's `card` member, as far as it was typed. */
export function cardOf({ name, number: typed, sex, birth }: TypedCard) {
  const number = plainNumber(typed);
  return { layout: 'resident', name, number, ...(toldByNumber(number) ?? { sex, birth: birth.replaceAll('-', '') }) };
}
