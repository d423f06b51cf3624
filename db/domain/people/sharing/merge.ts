/* Last writer by hybrid clock, field by field: the same end in whatever order and however often things arrive. */
import { compareClocks } from './clock.ts';
import { sharedFieldNames, type SharedFieldName, type SharedFields } from './person.ts';

export interface LostField { readonly field: SharedFieldName; readonly lost: NonNullable<SharedFields[SharedFieldName]> }

/** What stands after both, and what `known` or `told` said otherwise and lost by it. */
export function mergeFields(known: SharedFields, told: SharedFields): { readonly fields: SharedFields; readonly lost: readonly LostField[] } {
  const fields: { [Name in SharedFieldName]?: SharedFields[Name] } = {};
  const lost: LostField[] = [];
  for (const field of sharedFieldNames) {
    const [one, other] = [known[field], told[field]];
    const order = one === undefined ? -1 : other === undefined ? 1 : compareClocks(one.clock, other.clock) || compareValues(one.value, other.value);
    const [winner, loser] = order < 0 ? [other, one] : [one, other];
    if (winner !== undefined) Object.assign(fields, { [field]: winner });
    if (loser !== undefined && order !== 0 && !sameValue(loser.value, winner?.value)) lost.push({ field, lost: loser });
  }
  return { fields, lost };
}

export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Two different words under one clock can only come from a disk that went back: any order will do that is the same everywhere. */
function compareValues(one: unknown, other: unknown): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** What the city knows newer of a field than this hall and says otherwise: proposed to whoever is asked, never written by itself. */
export function proposed<Name extends SharedFieldName>(field: Name, own: SharedFields, city: SharedFields): NonNullable<SharedFields[Name]>['value'] | undefined {
  const [here, there] = [own[field], city[field]];
  if (there === undefined || (here !== undefined && (compareClocks(here.clock, there.clock) >= 0 || sameValue(here.value, there.value)))) return undefined;
  return there.value;
}
