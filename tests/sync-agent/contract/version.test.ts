/* A wire cannot change silently: when a shape changes, its version goes up and the new hash is written here. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import { answerSchema } from '@kuaizhao/sync-agent/contract/answer.ts';
import { boardChangeSchema, boardEchoSchema, boardOrderSchema, boardPaintedSchema, boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { cityTradesSchema, staffListSchema, deskSchema, floorStateSchema, signInReplySchema, signInSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { cityAnswerSchema, cityChangeSchema, cityDeskSchema, cityDeskVersion, cityEraseSchema, cityErasedSchema, cityHandshakeSchema, citySetPinSchema, citySignInReplySchema, citySignInSchema } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { cityQuestions } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { entrySchemas } from '@kuaizhao/db/domain/registry/entries.ts';
import { deviceReportSchema, kioskDownSchemas } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import { handshakeSchema } from '@kuaizhao/sync-agent/contract/lan.ts';
import { batchSchema, helloReplySchema, helloSchema, pushReplySchema, pushSchema } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { auditHeadMessageSchema, auditHeadReplySchema } from '@kuaizhao/sync-agent/contract/city/audit-heads.ts';
import { newsSchema, ownRowsSchema, pageRowsSchema, pullReplySchema, pullSchema } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { leftoversReplySchema, leftoversSchema, poolAnswerReplySchema, poolAnswerSchema, referralMessageSchema, referralReplySchema } from '@kuaizhao/sync-agent/contract/pool.ts';
import { lanVersion, uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';

const hash = (schemas: readonly z.ZodType[]): string =>
  createHash('sha256').update(JSON.stringify(schemas.map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })))).digest('hex').slice(0, 16);

test('the LAN: commands, answers, faces', () => {
  const now = hash([
    commandSchema, answerSchema, handshakeSchema, boardStateSchema, boardEchoSchema, boardChangeSchema, boardOrderSchema, boardPaintedSchema, deskSchema, floorStateSchema, signInSchema, signInReplySchema,
    deviceReportSchema, cityTradesSchema, staffListSchema, ...Object.values(kioskDownSchemas),
  ]);
  expect({ lanVersion, now }).toEqual({ lanVersion: 18, now: '03d14cc95fdff84b' });
});

test('the uplink: hello, push, rows and the facts inside them', () => {
  const now = hash([auditHeadMessageSchema, auditHeadReplySchema, helloSchema, helloReplySchema, pushSchema, pushReplySchema, batchSchema, factSchema]);
  expect({ uplinkVersion, now }).toEqual({ uplinkVersion: 19, now: '7f27e893ac6f81ca' });
});

test('the uplink: the pool of the city', () => {
  const now = hash([leftoversSchema, leftoversReplySchema, referralMessageSchema, referralReplySchema, poolAnswerSchema, poolAnswerReplySchema]);
  expect({ uplinkVersion, now }).toEqual({ uplinkVersion: 19, now: 'b0cc980802a8db06' });
});

test('the uplink: feeds of the city', () => {
  const now = hash([pullSchema, pullReplySchema, pageRowsSchema, ownRowsSchema, newsSchema]);
  expect({ uplinkVersion, now }).toEqual({ uplinkVersion: 19, now: '6ab9650b96ac2390' });
});

test('the desk of the city: sign-in, questions, changes, entries', () => {
  const now = hash([cityHandshakeSchema, cityDeskSchema, citySignInSchema, citySignInReplySchema, citySetPinSchema, cityChangeSchema, cityEraseSchema, cityErasedSchema, cityAnswerSchema, ...Object.values(cityQuestions).flatMap(({ request, reply }) => [request, reply]), ...Object.values(entrySchemas)]);
  expect({ cityDeskVersion, now }).toEqual({ cityDeskVersion: 11, now: '44044290c7cd10a2' });
});
