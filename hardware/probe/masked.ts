/* A person on the screen of a probe: enough to see that the bytes were understood, not enough to know anybody. */
import type { CardRead } from '../ports.ts';

/** The first character, and a star for each other. */
export const maskedText = (text: string): string => Array.from(text).map((letter, index) => (index === 0 ? letter : '*')).join('');

/** First and last character only. */
export const maskedNumber = (number: string): string => `${number.slice(0, 1)}${'*'.repeat(Math.max(0, number.length - 2))}${number.slice(-1)}`;

/** What was understood of a card: layout, masked name and number, and how many letters the other fields have. */
export function maskedCard(card: CardRead): Readonly<Record<string, string | number | boolean>> {
  return {
    layout: card.layout, name: maskedText(card.name), number: maskedNumber(card.number), birth: `${card.birth.slice(0, 2)}******`,
    addressLetters: card.address?.length ?? 0, issuedByLetters: card.issuedBy?.length ?? 0, validUntilLetters: card.validUntil?.length ?? 0,
  };
}
