/* A social-security card in software: answers APDUs as the true one does, files and all, and can be one of a city that withholds the number. */
import iconv from 'iconv-lite';
import type { SocialCardRead } from '../../ports.ts';
import { applicationName } from '../apdus.ts';

/** `withheld`: the person file wants a key. `absent`: it is not on the card. `otherCard`: a bank card. `getResponse`: answers come in two steps, as with T=0. */
export type VirtualCardKind = 'open' | 'withheld' | 'absent' | 'otherCard' | 'getResponse';

const ok = [0x90, 0x00] as const;
const [notFound, withheld, wrongLength, unknown] = [[0x6a, 0x82], [0x69, 0x82], 0x6c, [0x6d, 0x00]] as const;

const record = (tag: number, value: Uint8Array): Uint8Array => Uint8Array.of(tag, value.length, ...value);
function padded(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(iconv.encode(text, 'gb18030').subarray(0, length));
  return bytes;
}

/** Each answer with its status bytes; never throws. */
export function createVirtualCard(person: SocialCardRead, kind: VirtualCardKind = 'open'): (apdu: Uint8Array) => Uint8Array {
  const files: Readonly<Record<number, ReadonlyMap<number, Uint8Array>>> = {
    0xef05: new Map([[1, record(0x01, padded('3701000000000000', 16))], [7, record(0x07, padded(person.cardNumber ?? '', 9))]]),
    0xef06: new Map([[1, record(0x08, padded(person.number, 18))], [2, record(0x09, padded(person.name, 30))]]),
  };
  let inApplication = false;
  let file: number | undefined;
  let rest: Uint8Array = new Uint8Array(0);

  const select = (apdu: Uint8Array): Uint8Array => {
    const data = apdu.subarray(5, 5 + (apdu[4] ?? 0));
    if (apdu[2] === 0x04) {
      inApplication = kind !== 'otherCard' && Buffer.from(data).equals(applicationName);
      file = undefined;
      return Uint8Array.from(inApplication ? ok : notFound);
    }
    const name = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
    if (!inApplication || !Object.hasOwn(files, name) || (kind === 'absent' && name === 0xef06)) return Uint8Array.from(notFound);
    file = name;
    return Uint8Array.from(ok);
  };
  const read = (apdu: Uint8Array): Uint8Array => {
    const found = file === undefined ? undefined : files[file]?.get(apdu[2] ?? 0);
    if (found === undefined) return Uint8Array.of(0x6a, 0x83);
    if (file === 0xef06 && kind === 'withheld') return Uint8Array.from(withheld);
    const wanted = apdu[4] ?? 0;
    if (wanted !== 0 && wanted !== found.length) return Uint8Array.of(wrongLength, found.length);
    if (kind !== 'getResponse') return Uint8Array.of(...found, ...ok);
    rest = found;
    return Uint8Array.of(0x61, found.length);
  };
  return (apdu) => {
    if (apdu[0] !== 0x00) return Uint8Array.of(0x6e, 0x00);
    if (apdu[1] === 0xa4) return select(apdu);
    if (apdu[1] === 0xb2) return read(apdu);
    return apdu[1] === 0xc0 ? Uint8Array.of(...rest, ...ok) : Uint8Array.from(unknown);
  };
}
