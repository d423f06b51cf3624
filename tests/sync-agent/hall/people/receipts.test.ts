/* Receipts of what people do with their data besides erasing it: each right has its number, its paper without a name, its row in the audit, and its time. */
import { expect, test } from 'vitest';
import { retentionRules } from '@kuaizhao/db/domain/records/retention.ts';
import type { Right } from '@kuaizhao/db/domain/people/data/receipt-number.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { factOf, factsOf, openEngine, refusalOf, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { byCard, byId, clerk, dayMs, newcomer, witnessed } from './stage.ts';

const phone = '13812345678';
const printer = { printer: 'printer-1', ready: false };
const receiptsOf = (facts: readonly Fact[]): string[] => [...new Set(facts.flatMap((fact) => ('receipt' in fact ? fact.receipt ?? [] : [])))];
const paperOf = (hall: TestEngine, receipt: string) => hall.db.faces.papers.order(hall.db.view.printJobOf({ kind: 'rightReceipt', id: receipt })?.printJobId ?? '', hall.settings);
const lastAct = (hall: TestEngine) => hall.db.audit.read({}).rows[0];

type Whose = ReturnType<typeof byCard> | ReturnType<typeof byId>;
type Asks = (hall: TestEngine, who: Whose, actor?: typeof clerk) => ReturnType<TestEngine['ask']>;
/** The right as a person uses it at the kiosk and at a desk. */
const rights: readonly { readonly right: Right; readonly whats: readonly string[]; readonly name: string; readonly textVersion?: string; readonly ask: Asks }[] = [
  { right: 'consent', whats: ['phoneToEmployer'], name: 'giveConsent', textVersion: '2026-11', ask: (hall, who, actor) => hall.ask('giveConsent', { who, consent: { textVersion: '2026-11', purposes: ['phoneToEmployer'] } }, actor) },
  { right: 'withdrawal', whats: ['sharing'], name: 'withdrawConsent', ask: (hall, who, actor) => hall.ask('withdrawConsent', { who, purposes: ['sharing'] }, actor) },
  { right: 'correction', whats: ['phone'], name: 'changeContact', ask: (hall, who, actor) => hall.ask('changeContact', { who, phone: '13911112222' }, actor) },
];

test.each(rights)('§4 $right at a kiosk and at a desk: a number, a paper with what it was and nobody’s name, and a row in the audit; at the kiosk the paper comes by itself, at the desk when staff say so, and again as a copy', async ({ right, whats, name, ask, ...more }) => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1, { phone, purposes: ['sharing'] });
  const other = await newcomer(hall, 2, { phone: '13700001111', purposes: ['sharing'] });
  const atKiosk = factsOf(await ask(hall, byCard(1)));
  expect(receiptsOf(atKiosk)).toEqual(['20261121-Q001']);
  expect(atKiosk.find((fact) => fact.type === 'printQueued')).toMatchObject({ printer: 'printer-1', subject: { kind: 'rightReceipt', id: '20261121-Q001' }, copy: 1 });
  expect(lastAct(hall)).toMatchObject({ act: 'command', name, outcome: 'ok' });
  const order = paperOf(hall, '20261121-Q001');
  expect(order).toMatchObject({ paper: { right, whats, at: hall.clock.now, ...more } });
  const atDesk = factsOf(await ask(hall, byId(other.workerId), clerk));
  expect(receiptsOf(atDesk), 'numbers of a day go on').toEqual(['20261121-Q002']);
  expect(atDesk.filter((fact) => fact.type === 'printQueued'), 'staff say at which printer').toEqual([]);
  expect(lastAct(hall)).toMatchObject({ act: 'command', name, who: 'clerk-1', outcome: 'ok' });
  for (const copy of [1, 2]) {
    factsOf(await hall.ask('printForm', { form: 'rightReceipt', id: '20261121-Q002', printer }, clerk));
    expect(paperOf(hall, '20261121-Q002')).toMatchObject({ copy });
  }
  expect(JSON.stringify([order, paperOf(hall, '20261121-Q002')])).not.toMatch(new RegExp(`${person(1).name}|${person(1).number}|${person(2).name}|${phone}|13911112222|${workerId}`));
});

test('§4 what staff put right for somebody has a receipt that says which fields and never what was in them', async () => {
  const hall = openEngine();
  const { workerId } = await witnessed(hall, 3);
  const [receipt = ''] = receiptsOf(factsOf(await hall.ask('correctWorker', { workerId, reason: 'personAsked', name: '李改名', sex: 'female' }, clerk)));
  factsOf(await hall.ask('printForm', { form: 'rightReceipt', id: receipt, printer }, clerk));
  const order = paperOf(hall, receipt);
  expect(order).toMatchObject({ paper: { right: 'correction', whats: ['name', 'sex'] } });
  expect(JSON.stringify(order)).not.toContain('李改名');
});

test('§4 a copy of everything has a receipt at a kiosk and at a desk, where two people stand for it; a look for another reason has none', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  const shown = (more: object) => hall.ask('noteShown', { workerId, view: 'accessCopy', reason: 'personAsked', ...more }, { role: 'agent' });
  const atKiosk = factsOf(await shown({ kiosk: 'kiosk-1' }));
  // The number stands on the screen: nobody empties the printer by looking again and again.
  expect(atKiosk).toEqual([{ type: 'personalShown', workerId, view: 'accessCopy', reason: 'personAsked', kiosk: 'kiosk-1', receipt: '20261121-Q001' }]);
  expect(lastAct(hall)).toMatchObject({ act: 'command', name: 'noteShown', outcome: 'ok' });
  expect(refusalOf(await shown({ by: 'clerk-1' }))).toContain('secondPersonMissing');
  for (const nobody of [{}, { approvedBy: 'admin-1' }]) expect(refusalOf(await shown(nobody))).toContain('secondPersonMissing');
  expect(factOf(await shown({ by: 'clerk-1', approvedBy: 'admin-1' }), 'personalShown').receipt).toBe('20261121-Q002');
  expect(factOf(await shown({ by: 'clerk-1', approvedBy: 'admin-1', reason: 'inspection' }), 'personalShown').receipt).toBeUndefined();
  expect(hall.db.faces.people.rightReceipt('20261121-Q002')).toEqual({ at: hall.clock.now, right: 'accessCopy', whats: [], textVersion: undefined });
});

test('§4 nothing new is no receipt; a number that was never given prints nothing; three years later it is gone', async () => {
  const hall = openEngine();
  await newcomer(hall, 1, { purposes: ['sharing'] });
  expect(receiptsOf(factsOf(await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-11', purposes: ['sharing'] } })))).toEqual([]);
  const print = (id: string, actor = clerk) => hall.ask('printForm', { form: 'rightReceipt', id, printer }, actor);
  expect(refusalOf(await print('20261121-Q001'))).toBe('receiptUnknown id');
  const [receipt = ''] = receiptsOf(factsOf(await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['sharing'] })));
  expect(refusalOf(await hall.ask('printForm', { form: 'rightReceipt', id: receipt, printer }))).toBe('notYourRole form');
  const kept = retentionRules.rightReceipts.keepDays * dayMs;
  hall.clock.now += kept;
  await hall.ask('runRetention', {}, { role: 'agent' });
  expect(hall.db.faces.people.rightReceipt(receipt), 'not a day earlier').toBeDefined();
  hall.clock.now += dayMs;
  expect(factOf(await hall.ask('runRetention', {}, { role: 'agent' }), 'retentionRan').counts.rightReceipts).toBe(1);
  expect(hall.db.faces.people.rightReceipt(receipt)).toBeUndefined();
  expect(refusalOf(await print(receipt))).toBe('receiptUnknown id');
});
