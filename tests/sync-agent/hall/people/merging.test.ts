/* Two records of one person: proposed by the hall, joined by staff, parted again without loss. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { factOf, factsOf, openEngine, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { consent, dayMs, newcomer, postedJob, witnessed } from './stage.ts';

test('F2 the same name and birthday only proposes; staff decide, and the person is then one', async () => {
  const hall = openEngine();
  const told = await witnessed(hall, 5);
  const carded = await newcomer(hall, 5);
  const proposed = factOf(carded.answer, 'mergeProposed');
  expect(proposed).toMatchObject({ from: told.workerId, into: carded.workerId, ground: 'nameAndBirth' });
  expect(hall.db.view.worker(told.workerId)?.workerId).toBe(told.workerId);
  expect(hall.db.faces.people.mergeProposals(9)).toMatchObject([{ proposalId: proposed.proposalId, from: { document: 'witnessed' }, into: { document: 'resident' } }]);
  const merged = factOf(await hall.ask('mergeWorker', { from: told.workerId, into: carded.workerId, proposalId: proposed.proposalId }, staffActor), 'workersMerged');
  expect(hall.db.view.worker(told.workerId)?.workerId).toBe(carded.workerId);
  expect(hall.db.faces.people.mergeProposals(9)).toEqual([]);
  expect(hall.db.faces.people.mergesOf(carded.workerId)).toMatchObject([{ mergeId: merged.mergeId, from: told.workerId }]);
  // One tap finds the first number of the two, and both visits are told of in one access copy.
  expect(factOf(await hall.ask('checkIn', { card: person(5) }), 'ticketIssued').number).toBe(told.ticket.number);
  expect(hall.db.faces.people.accessCopy(told.workerId, false, hall.clock.now)?.entries.filter((one) => one.section === 'visits').map((one) => one.value.zh)).toEqual(['2026-11-21 A002', '2026-11-21 A001']);
});

test('F2 a merge undone leaves both as they were: every table, every resolved id', async () => {
  const hall = openEngine();
  const told = await witnessed(hall, 5, { phone: '13800001111' });
  const carded = await newcomer(hall, 5, { phone: '13800002222' });
  const job = await postedJob(hall, { headcount: 1 });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, staffActor);
  const picture = () => [told.workerId, carded.workerId].map((id) => [
    hall.db.view.worker(id), hall.db.view.heldRecord(id), hall.db.view.consentsOf(id), hall.db.view.recordsOf(id), hall.db.view.visitOf(id), hall.db.view.isHiredFor(id, job.jobId), hall.db.faces.people.accessCopy(id, false, 0),
  ]);
  const before = picture();
  const merged = factOf(await hall.ask('mergeWorker', { from: told.workerId, into: carded.workerId }, staffActor), 'workersMerged');
  expect(hall.db.view.isHiredFor(carded.workerId, job.jobId)).toBe(true);
  expect(hall.db.view.recordsOf(told.workerId)).toEqual([carded.workerId, told.workerId]);
  expect(factOf(await hall.ask('undoMerge', { mergeId: merged.mergeId }, staffActor), 'mergeUndone')).toMatchObject({ from: told.workerId, into: carded.workerId, by: 'staff-1' });
  expect(picture()).toEqual(before);
  expect(refusalOf(await hall.ask('undoMerge', { mergeId: merged.mergeId }, staffActor))).toBe('mergeUnknown mergeId');
});

test('F2 what cannot be merged is refused by name', async () => {
  const hall = openEngine();
  const [one, two, told] = [await newcomer(hall, 1), await newcomer(hall, 2), await witnessed(hall, 3)];
  const merge = async (from: string, into: string, proposalId?: string) => refusalOf(await hall.ask('mergeWorker', { from, into, ...(proposalId === undefined ? {} : { proposalId }) }, staffActor));
  expect(await merge(one.workerId, two.workerId)).toBe('mergeImpossible into');
  expect(await merge(told.workerId, told.workerId)).toBe('mergeImpossible into');
  expect(await merge('nobody', two.workerId)).toBe('workerUnknown from');
  expect(await merge(told.workerId, 'nobody')).toBe('workerUnknown into');
  expect(await merge(told.workerId, two.workerId, 'no-proposal')).toBe('mergeUnknown proposalId');
  expect(await merge(told.workerId, two.workerId)).toBe('none');
  expect(await merge(told.workerId, one.workerId)).toBe('mergeImpossible from');
  expect(await merge(two.workerId, one.workerId)).toBe('mergeImpossible from');
});

test('F2 two people with the same name and birthday: the proposal is dismissed and stays so', async () => {
  const hall = openEngine();
  await witnessed(hall, 5);
  const { proposalId } = factOf((await newcomer(hall, 5)).answer, 'mergeProposed');
  expect(factOf(await hall.ask('dismissMerge', { proposalId }, staffActor), 'mergeDismissed').by).toBe('staff-1');
  expect(refusalOf(await hall.ask('dismissMerge', { proposalId }, staffActor))).toBe('mergeUnknown proposalId');
  expect(hall.db.faces.people.mergeProposals(9)).toEqual([]);
  const late = await hall.ask('registerWitnessed', { name: person(5).name, sex: 'female', born: { known: 'day', birth: person(5).birth }, consent: consent(), trades: ['0101'] }, staffActor);
  expect(factsOf(late).filter((fact) => fact.type === 'mergeProposed')).toHaveLength(1);
});

test('F2 any order of merging and undoing among five records keeps a star, and undoing all gives five people', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.boolean()), { maxLength: 24 }), async (steps) => {
    const hall = openEngine();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await witnessed(hall, n)).workerId);
    const standing: string[] = [];
    for (const [from, into, undo] of steps) {
      const mergeId = standing.at(-1);
      const answer = undo && mergeId !== undefined ? await hall.ask('undoMerge', { mergeId }, staffActor) : await hall.ask('mergeWorker', { from: ids[from] ?? '', into: ids[into] ?? '' }, staffActor);
      if (undo && mergeId !== undefined) standing.pop();
      for (const fact of answer.ok ? answer.facts : []) if (fact.type === 'workersMerged') standing.push(fact.mergeId);
      for (const id of ids) {
        const person = hall.db.view.worker(id)?.workerId ?? '';
        expect(hall.db.view.worker(person)?.workerId).toBe(person);
        expect(hall.db.view.recordsOf(id)[0]).toBe(person);
      }
      expect(ids.map((id) => hall.db.view.recordsOf(id).length).filter((size) => size > 1).length === 0).toBe(standing.length === 0);
    }
    for (const mergeId of standing.toReversed()) await hall.ask('undoMerge', { mergeId }, staffActor);
    expect(ids.map((id) => hall.db.view.worker(id)?.workerId)).toEqual(ids);
    expect(hall.failures).toEqual([]);
    hall.close();
  }), { numRuns: 12 });
});

test('F2 a merged person who comes the next day has one visit', async () => {
  const hall = openEngine();
  const told = await witnessed(hall, 5);
  const carded = await newcomer(hall, 5);
  await hall.ask('mergeWorker', { from: told.workerId, into: carded.workerId }, staffActor);
  hall.clock.now += dayMs;
  const byStaff = factOf(await hall.ask('checkInWitnessed', { workerId: told.workerId }, staffActor), 'ticketIssued');
  expect(factOf(await hall.ask('checkIn', { card: person(5) }), 'ticketIssued').ticketId).toBe(byStaff.ticketId);
});
