/* What a pad of digits and X knows while an identity number is typed: how to show it, whether it can still become one, which keys help. Pure. */
import { idNumberOfFifteen, isCalendarDay, isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';

export const idPadLength = 18;

/** `wrongBirthday`: the eight digits from the seventh on are no day. `wrongDigit`: eighteen characters, and the last does not fit the others; one of them is mistyped. */
export type IdPadState = 'typing' | 'wrongDigit' | 'wrongBirthday' | 'complete';

export interface IdPad {
  /** 6 + 8 + 4 characters, as people read a number aloud; only groups that were begun */
  readonly groups: readonly string[];
  readonly state: IdPadState;
  /** the number as a card has it, once `complete` */
  readonly number: string | undefined;
  /** fifteen digits of an old number, made eighteen: to be offered, never taken unasked, since they may be the beginning of eighteen */
  readonly fromFifteen: string | undefined;
  readonly canType: { readonly digit: boolean; readonly x: boolean; readonly erase: boolean };
}

/** The text with one more key; what cannot stand there changes nothing. `erase` takes the last character back. */
export function idPadKey(text: string, key: string): string {
  if (key === 'erase') return text.slice(0, -1);
  const { canType } = idPad(text);
  const fits = key === 'X' ? canType.x : /^\d$/.test(key) && canType.digit;
  return fits ? text + key : text;
}

/** Of any text: what is no digit, or an X in the last place, is left out first, and so is what is too long. */
export function idPad(text: string): IdPad {
  const typed = cleaned(text);
  const state = stateOf(typed);
  return {
    groups: [typed.slice(0, 6), typed.slice(6, 14), typed.slice(14)].filter((group) => group !== ''),
    state,
    number: state === 'complete' ? typed : undefined,
    fromFifteen: idNumberOfFifteen(typed),
    canType: { digit: typed.length < idPadLength, x: typed.length === idPadLength - 1, erase: typed.length > 0 },
  };
}

function cleaned(text: string): string {
  let typed = '';
  for (const letter of text.toUpperCase()) {
    const place = typed.length === idPadLength - 1 ? /[\dX]/ : /\d/;
    if (typed.length < idPadLength && place.test(letter)) typed += letter;
  }
  return typed;
}

function stateOf(typed: string): IdPadState {
  const day = typed.slice(6, 14);
  // Up to the fifteenth digit it may be an old number, whose birthday has two digits of a year.
  const mayBeOld = typed.length <= 15 && isCalendarDay(`19${typed.slice(6, 12)}`);
  if (day.length === 8 && !isCalendarDay(day) && !mayBeOld) return 'wrongBirthday';
  if (typed.length < idPadLength) return 'typing';
  return isIdNumber(typed) ? 'complete' : 'wrongDigit';
}
