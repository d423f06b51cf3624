/* A group of help as staff read it: the law's by our own words, the city's by its own. */
import { cityGroupCode, type CityGroup } from './city-groups.ts';
import { helpGroupNames } from './groups.ts';

/** The code itself for a group of the city that this hall has not heard of. */
export function groupWords(code: string, city: readonly CityGroup[]): { readonly zh: string; readonly en: string } {
  const known = Object.entries(helpGroupNames).find(([group]) => group === code)?.[1] ?? city.find((one) => cityGroupCode(one) === code);
  return known ?? { zh: code, en: code };
}
