/* The number that came of a command: the new one; undefined when the person keeps the number of before. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';

export const numberOf = (facts: readonly Fact[]): string | undefined => facts.find((fact) => fact.type === 'ticketIssued')?.number;
