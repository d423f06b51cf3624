/* A row of a sealed feed as what it says; undefined when this program does not understand it, or it is not about its own key. */
import type { z } from 'zod';
import type { CityRow } from '../../feeds/feeds.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import { parsedJson } from '../../../domain/parsed-json.ts';

export function wordOf<Word>(schema: z.ZodType<Word>, { key, body }: Pick<CityRow<Personal>, 'key' | 'body'>, keyOf: (word: Word) => string): Word | undefined {
  const word = schema.safeParse(parsedJson(body.reveal())).data;
  return word !== undefined && keyOf(word) === key ? word : undefined;
}
