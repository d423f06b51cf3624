/* From what the chip says to what the hall takes: name, sex, birthday, number. Address, photo, ethnic group and validity end here. */
import { cardSchema, type Card } from '@kuaizhao/db/domain/people/card.ts';
import { idNumberOfFifteen, toldByNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import type { CardRead, SocialCardRead } from '@kuaizhao/hardware/ports.ts';

/** English names of the 2017 layout have up to 60 letters; the hall takes 50 of a name. */
const nameLetters = 50;

export type TakenCard = { readonly ok: true; readonly card: Card } | { readonly ok: false; readonly code: RefusalCode };

/** Refuses `cardNumberWrong` (check digit or birthday), `malformed` (a name that is none). */
export function takeCard(read: CardRead): TakenCard {
  const name = read.name.trim() === '' ? (read.englishName ?? '') : read.name;
  const parsed = cardSchema.safeParse({
    layout: read.layout, name: Array.from(name.trim()).slice(0, nameLetters).join(''), sex: read.sex, birth: read.birth, number: read.number,
  });
  if (parsed.success) return { ok: true, card: parsed.data };
  const wrong = parsed.error.issues.some(({ path }) => path[0] === 'number' || path[0] === 'birth');
  return { ok: false, code: wrong ? 'cardNumberWrong' : 'malformed' };
}

/** Sex and birthday follow from the number; an old one of fifteen digits is made eighteen. Refuses `cardNumberWrong`, `malformed` (a name that is none). */
export function takeSocialCard({ name, number }: SocialCardRead): TakenCard {
  const whole = idNumberOfFifteen(number) ?? number;
  const told = toldByNumber(whole);
  if (told === undefined) return { ok: false, code: 'cardNumberWrong' };
  const parsed = cardSchema.safeParse({ layout: 'socialSecurity', name: Array.from(name.trim()).slice(0, nameLetters).join(''), ...told, number: whole });
  return parsed.success ? { ok: true, card: parsed.data } : { ok: false, code: 'malformed' };
}
