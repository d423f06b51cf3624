/* The bytes of the wire: every vector decodes, every damage ends in nothing or in the right person, never in an exception or another person. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCardData, decodeCardText } from '@kuaizhao/hardware/id-card/card-text/decode-card.ts';
import { encodeCardData, encodeCardText } from '@kuaizhao/hardware/id-card/card-text/encode-card.ts';
import { createFrameParser, encodeFrame, lenLimit } from '@kuaizhao/hardware/id-card/frames.ts';
import { samIdBytes, samIdText } from '@kuaizhao/hardware/id-card/sam-id.ts';
import { replyCode } from '@kuaizhao/hardware/id-card/reply-codes.ts';
import { samCommands } from '@kuaizhao/hardware/id-card/sam-commands.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import { hex, people, vectorNames, vectors } from './vectors.ts';

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** The persons that a stream of bytes gives, however it is cut. */
const personsIn = (pieces: readonly Uint8Array[]): CardRead[] => {
  const parser = createFrameParser('reply');
  return pieces
    .flatMap((piece) => parser.feed(piece))
    .filter((body) => replyCode(body[2] ?? 0).meaning === 'ok')
    .flatMap((body) => decodeCardData(body.subarray(3)) ?? []);
};

describe('vectors', () => {
  test.each(vectorNames)('%s decodes to its person', (name) => {
    expect(personsIn([hex(vectors.cards[name].frameHex)])).toEqual([people[name]]);
  });
  test.each(vectorNames)('%s is encoded to the same text, but for the fields we do not keep', (name) => {
    expect(decodeCardText(encodeCardText(people[name]))).toEqual(people[name]);
  });
  test.each(['resident', 'uyghurName'] as const)('%s is encoded to the very bytes of the table', (name) => {
    expect(toHex(encodeCardText(people[name]))).toBe(vectors.cards[name].textHex);
  });
  test('requests are the bytes of the table', () => {
    expect(Object.fromEntries(Object.values(samCommands).map(({ name, body }) => [name, toHex(encodeFrame(Uint8Array.from(body)))]))).toEqual({
      status: vectors.commands['status'], samId: vectors.commands['samid'], find: vectors.commands['find'], select: vectors.commands['select'],
      read: vectors.commands['readBase'], managementNumber: vectors.commands['mgmtNo'], newAddress: vectors.commands['newAddr'],
    });
  });
  test('hardware.md §1 every short reply is one frame, and its code has a meaning and a name of its own', () => {
    for (const [code, frame] of Object.entries(vectors.shortReplies)) {
      const [body, ...more] = createFrameParser('reply').feed(hex(frame));
      expect(more).toEqual([]);
      expect(body?.[2]).toBe(Number.parseInt(code, 16));
      expect(replyCode(body?.[2] ?? 0).meaning).not.toBe('unlisted');
    }
    const names = Object.keys(vectors.shortReplies).map((code) => replyCode(Number.parseInt(code, 16)).name);
    expect(new Set(names).size).toBe(names.length);
  });
  test('SAM id', () => {
    const [body] = createFrameParser('reply').feed(hex(vectors.samid.hex));
    expect(samIdText(body?.subarray(3) ?? new Uint8Array())).toBe(vectors.samid.text);
    expect(samIdText(samIdBytes(vectors.samid.text))).toBe(vectors.samid.text);
  });
});

describe('damage', () => {
  test.each(vectorNames)('%s: no truncation gives a person, and the next whole frame is read', (name) => {
    const frame = hex(vectors.cards[name].frameHex);
    for (let length = 0; length < frame.length; length++) {
      expect(personsIn([frame.subarray(0, length)])).toEqual([]);
    }
    for (let length = 3; length < frame.length; length += 64) {
      expect(personsIn([frame.subarray(0, length), frame, frame])).toContainEqual(people[name]);
    }
  });
  test('resident: each byte changed to each of the 255 other values gives nobody', () => {
    const frame = hex(vectors.cards.resident.frameHex);
    const taken: string[] = [];
    for (let at = 0; at < frame.length; at++) {
      const original = frame[at] ?? 0;
      for (let value = 0; value < 256; value++) {
        if (value === original) continue;
        frame[at] = value;
        if (personsIn([frame]).length > 0) taken.push(`byte ${at} as ${value}`);
      }
      frame[at] = original;
    }
    expect(taken).toEqual([]);
  });
  test.each(vectorNames)('%s: each byte changed once gives nobody', (name) => {
    const frame = hex(vectors.cards[name].frameHex);
    for (let at = 0; at < frame.length; at++) {
      const original = frame[at] ?? 0;
      frame[at] = original ^ (1 << at % 8);
      expect(personsIn([frame])).toEqual([]);
      frame[at] = original;
    }
  });
  test('cut anywhere, with noise and extra AA between frames, each frame is found', () => {
    // Noise may not contain 96, or it could by chance begin a frame that swallows the true one until its XOR fails; that case has its own test below.
    const noise = fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.map((byte) => (byte === 0x96 ? 0 : byte)));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...vectorNames), noise, fc.nat(4)), { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.integer({ min: 1, max: 200 })), (cards, cuts) => {
        const stream = Uint8Array.from(cards.flatMap(([name, before, extra]) => [...before, ...Array.from({ length: extra }, () => 0xaa), ...hex(vectors.cards[name].frameHex)]));
        const pieces: Uint8Array[] = [];
        for (let at = 0; at < stream.length;) {
          const length = cuts.next().value as number;
          pieces.push(stream.subarray(at, at + length));
          at += length;
        }
        expect(personsIn(pieces)).toEqual(cards.map(([name]) => people[name]));
      }),
      { numRuns: 60, verbose: 1 },
    );
  });
  test('a false head is dropped when its XOR fails, and the true frame inside it is found', () => {
    const falseHead = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x05, 0x00);
    const frame = hex(vectors.cards.hmtJ.frameHex);
    expect(personsIn([falseHead, frame, new Uint8Array(8)])).toEqual([people.hmtJ]);
  });
  test('any bytes: never an exception, never more held than one frame', () => {
    const wild = fc.oneof(fc.uint8Array({ maxLength: 6_000 }), fc.array(fc.constantFrom(0xaa, 0x96, 0x69, 0x05, 0x08, 0x00, 0xff), { maxLength: 6_000 }).map((bytes) => Uint8Array.from(bytes)));
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 4 }), (pieces) => {
        const parser = createFrameParser('reply');
        for (const piece of pieces) {
          parser.feed(piece);
          expect(parser.held()).toBeLessThanOrEqual(lenLimit + 7);
        }
      }),
      { numRuns: 80, verbose: 1 },
    );
  });
});

describe('text', () => {
  const unit = fc.integer({ min: 0x21, max: 0xffff }).filter((code) => code !== 0x7f).map((code) => String.fromCharCode(code));
  const word = (max: number): fc.Arbitrary<string> => fc.array(unit, { minLength: 1, maxLength: max }).map((units) => units.join(''));
  test('any name and address survive, rare units and inner spaces too', () => {
    fc.assert(
      fc.property(word(7), word(7), word(30), fc.constantFrom('97', '98', '56'), (first, second, address, ethnicGroup) => {
        const card: CardRead = { ...people.resident, name: `${first} ${second}`, address, ethnicGroup };
        expect(decodeCardData(encodeCardData(card))).toEqual(card);
      }),
      { verbose: 1 },
    );
  });
  test('a foreigner without a Chinese name is called by the English one', () => {
    const card: CardRead = { ...people.foreigner2023Y, name: 'ANNA LEE', englishName: 'ANNA LEE' };
    expect(decodeCardText(encodeCardText(card))).toEqual(card);
  });
  test('an English name that breaks at a space keeps the space', () => {
    const englishName = `${'A'.repeat(34)} ${'B'.repeat(11)}`;
    expect(decodeCardText(encodeCardText({ ...people.foreigner2023Y, englishName }))?.englishName).toBe(englishName);
  });
  test.each([['type flag', 248, 'Q'], ['sex', 30, '3'], ['birth', 36, 'x'], ['number', 122, 'x'], ['name', 0, '\u0007']])('a wrong %s is unreadable', (_what, offset, character) => {
    const text = encodeCardText(people.resident);
    text[offset] = character.charCodeAt(0);
    text[offset + 1] = 0;
    expect(decodeCardText(text)).toBeUndefined();
  });
  test('number, birthday and sex of a card say the same, and the check digit holds: else it is unreadable', () => {
    const { number } = people.resident;
    const others = [{ birth: '19491230' }, { sex: 'male' as const }, { number: `${number.slice(0, 17)}1` }, { number: `12${number.slice(2)}` }];
    for (const other of others) expect(decodeCardText(encodeCardText({ ...people.resident, ...other }))).toBeUndefined();
  });
  test('any 256 bytes: never an exception', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 256, maxLength: 256 }), (bytes) => {
      const card = decodeCardText(bytes);
      expect(card === undefined || card.name.length > 0).toBe(true);
    }), { verbose: 1 });
  });
});
