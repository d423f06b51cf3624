/* The terms somebody can set, and the choices of each: one tap each, never a number pad. */
import type { Wishes } from '@kuaizhao/db/domain/people/wishes/wishes.ts';

export const wishParts = ['leastPay', 'withinKm', 'homeBy', 'mostDays', 'otherHalls'] as const;
export type WishPart = (typeof wishParts)[number];
/** `any`: whatever comes is welcome. */
export interface WishChoice { readonly id: string; readonly value: Wishes }

const perDay = (yuan: number): WishChoice => ({ id: `day${yuan}`, value: { leastPay: { amountFen: yuan * 100, unit: 'day' } } });
const perHour = (yuan: number): WishChoice => ({ id: `hour${yuan}`, value: { leastPay: { amountFen: yuan * 100, unit: 'hour' } } });
const any: WishChoice = { id: 'any', value: {} };

export const wishChoices: Readonly<Record<WishPart, readonly WishChoice[]>> = {
  leastPay: [any, ...[120, 150, 180, 200, 220, 250, 300].map(perDay), ...[20, 25, 30, 40].map(perHour)],
  withinKm: [any, ...[3, 5, 10, 20, 30, 50].map((km): WishChoice => ({ id: `km${km}`, value: { withinKm: km } }))],
  homeBy: [any, ...['12:00', '16:00', '17:00', '18:00', '19:00', '20:00', '22:00'].map((at): WishChoice => ({ id: `by${at.replace(':', '')}`, value: { homeBy: at } }))],
  mostDays: [any, ...[1, 2, 3, 7, 15, 30].map((days): WishChoice => ({ id: `days${days}`, value: { mostDays: days } }))],
  otherHalls: [any, { id: 'yes', value: { otherHalls: true } }],
};

/** The wishes with one of them as chosen; undefined for what is no choice of this part. */
export function wishesWith(wishes: Wishes, part: WishPart, id: string): Wishes | undefined {
  const choice = wishChoices[part].find((one) => one.id === id);
  if (choice === undefined) return undefined;
  const { [part]: _before, ...rest } = wishes;
  return { ...rest, ...choice.value };
}

/** The choice that stands now; undefined when staff or an older kiosk has set something between the choices. */
export const chosenOf = (wishes: Wishes, part: WishPart): WishChoice | undefined =>
  wishChoices[part].find(({ value }) => JSON.stringify(value[part]) === JSON.stringify(wishes[part]));
