/* Which people of this hall the city's list of contractors means: contractors, and households, which nobody who is banned as a contractor may be instead. The list holds marks and no numbers. */
import type { Database } from 'better-sqlite3';
import type { CityContractor } from '../../../domain/feeds/bodies.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import { isMarked } from '../../../sealing/erasure-mark.ts';

/** Pairs of a person and a mark in one step: some ten milliseconds, and some thirty for each of the few that the quick half of a mark does not rule out. */
const pairsAtOnce = 1_000;
/** Of several words about one person the heaviest counts. */
const weight = { verified: 0, watched: 1, banned: 2 } as const;

export interface Named { readonly employerId: string; readonly word: CityContractor }
interface Own { readonly employer_id: string; readonly kind: 'contractor' | 'household'; readonly number_sealed: Buffer }
type Mark = CityContractor['mark'];

/** `contractors`: the list as it is now. */
export function openContractorMarks(sql: Database, cipher: Pick<FieldCipher, 'open'>, contractors: () => readonly CityContractor[]) {
  // Contractors first, whom the list is about.
  const own = sql.prepare<[], Own>("SELECT employer_id, kind, number_sealed FROM employer WHERE kind IN ('contractor', 'household') AND number_sealed IS NOT NULL ORDER BY kind");
  /** Each mark that was ever on the list of this process, in the order in which it came; a person has been looked at with so many of them. */
  const marks: Mark[] = [];
  const known = new Set<string>();
  const lookedTo = new Map<string, number>();
  const hits = new Map<string, Set<string>>();

  function lookAt({ employer_id: employerId, number_sealed: sealed }: Own, pairs: number): number {
    const from = lookedTo.get(employerId) ?? 0;
    const to = Math.min(marks.length, from + pairs);
    if (to === from) return 0;
    const number = cipher.open(sealed, `employer|${employerId}|number`).reveal().toUpperCase();
    for (const mark of marks.slice(from, to)) if (isMarked(number, mark)) hits.set(employerId, (hits.get(employerId) ?? new Set()).add(mark.mark));
    lookedTo.set(employerId, to);
    return to - from;
  }
  function wordOn({ employer_id: employerId, kind }: Own): CityContractor | undefined {
    const hit = hits.get(employerId);
    const word = hit && heaviest(contractors().filter(({ mark }) => hit.has(mark.mark)));
    // A household is no contractor: what the city only watches there says nothing here.
    return kind === 'contractor' || word?.standing === 'banned' ? word : undefined;
  }
  return {
    /** One step: each person and each mark once as long as the process lives. False when all were looked at. */
    look(): boolean {
      for (const { mark } of contractors()) {
        if (known.has(mark.mark)) continue;
        known.add(mark.mark);
        marks.push(mark);
      }
      if (marks.length === 0) return false;
      let left = pairsAtOnce;
      for (const one of own.all()) {
        left -= lookAt(one, left);
        if (left === 0) return true;
      }
      return false;
    },
    /** Of all who were looked at. */
    named: (): Named[] => own.all().flatMap((one) => {
      const word = wordOn(one);
      return word === undefined ? [] : [{ employerId: one.employer_id, word }];
    }),
    /** All that the list says of whoever has this number, known here or not. */
    wordsOf: (number: string): readonly CityContractor[] => contractors().filter(({ mark }) => isMarked(number.toUpperCase(), mark)),
  };
}

const heaviest = (words: readonly CityContractor[]): CityContractor | undefined => [...words].sort((one, other) => weight[other.standing] - weight[one.standing])[0];
