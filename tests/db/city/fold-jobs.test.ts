/* Jobs in the city's figures: counted when they are shown, with the places they have now. */
import { expect, test } from 'vitest';
import { fold, type Known } from '@kuaizhao/db/city/figures/fold.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { morning } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';

const day = '2026-11-21';
const terms = soundTerms(morning, { headcount: 4 });
const posted = (state?: 'inReview'): Fact => ({ type: 'jobPosted', jobId: 'j1', number: 'J001', businessDay: day, employerId: 'e1', terms, ...(state === undefined ? {} : { state }) });
const reviewed = (outcome: 'approve' | 'reject'): Fact => ({ type: 'jobReviewed', jobId: 'j1', outcome, reason: 'fine', ruleIds: [], by: 's1', filterVersion: '1' });
const changed = (headcount: number, state?: 'inReview'): Fact => ({ type: 'jobChanged', jobId: 'j1', terms: { ...terms, headcount }, placesLeft: headcount, ...(state === undefined ? {} : { state }) });

function figures(...facts: Fact[]) {
  const known: Known = { visits: new Map(), tickets: new Map(), jobs: new Map() };
  const { days, trades } = fold(known, facts.map((fact) => ({ fact, clock: morning })));
  return { jobs: days[0]?.jobs ?? 0, places: days[0]?.places ?? 0, ofTrade: trades[0]?.places ?? 0, state: known.jobs.get('j1')?.state };
}

test('F13 F25 a posting in review counts nowhere until it is approved, and never when it is rejected', () => {
  expect(figures(posted())).toEqual({ jobs: 1, places: 4, ofTrade: 4, state: 'open' });
  expect(figures(posted('inReview'))).toEqual({ jobs: 0, places: 0, ofTrade: 0, state: 'inReview' });
  expect(figures(posted('inReview'), reviewed('approve'))).toEqual({ jobs: 1, places: 4, ofTrade: 4, state: 'open' });
  expect(figures(posted('inReview'), reviewed('reject'), { type: 'jobTakenDown', jobId: 'j1', reason: 'rejected', by: 's1' })).toEqual({ jobs: 0, places: 0, ofTrade: 0, state: 'takenDown' });
});

test('F25 places follow a change, also one made before the posting was shown, and a second review counts nothing twice', () => {
  expect(figures(posted(), changed(6))).toEqual({ jobs: 1, places: 6, ofTrade: 6, state: 'open' });
  expect(figures(posted(), changed(1))).toEqual({ jobs: 1, places: 1, ofTrade: 1, state: 'open' });
  expect(figures(posted('inReview'), changed(6, 'inReview'), reviewed('approve'))).toEqual({ jobs: 1, places: 6, ofTrade: 6, state: 'open' });
  expect(figures(posted(), changed(5, 'inReview'), reviewed('approve'))).toEqual({ jobs: 1, places: 5, ofTrade: 5, state: 'open' });
  expect(figures(posted(), reviewed('approve'), { type: 'jobClosed', jobId: 'j1', reason: 'enough' })).toEqual({ jobs: 1, places: 4, ofTrade: 4, state: 'closed' });
  expect(figures(posted(), { type: 'jobExpired', jobId: 'j1' }).state).toBe('expired');
});
