/* What can happen to a plan, and every way it says no. A refused event leaves the plan as it was. */
import type { Result } from '../../../result.ts';

/** Weights are whole numbers 1 … 2^50: sums of two stay exact, duals stay below 2^53. */
export const largestWeight = 2 ** 50;
/** More places than any posting has; keeps Σ places·price in reach of its proof. */
export const mostPlaces = 1_000_000;
/** Heads of the largest crew. */
export const largestCrew = 6;
/** Ids are whole numbers 0 … 2^53 − 1 that the caller gives out. */
export type Id = number;

export interface WorkerEdge { readonly posting: Id; readonly weight: number }
export interface PostingEdge { readonly worker: Id; readonly weight: number }

export type PlanEvent =
  /** `size`: heads of a crew that goes together or not at all, 1 when left out; the weight of a crew's pair is the sum over its heads. All events take a crew's id like a worker's. */
  | { readonly type: 'insertWorker'; readonly worker: Id; readonly edges: readonly WorkerEdge[]; readonly size?: number }
  | { readonly type: 'removeWorker'; readonly worker: Id }
  /** a decline by either side: the pair is never planned again; the worker keeps the place in the order */
  | { readonly type: 'killEdge'; readonly worker: Id; readonly posting: Id }
  /** a pair that became possible, for instance because terms improved */
  | { readonly type: 'addEdge'; readonly worker: Id; readonly posting: Id; readonly weight: number }
  | { readonly type: 'openPosting'; readonly posting: Id; readonly places: number; readonly edges: readonly PostingEdge[] }
  | { readonly type: 'closePosting'; readonly posting: Id }
  /** all places of the posting, the locked ones among them */
  | { readonly type: 'changeHeadcount'; readonly posting: Id; readonly places: number }
  /** new weights for the pairs named; the other pairs of the posting keep theirs */
  | { readonly type: 'changeWeights'; readonly posting: Id; readonly edges: readonly PostingEdge[] }
  /** called: worker and place are taken together out of the plan until they are unlocked or the worker is removed */
  | { readonly type: 'lock'; readonly worker: Id; readonly posting: Id }
  | { readonly type: 'unlock'; readonly worker: Id }
  /** a locked pair has agreed: worker and place are gone for good. The posting stays until it is closed, perhaps with no place left; its places are one fewer */
  | { readonly type: 'settle'; readonly worker: Id };

export const planRefusals = [
  'workerUnknown', 'workerKnown', 'postingUnknown', 'postingKnown', 'edgeUnknown', 'edgeKnown', 'edgeTwice',
  'idWrong', 'weightWrong', 'placesWrong', 'sizeWrong', 'placesLocked', 'alreadyLocked', 'notLocked', 'malformed',
] as const;
export interface PlanRefusal { readonly code: (typeof planRefusals)[number]; readonly worker?: Id; readonly posting?: Id }
export type PlanResult<T = undefined> = Result<T, PlanRefusal>;

export const no = (code: PlanRefusal['code'], where: Omit<PlanRefusal, 'code'> = {}): { readonly ok: false; readonly error: PlanRefusal } => ({ ok: false, error: { code, ...where } });

export const isId = (id: number): boolean => Number.isSafeInteger(id) && id >= 0;
/** Of a crew as large as its heads allow together. */
export const isWeight = (weight: number, size = 1): boolean => Number.isInteger(weight) && weight >= 1 && weight <= largestWeight * size;
export const isSize = (size: number): boolean => Number.isInteger(size) && size >= 1 && size <= largestCrew;
export const isPlaces = (places: number): boolean => Number.isInteger(places) && places >= 1 && places <= mostPlaces;
