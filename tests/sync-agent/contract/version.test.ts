/* A wire cannot change silently: when a shape changes, its version goes up and the new hash is written here. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import { answerSchema } from '@kuaizhao/sync-agent/contract/answer.ts';
import { boardChangeSchema, boardEchoSchema, boardOrderSchema, boardPaintedSchema, boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { deskSchema, floorStateSchema, signInReplySchema, signInSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { deviceReportSchema, kioskDownSchemas } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import { handshakeSchema } from '@kuaizhao/sync-agent/contract/lan.ts';
import { batchSchema, helloReplySchema, helloSchema, pushReplySchema, pushSchema } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { leftoversReplySchema, leftoversSchema, poolAnswerReplySchema, poolAnswerSchema, referralMessageSchema, referralReplySchema } from '@kuaizhao/sync-agent/contract/pool.ts';
import { lanVersion, uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';

const hash = (schemas: readonly z.ZodType[]): string =>
  createHash('sha256').update(JSON.stringify(schemas.map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })))).digest('hex').slice(0, 16);

test('the LAN: commands, answers, faces', () => {
  const now = hash([
    commandSchema, answerSchema, handshakeSchema, boardStateSchema, boardEchoSchema, boardChangeSchema, boardOrderSchema, boardPaintedSchema, deskSchema, floorStateSchema, signInSchema, signInReplySchema,
    deviceReportSchema, ...Object.values(kioskDownSchemas),
  ]);
  expect({ lanVersion, now }).toEqual({ lanVersion: 5, now: '0cb442a189013e89' });
});

test('the uplink: hello, push, rows and the facts inside them', () => {
  const now = hash([helloSchema, helloReplySchema, pushSchema, pushReplySchema, batchSchema, factSchema]);
  expect({ uplinkVersion, now }).toEqual({ uplinkVersion: 4, now: '58877fa773e6c4f6' });
});

test('the uplink: the pool of the city', () => {
  const now = hash([leftoversSchema, leftoversReplySchema, referralMessageSchema, referralReplySchema, poolAnswerSchema, poolAnswerReplySchema]);
  expect({ uplinkVersion, now }).toEqual({ uplinkVersion: 4, now: '2e9893eacd364a4f' });
});
