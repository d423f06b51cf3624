/* Everything a hall has ever decided, past tense. A fact once shipped is never changed or renamed: the journal of every hall holds it. */
import { z } from 'zod';
import { boardFacts } from './boards/facts.ts';
import { deviceFacts } from './devices/facts.ts';
import { fairFacts } from './fairs/facts.ts';
import { employerFacts } from './employers/facts.ts';
import { factsAboutHiring } from './hiring/fact.ts';
import { jobFacts } from './jobs/facts.ts';
import { factsAboutPeople } from './people/fact.ts';
import { printingFacts } from './printing/facts.ts';
import { queueFacts } from './queue/facts.ts';
import { referralFacts } from './referrals/facts.ts';
import { recordsFacts } from './records/facts.ts';

export const factSchema = z.discriminatedUnion('type', [
  ...factsAboutPeople, ...employerFacts, ...jobFacts, ...queueFacts, ...factsAboutHiring, ...printingFacts, ...recordsFacts, ...referralFacts, ...deviceFacts, ...boardFacts, ...fairFacts,
]);
export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
