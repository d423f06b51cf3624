/* A contractor as the city keeps him: the number that was typed becomes a mark and goes nowhere, of the name only its first sign stays. */
import type { CityContractor } from '@kuaizhao/db/domain/feeds/bodies.ts';
import type { ContractorInput } from '@kuaizhao/db/domain/registry/entries.ts';
import { erasureMark } from '@kuaizhao/db/sealing/erasure-mark.ts';

/** The id of the entry is the salt, so that the same change told twice is the same. */
export function markedContractor({ number, mark, name, contractorId, ...entry }: ContractorInput): CityContractor {
  const marked = number === undefined ? mark : erasureMark(number.toUpperCase(), contractorId);
  if (marked === undefined) throw new Error('a contractor came through the door with neither number nor mark');
  return { ...entry, contractorId, name: `${Array.from(name)[0] ?? ''}*`, mark: marked };
}
