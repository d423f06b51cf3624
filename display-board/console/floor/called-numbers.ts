/* Whom a command called, out of its facts. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';

/** `A129、A131`, or nothing when nobody was called. */
export const calledNumbers = (facts: readonly Fact[]): string => facts.flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.number] : [])).join('、');
