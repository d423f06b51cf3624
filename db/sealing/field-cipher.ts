/* Personal fields at rest: a box a field, bound to its row and column, and blind indexes for looking up. The first byte of a box is its head: by which suite and which key it was made. */
import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { Personal } from '../domain/people/personal.ts';
import { ringOf, type KeyRing } from './key-file.ts';
import { createSealedBox, type SealedBox } from './sealed-box.ts';
import { suites, type SuiteKeys, type SuiteName } from './suites.ts';

/** The international suite with the first key: all that was sealed before there were others. Its indexes are bare 16 bytes, those of every other head have the head in front. */
const firstHead = 1;
const indexBytes = 16;
const headOf = (suiteId: number, keyId: number): number => (suiteId << 4) | keyId;
/** Of a box or of an index. */
export const headOfBox = (box: Buffer): number => box[0] ?? 0;
export const headOfIndex = (index: Buffer): number => (index.length === indexBytes ? firstHead : index[0] ?? 0);
export const keyIdOfHead = (head: number): number => head & 15;
export const suiteOfHead = (head: number): SuiteName => suites.find(({ id }) => id === head >> 4)?.name ?? 'international';

export interface Sealing {
  readonly suite?: SuiteName;
  /** Heads that stored indexes may still have beside the newest, asked for at every look. */
  readonly older?: () => readonly number[];
}

export interface FieldCipher {
  /** what is sealed now has it */
  readonly head: number;
  /** Whether the key file can open what has this head. */
  knows(head: number): boolean;
  /** Box = head, iv, tag, text. `where` is `table|row|column`: a box copied elsewhere does not open. */
  seal(text: string, where: string): Buffer;
  open(box: Buffer, where: string): Personal;
  /** The same text always gives the same bytes, and nothing else can be learnt from them without the key. */
  blindIndex(text: string, column: string): Buffer;
  /** The newest first, then those of older heads that rows may still have. */
  blindIndexes(text: string, column: string): readonly Buffer[];
  /** The index of `text` under a head of old: for finding what is to be changed. */
  blindIndexOf(head: number, text: string, column: string): Buffer;
  /** Whether it was made of this text, by whatever head. */
  isIndexOf(index: Buffer, text: string, column: string): boolean;
  /** The blind index of what a box holds. */
  indexBox(box: Buffer, where: string, column: string): Buffer;
  /** The same by a head of old, whatever the head of the box. */
  indexBoxOf(head: number, box: Buffer, where: string, column: string): Buffer;
  /** The same text in a box for another place, or for the same with the newest head. */
  moveBox(box: Buffer, from: string, to: string): Buffer;
  /** 128 bits that stand on a paper: the same whatever key is the newest. */
  paperCode(text: string, column: string): Buffer;
  /** what kiosks close for this hall; its public key is the newest's, and boxes for an older key open as long as that one is there */
  readonly box: SealedBox;
  /** what the city closes for this hall, and halls for the city */
  readonly envelope: SealedBox;
  /** of older keys: what was closed before anybody heard of the newest */
  readonly olderEnvelopes: readonly SealedBox[];
}

/** `keys`: a ring, or a single key of 32 bytes. Throws when the suite cannot be used here. */
export function createFieldCipher(keys: KeyRing | Buffer, { suite = 'international', older = () => [] }: Sealing = {}): FieldCipher {
  const ring = Buffer.isBuffer(keys) ? ringOf(keys) : keys;
  const newest = ring.keys.at(-1);
  if (newest === undefined) throw new Error('a ring without a key seals nothing');
  const seed = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
  const head = headOf(suites.find((one) => one.name === suite)?.id ?? 0, newest.id);
  const using = heads(ring);
  const now = using(head);
  const seal = (text: Buffer, where: string): Buffer => Buffer.concat([Buffer.of(head), now.seal(text, Buffer.from(`${where}|${head}`))]);
  const open = (box: Buffer, where: string): Buffer => using(headOfBox(box)).open(box.subarray(1), Buffer.from(`${where}|${headOfBox(box)}`));
  const blindIndexOf = (of: number, text: string, column: string): Buffer => {
    const index = using(of).index(`${column}|${text}`);
    return of === firstHead ? index : Buffer.concat([Buffer.of(of), index]);
  };
  const blindIndex = (text: string, column: string): Buffer => blindIndexOf(head, text, column);
  const newestFirst = [...ring.keys].reverse();
  const boxes = newestFirst.map(({ key }) => createSealedBox(seed(key, 'kuaizhao sealed box'), 'kuaizhao sealed card'));
  const slipsKey = createSecretKey(ring.slips);
  const envelopeOf = (key: Buffer): SealedBox => createSealedBox(seed(key, 'kuaizhao envelope key'), 'kuaizhao envelope');
  return {
    head, blindIndex, blindIndexOf,
    knows: (of) => suites.some(({ id }) => id === of >> 4) && ring.keys.some(({ id }) => id === keyIdOfHead(of)),
    seal: (text, where) => seal(Buffer.from(text, 'utf8'), where),
    open: (box, where) => new Personal(open(box, where).toString('utf8')),
    blindIndexes: (text, column) => [blindIndex(text, column), ...older().map((of) => blindIndexOf(of, text, column))],
    isIndexOf: (index, text, column) => index.equals(blindIndexOf(headOfIndex(index), text, column)),
    indexBox: (box, where, column) => blindIndex(open(box, where).toString('utf8'), column),
    indexBoxOf: (of, box, where, column) => blindIndexOf(of, open(box, where).toString('utf8'), column),
    moveBox: (box, from, to) => seal(open(box, from), to),
    paperCode: (text, column) => createHmac('sha256', slipsKey).update(`${column}|${text}`).digest().subarray(0, indexBytes),
    box: {
      publicKey: boxes[0]?.publicKey ?? '',
      open: (box, where) => boxes.reduce<string | undefined>((found, one) => found ?? one.open(box, where), undefined),
    },
    envelope: envelopeOf(newest.key),
    olderEnvelopes: newestFirst.slice(1).map(({ key }) => envelopeOf(key)),
  };
}

/** The keys of a head, made when first asked for. */
function heads(ring: KeyRing): (head: number) => SuiteKeys {
  const made = new Map<number, SuiteKeys>();
  return (head) => {
    const known = made.get(head);
    if (known !== undefined) return known;
    const [suite, key] = [suites.find(({ id }) => id === head >> 4), ring.keys.find(({ id }) => id === keyIdOfHead(head))?.key];
    if (suite === undefined || key === undefined) throw new Error(`unable to authenticate data of key ${keyIdOfHead(head)}, suite ${head >> 4}: the key file does not have it`);
    const keys = suite.use(key);
    made.set(head, keys);
    return keys;
  };
}
