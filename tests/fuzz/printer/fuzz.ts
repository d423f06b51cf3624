/* The fuzz of the ticket printer: as many mutated answers to the parser alone as spoiled ones in whole jobs of the true driver. */
import { randomOf } from '../../fixtures/random.ts';
import type { FuzzOutcome } from '../main.ts';
import { chanceOf } from '../mutate.ts';
import { fuzzAnswers } from './answers.ts';
import { fuzzJobs } from './jobs.ts';

/** Rejects when anything throws, which is a finding too. */
export async function fuzzPrinter(seed: number, count: number): Promise<FuzzOutcome> {
  const answers = fuzzAnswers(count, chanceOf(randomOf(seed)));
  const { wrong, spoiled, answers: heard, ...jobs } = await fuzzJobs(count, chanceOf(randomOf(seed + 1)));
  return {
    counts: { answers: answers.answers, sayings: answers.sayings, longestHeld: answers.longestHeld, spoiledAnswers: spoiled, answersOfJobs: heard, ...jobs },
    wrong: [...answers.wrong, ...wrong],
  };
}
