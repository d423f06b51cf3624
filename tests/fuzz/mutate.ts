/* What a bad wire does to bytes, by seed: flips, cuts, joins, lost and doubled runs, noise, heads where none belong; and the cuts in which bytes arrive. */

export interface Chance {
  /** 0 inclusive to `below` exclusive */
  nat(below: number): number;
  bytes(length: number): Uint8Array;
}

export const chanceOf = (random: () => number): Chance => ({
  nat: (below) => Math.floor(random() * below),
  bytes: (length) => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
});

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

/** One to four bits, anywhere. */
const flips: Mutation = (bytes, chance) => {
  const changed = Uint8Array.from(bytes);
  for (let left = 1 + chance.nat(4); left > 0 && changed.length > 0; left--) {
    const at = chance.nat(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << chance.nat(8));
  }
  return changed;
};
const cut: Mutation = (bytes, chance) => bytes.slice(0, chance.nat(bytes.length + 1));
const beheaded: Mutation = (bytes, chance) => bytes.slice(chance.nat(bytes.length + 1));
const lostRun: Mutation = (bytes, chance) => {
  const at = chance.nat(bytes.length + 1);
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + chance.nat(40)));
};
const doubledRun: Mutation = (bytes, chance) => {
  const at = chance.nat(bytes.length + 1);
  return joined(bytes.subarray(0, at + chance.nat(60)), bytes.subarray(at));
};
const noiseInside: Mutation = (bytes, chance) => {
  const at = chance.nat(bytes.length + 1);
  return joined(bytes.subarray(0, at), chance.bytes(1 + chance.nat(30)), bytes.subarray(at));
};
const overwritten: Mutation = (bytes, chance) => {
  const changed = Uint8Array.from(bytes);
  const run = chance.bytes(1 + chance.nat(16));
  changed.set(run.subarray(0, changed.length), chance.nat(Math.max(1, changed.length - run.length)));
  return changed;
};

/** `head` is what begins a message of this wire. */
export function createMutator(chance: Chance, head: Uint8Array): (bytes: Uint8Array) => Uint8Array {
  const headInside: Mutation = (bytes) => {
    const at = chance.nat(bytes.length + 1);
    return joined(bytes.subarray(0, at), head, bytes.subarray(at));
  };
  /** Two bytes behind the head: where most wires keep a length. */
  const wrongLength: Mutation = (bytes) => {
    const changed = Uint8Array.from(bytes);
    const wrong = chance.bytes(2);
    if (changed.length >= head.length + 2) changed.set(wrong, head.length);
    return changed;
  };
  const extraHead: Mutation = (bytes) => joined(head.subarray(0, 1 + chance.nat(head.length)), bytes);
  const mutations = [flips, flips, cut, beheaded, lostRun, doubledRun, noiseInside, overwritten, headInside, wrongLength, extraHead];
  return (bytes) => {
    let changed = bytes;
    for (let left = 1 + chance.nat(2); left > 0; left--) changed = (mutations[chance.nat(mutations.length)] ?? flips)(changed, chance);
    return changed;
  };
}

/** The pieces in which a stream arrives. */
export function pieces(bytes: Uint8Array, chance: Chance): Uint8Array[] {
  const cuts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = chance.nat(8) === 0 ? 1 + chance.nat(4) : 1 + chance.nat(900);
    cuts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return cuts;
}
