/* An instance of the plan as text, so that anyone can try it on instances from elsewhere: `p W S E`, then `s seat capacity` and `e worker seat weight` in any order. */
import { isPlaces, isWeight } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import type { Instance } from '@kuaizhao/db/domain/matching/plan/floor.ts';

/** The instance by numbers 0 …, and which ids of the text they stand for, in the order in which the text first names them. */
export interface Read { readonly instance: Instance; readonly workers: readonly number[]; readonly seats: readonly number[] }

/** Enough to see what is wrong with a file; the rest would only repeat it. */
const mostComplaints = 20;

interface Draft {
  header: { workers: number; seats: number; edges: number } | undefined;
  readonly workers: Map<number, number>;
  readonly seats: Map<number, number>;
  readonly capacity: number[];
  readonly edges: { readonly worker: number; readonly seat: number; readonly weight: number; readonly line: number }[];
}

/** Ids are whole numbers, counted from 0 or 1 or any; blank lines and lines that begin with `c` or `#` say nothing. Or every complaint by line number, at most 20. */
export function readInstance(text: string): Read | readonly string[] {
  const draft: Draft = { header: undefined, workers: new Map(), seats: new Map(), capacity: [], edges: [] };
  const complaints: string[] = [];
  const complain = (line: number, what: string): void => { if (complaints.length < mostComplaints) complaints.push(`line ${line}: ${what}`); };
  text.replace(/^\uFEFF/, '').split('\n').forEach((raw, at) => {
    const what = readLine(draft, raw.trim(), at + 1);
    if (what !== undefined) complain(at + 1, what);
  });
  if (draft.header === undefined) return ['line 1: needs "p W S E" first', ...complaints].slice(0, mostComplaints);
  const instance = assemble(draft, complain);
  if (complaints.length === 0) complaints.push(...miscounts(draft, draft.header));
  return complaints.length > 0 ? complaints : { instance, workers: [...draft.workers.keys()], seats: [...draft.seats.keys()] };
}

/** What is wrong with the line, or nothing. */
function readLine(draft: Draft, text: string, line: number): string | undefined {
  if (text === '' || /^(c\b|#)/.test(text)) return undefined;
  const [kind, ...words] = text.split(/\s+/);
  const numbers = words.map((word) => (/^\d{1,16}$/.test(word) ? Number(word) : Number.NaN));
  if (kind !== 'p' && kind !== 's' && kind !== 'e') return 'begins with none of p, s, e';
  if (numbers.length !== { p: 3, s: 2, e: 3 }[kind]) return { p: 'needs "p W S E"', s: 'needs "s seat capacity"', e: 'needs "e worker seat weight"' }[kind];
  const [a, b, c] = [numbers[0] ?? Number.NaN, numbers[1] ?? Number.NaN, numbers[2] ?? Number.NaN];
  // The last number of s and e has its own range and its own words.
  if (!Number.isSafeInteger(a) || (kind !== 's' && !Number.isSafeInteger(b)) || (kind === 'p' && !Number.isSafeInteger(c))) return 'needs whole numbers from 0';
  if (kind === 'p') {
    if (draft.header !== undefined) return 'a second p';
    draft.header = { workers: a, seats: b, edges: c };
    return undefined;
  }
  if (draft.header === undefined) return 'before "p W S E"';
  return kind === 's' ? readSeat(draft, a, b) : readEdge(draft, a, b, c, line);
}

function readSeat(draft: Draft, seat: number, capacity: number): string | undefined {
  if (!isPlaces(capacity)) return 'capacity must be a whole number 1 … 1000000';
  if (draft.seats.has(seat)) return `seat ${seat} a second time`;
  draft.seats.set(seat, draft.seats.size);
  draft.capacity.push(capacity);
  return undefined;
}

function readEdge(draft: Draft, worker: number, seat: number, weight: number, line: number): string | undefined {
  if (!isWeight(weight)) return 'weight must be a whole number 1 … 2^50';
  if (!draft.workers.has(worker)) draft.workers.set(worker, draft.workers.size);
  draft.edges.push({ worker, seat, weight, line });
  return undefined;
}

function assemble({ workers, seats, capacity, edges }: Draft, complain: (line: number, what: string) => void): Instance {
  const seen = new Set<number>();
  const [edgeWorker, edgePosting, edgeWeight] = [new Int32Array(edges.length), new Int32Array(edges.length), new Float64Array(edges.length)];
  edges.forEach(({ worker, seat, weight, line }, edge) => {
    const [from, to] = [workers.get(worker) ?? 0, seats.get(seat)];
    if (to === undefined) { complain(line, `no line "s ${seat} capacity"`); return; }
    const pair = from * seats.size + to;
    if (seen.has(pair)) complain(line, `worker ${worker} and seat ${seat} a second time`);
    seen.add(pair);
    edgeWorker[edge] = from;
    edgePosting[edge] = to;
    edgeWeight[edge] = weight;
  });
  return { workers: workers.size, capacity: Int32Array.from(capacity), edgeWorker, edgePosting, edgeWeight };
}

/** The counts of the first line against what came. Workers without any edge need no line. */
function miscounts(draft: Draft, header: { workers: number; seats: number; edges: number }): string[] {
  return [
    ...(draft.workers.size > header.workers ? [`line 1: says ${header.workers} workers, there are ${draft.workers.size}`] : []),
    ...(draft.seats.size === header.seats ? [] : [`line 1: says ${header.seats} seats, there are ${draft.seats.size} s lines`]),
    ...(draft.edges.length === header.edges ? [] : [`line 1: says ${header.edges} edges, there are ${draft.edges.length} e lines`]),
  ];
}
