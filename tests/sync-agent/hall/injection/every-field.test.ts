/*
 * Issue 6: injection strings, bidi controls, emoji and texts of 10,000 characters in every field that people can fill. Every command is walked by its schema, every text in it is
 * replaced, and the hall's one way in answers by name or takes it as plain text; nothing of ours breaks and nothing that steers gets into the journal.
 */
import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { commandSchema, type CommandType } from '@kuaizhao/db/domain/command.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { kioskActor, openEngine, staffActor } from '../../../fixtures/engine.ts';
import { sampleCommands } from '../../../fixtures/sample-commands.ts';
import { lawful, steering } from './hostile.ts';
import { leavesOf, type Leaf } from './leaves.ts';

const types = Object.keys(sampleCommands) as CommandType[];
const actorOf = (type: CommandType): Actor => (commandRows[type].staff.length > 0 ? staffActor : commandRows[type].kiosk === true ? kioskActor : { role: 'agent' });
const schemaOf = (type: CommandType): z.ZodObject => {
  const found = commandSchema.options.find((one) => one.shape.type.value === type);
  if (found === undefined) throw new Error(`no schema of ${type}`);
  return found;
};

/** The smallest room that any field of words has. */
const shortest = 18;

function fieldsOf(type: CommandType): Leaf[] {
  const sample = { type, commandId: 'command-sample', ...sampleCommands[type] };
  expect([type, schemaOf(type).safeParse(sample).error?.issues[0]]).toEqual([type, undefined]);
  return leavesOf(schemaOf(type), sample).filter((leaf) => leaf.path !== 'type');
}

test('the words of people stand in these fields and in no others', () => {
  const free = types.flatMap((type) => [...new Set(fieldsOf(type).filter((leaf) => leaf.free).map((leaf) => `${type} ${leaf.path}`))]);
  expect(free).toMatchInlineSnapshot(`
    [
      "checkIn card.name",
      "registerWorker card.name",
      "registerHousehold card.name",
      "registerEmployer name",
      "postJob card.name",
      "postJob terms.place",
      "postJob terms.bay",
      "postJob terms.title",
      "postJob terms.remark",
      "postJob terms.conditions.text",
      "takeDownJob note",
      "registerContractor card.name",
      "declineVerification note",
      "setEmployerStanding note",
      "liftStanding note",
      "setTrust note",
      "changeJob card.name",
      "changeJob change.place",
      "changeJob change.bay",
      "changeJob change.title",
      "changeJob change.remark",
      "changeJob change.conditions.text",
      "closeJob card.name",
      "repeatJob card.name",
      "reviewJob note",
      "takeOnlineOrder employer.creditCode",
      "takeOnlineOrder terms.place",
      "takeOnlineOrder terms.bay",
      "takeOnlineOrder terms.title",
      "takeOnlineOrder terms.remark",
      "takeOnlineOrder terms.conditions.text",
      "takeOnlineOrder changes.0.change.title",
      "takeOnlineOrder changes.0.change.remark",
      "takeOnlineOrder changes.0.change.conditions.text",
      "takeTicket card.name",
      "addNote note",
      "bookAppointment card.name",
      "cancelAppointment card.name",
      "releaseLate card.name",
      "printForm card.name",
      "setWishes who.card.name",
      "showCertificate who.card.name",
      "applyForJob who.card.name",
      "answerCall card.name",
      "sealQuote card.name",
      "openQuotes card.name",
      "markArrived card.name",
      "markDone card.name",
      "markPaid card.name",
      "confirmEvening card.name",
      "openDispute card.name",
      "openDispute statement",
      "recordMediation note",
      "appeal statement",
      "takeReferral hall.name",
      "takeReferral about.job.place",
      "answerReferral who.card.name",
      "endCall note",
      "registerWitnessed name",
      "giveConsent who.card.name",
      "withdrawConsent who.card.name",
      "changeContact who.card.name",
      "correctWorker name",
      "changeTrades who.card.name",
      "wishTraining who.card.name",
      "eraseWorker who.card.name",
      "formCrew members.0.card.name",
      "leaveCrew who.card.name",
      "dissolveCrew who.card.name",
      "recordHelpVisit note",
      "giveOpinion text",
      "openAccount name",
      "seedAccount name",
      "enrolDevice name",
      "publishBoard plan.label",
      "putNotice text",
      "putFair name",
      "putFair place",
    ]
  `);
});

test('what steers, hides or is too long is refused in every text of every command by the field’s own name, and the journal is as it was', async () => {
  const hall = openEngine();
  await hall.ask('takeTicket', { service: 'policy' });
  const head = hall.db.journal.head();
  const wrong: string[] = [];
  let sent = 0;
  for (const type of types) for (const leaf of fieldsOf(type)) for (const [name, text] of Object.entries(steering)) {
    sent += 1;
    const answer = await hall.engine.handle({ ...(leaf.put(text) as object), ...(leaf.path === 'commandId' ? {} : { commandId: `command-steer-${String(sent)}` }) }, actorOf(type));
    const told = answer.ok ? 'done' : `${answer.refusal.code} at ${answer.refusal.field ?? ''}`;
    const here = !answer.ok && answer.refusal.field !== undefined && leaf.path.slice(0, 60).startsWith(answer.refusal.field);
    if (answer.ok || answer.refusal.code === 'internal' || !here) wrong.push(`${type} ${leaf.path} ${name}: ${told}`);
    // What is refused is never repeated to whoever sent it.
    if (JSON.stringify(answer).includes(text.slice(0, 40))) wrong.push(`${type} ${leaf.path} ${name}: said again`);
  }
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThan(4_000);
  expect(hall.db.journal.head()).toEqual(head);
  expect(hall.failures).toEqual([]);
});

test('what only looks like code is taken as words where words are taken, refused by name where they are not, and breaks nothing', async () => {
  const hall = openEngine();
  await hall.ask('takeTicket', { service: 'policy' });
  const wrong: string[] = [];
  let sent = 0;
  for (const type of types) for (const leaf of fieldsOf(type)) for (const [name, text] of Object.entries(lawful)) {
    sent += 1;
    const answer = await hall.engine.handle({ ...(leaf.put(text) as object), ...(leaf.path === 'commandId' ? {} : { commandId: `command-lawful-${String(sent)}` }) }, actorOf(type));
    const code = answer.ok ? 'done' : answer.refusal.code;
    if (code === 'internal') wrong.push(`${type} ${leaf.path} ${name}: internal`);
    // A field of words may find them too long for itself or against the rules of a posting, never malformed for looking like code.
    if (leaf.free && code === 'malformed' && Array.from(text).length <= shortest) wrong.push(`${type} ${leaf.path} ${name}: malformed`);
  }
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThan(3_000);
  expect(hall.failures).toEqual([]);
  // Facts hold ids and codes: of all those words only the terms of postings are in the journal, and there as one JSON string.
  for (const row of hall.db.journal.read(1, 5_000)) expect(() => { JSON.parse(row.body); }).not.toThrow();
});
