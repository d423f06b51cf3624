/* The fuzz of the card reader: most frames go to parser and decoder, one in a hundred spoils a whole visit with the true driver. */
import { randomOf } from '../../fixtures/random.ts';
import type { FuzzOutcome } from '../main.ts';
import { chanceOf } from '../mutate.ts';
import { fuzzFrames } from './frames.ts';
import { fuzzVisits } from './visits.ts';

/** Rejects when anything throws, which is a finding too. */
export async function fuzzReader(seed: number, count: number): Promise<FuzzOutcome> {
  const frames = fuzzFrames(count, chanceOf(randomOf(seed)));
  const visits = await fuzzVisits(Math.ceil(count / 100), chanceOf(randomOf(seed + 1)));
  return {
    counts: {
      frames: frames.frames, megabytes: Math.round(frames.bytes / 1e6), persons: frames.persons, undetectable: frames.undetectable, longestHeld: frames.longestHeld,
      visits: visits.visits, spoiledAnswers: visits.spoiled, answers: visits.answers, read: visits.read,
    },
    wrong: [...frames.wrong, ...visits.wrong],
  };
}
