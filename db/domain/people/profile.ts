/* Who somebody is, as far as the hall holds it, and what a change of it says. Versions are kept with their day and their source. */
import { z } from 'zod';
import { youngestWorkingAge } from '../law/age.ts';
import { localDay } from '../queue/business-day.ts';
import type { Instant } from '../scalars.ts';
import type { Card } from './card.ts';
import type { AgeBand, Born } from './commands.ts';

/** Who said so: a card that was read, staff who typed, or the person at the kiosk. */
export const profileSourceSchema = z.enum(['card', 'staff', 'self']);
export type ProfileSource = z.infer<typeof profileSourceSchema>;

export const profileFieldSchema = z.enum(['name', 'sex', 'birth', 'number', 'document', 'phone', 'district']);
export type ProfileField = z.infer<typeof profileFieldSchema>;

/** `witnessed`: no document was read. */
export type Document = Card['layout'] | 'witnessed';

export interface Profile {
  readonly document: Document;
  readonly name: string;
  readonly sex: 'male' | 'female';
  /** `YYYYMMDD`; absent when only the age band is known */
  readonly birth: string | undefined;
  readonly ageBand: AgeBand | undefined;
  readonly number: string | undefined;
}

/** What a new version says differently; `null` takes the value away, what is absent stays. */
export type ProfileChanges = Partial<Profile> & { readonly phone?: string | null; readonly district?: string | null };

export const profileOfCard = ({ layout, name, sex, birth, number }: Card): Profile => ({ document: layout, name, sex, birth, ageBand: undefined, number });

/** An age band stays only until a birthday is known. */
export const bornOf = (born: Born): Pick<Profile, 'birth' | 'ageBand'> =>
  born.known === 'day' ? { birth: born.birth, ageBand: undefined } : { birth: undefined, ageBand: born.band };

/** The latest birthday `YYYYMMDD` of a minor who only told the age band at `toldAt`: the law protects by it until a birthday is known. Undefined for adults. */
export function protectedBirth(band: string | undefined, toldAt: Instant): string | undefined {
  if (band !== '16to17') return undefined;
  const told = localDay(toldAt).replaceAll('-', '');
  return `${Number(told.slice(0, 4)) - youngestWorkingAge}${told.slice(4)}`;
}

export const agreesWithNumber = (number: string, birth: string): boolean => !/^\d{17}[\dX]$/.test(number) || number.slice(6, 14) === birth;
