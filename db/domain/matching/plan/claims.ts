/* The plan as it claims to be, copied out of the floor for checkers that share nothing with it. */
import type { Claim } from './certificate.ts';
import type { CrewClaim } from './crews/check-crews.ts';
import type { CrewRoll } from './crews/crew.ts';
import type { Floor } from './floor.ts';
import type { Singles } from './singles.ts';

/** `held`: locked worker → posting. Places that crews have are not among the places. */
export function claimOf(floor: Floor, held: ReadonlyMap<number, number>): Claim {
  const { ofWorker } = floor;
  let edges = 0;
  for (let worker = 0; worker < floor.workers; worker += 1) edges += ofWorker.length[worker] as number;
  const [edgeWorker, edgePosting, edgeWeight] = [new Int32Array(edges), new Int32Array(edges), new Float64Array(edges)];
  for (let worker = 0, edge = 0; worker < floor.workers; worker += 1) {
    const [from, length] = [ofWorker.start[worker] as number, ofWorker.length[worker] as number];
    edgeWorker.fill(worker, edge, edge + length);
    edgePosting.set(ofWorker.node.subarray(from, from + length), edge);
    edgeWeight.set(ofWorker.weight.subarray(from, from + length), edge);
    edge += length;
  }
  const [at, locked, places] = [floor.at.slice(0, floor.workers), new Uint8Array(floor.workers), floor.capacity.slice(0, floor.postings)];
  for (const [worker, posting] of held) {
    at[worker] = posting;
    locked[worker] = 1;
    places[posting] = (places[posting] as number) + 1;
  }
  return { edgeWorker, edgePosting, edgeWeight, places, at, locked, gain: floor.gain.slice(0, floor.workers), price: floor.price.slice(0, floor.postings) };
}

export function crewClaimOf(floor: Floor, singles: Singles, roll: CrewRoll): CrewClaim {
  const singlesAt = floor.filled.slice(0, floor.postings);
  const places = floor.capacity.slice(0, floor.postings);
  for (let posting = 0; posting < floor.postings; posting += 1) {
    const locked = singles.locked(posting);
    singlesAt[posting] = (singlesAt[posting] as number) + locked;
    places[posting] = (places[posting] as number) + locked + roll.heads(posting, true) + roll.heads(posting, false);
  }
  const crews = [...roll.all()].map(({ id, size, at, locked, weights }) => ({ id, size, at, locked, weights: [...weights] }));
  return { crews, places, singlesAt };
}
