/* The door of the plan: everything that can be wrong with an event is found before anything is touched. */
import { isId, isPlaces, isSize, isWeight, no, type Id, type PlanEvent, type PlanRefusal, type PostingEdge, type WorkerEdge } from './event.ts';

/** What the door must know of the plan. */
export interface Known {
  hasWorker(worker: Id): boolean;
  hasPosting(posting: Id): boolean;
  hasEdge(worker: Id, posting: Id): boolean;
  isLocked(worker: Id): boolean;
  /** places of the posting held by locked pairs */
  lockedPlaces(posting: Id): number;
  /** places not locked */
  freePlaces(posting: Id): number;
  sizeOf(worker: Id): number | undefined;
}

/** The first thing wrong with the event, or undefined. */
export function checkEvent(known: Known, event: PlanEvent): PlanRefusal | undefined {
  return checkIds(event) ?? checkKnown(known, event) ?? checkContent(known, event);
}

function checkIds(event: PlanEvent): PlanRefusal | undefined {
  if ('worker' in event && !isId(event.worker)) return no('idWrong', { worker: event.worker }).error;
  if ('posting' in event && !isId(event.posting)) return no('idWrong', { posting: event.posting }).error;
  return undefined;
}

function checkKnown(known: Known, event: PlanEvent): PlanRefusal | undefined {
  if ('worker' in event && known.hasWorker(event.worker) === (event.type === 'insertWorker')) {
    return no(event.type === 'insertWorker' ? 'workerKnown' : 'workerUnknown', { worker: event.worker }).error;
  }
  if ('posting' in event && known.hasPosting(event.posting) === (event.type === 'openPosting')) {
    return no(event.type === 'openPosting' ? 'postingKnown' : 'postingUnknown', { posting: event.posting }).error;
  }
  return undefined;
}

function checkContent(known: Known, event: PlanEvent): PlanRefusal | undefined {
  switch (event.type) {
    case 'insertWorker': return checkSize(event) ?? checkWorkerEdges(known, event);
    case 'removeWorker': case 'closePosting': return undefined;
    case 'unlock': case 'settle': return known.isLocked(event.worker) ? undefined : no('notLocked', { worker: event.worker }).error;
    case 'killEdge': return checkEdge(known, event, true);
    case 'addEdge': return checkEdge(known, event, false) ?? (isWeight(event.weight, known.sizeOf(event.worker)) ? undefined : no('weightWrong', pairOf(event)).error);
    case 'openPosting': return checkPlaces(event) ?? checkPostingEdges(known, event.posting, event.edges, false);
    case 'changeWeights': return checkPostingEdges(known, event.posting, event.edges, true);
    case 'changeHeadcount': return checkPlaces(event) ?? (event.places < known.lockedPlaces(event.posting) ? no('placesLocked', { posting: event.posting }).error : undefined);
    case 'lock':
      if (known.isLocked(event.worker)) return no('alreadyLocked', pairOf(event)).error;
      return checkEdge(known, event, true) ?? (known.freePlaces(event.posting) < (known.sizeOf(event.worker) ?? 1) ? no('placesLocked', { posting: event.posting }).error : undefined);
    default: return no('malformed').error;
  }
}

const pairOf = ({ worker, posting }: { worker: Id; posting: Id }): { worker: Id; posting: Id } => ({ worker, posting });

function checkPlaces({ posting, places }: { posting: Id; places: number }): PlanRefusal | undefined {
  return isPlaces(places) ? undefined : no('placesWrong', { posting }).error;
}

function checkSize({ worker, size = 1 }: { worker: Id; size?: number }): PlanRefusal | undefined {
  return isSize(size) ? undefined : no('sizeWrong', { worker }).error;
}

function checkEdge(known: Known, pair: { worker: Id; posting: Id }, there: boolean): PlanRefusal | undefined {
  if (known.hasEdge(pair.worker, pair.posting) === there) return undefined;
  return no(there ? 'edgeUnknown' : 'edgeKnown', pairOf(pair)).error;
}

function checkWorkerEdges(known: Known, { worker, edges, size = 1 }: { worker: Id; edges: readonly WorkerEdge[]; size?: number }): PlanRefusal | undefined {
  const seen = new Set<Id>();
  for (const { posting, weight } of edges) {
    if (!known.hasPosting(posting)) return no('postingUnknown', { posting }).error;
    if (!isWeight(weight, size)) return no('weightWrong', { worker, posting }).error;
    if (seen.has(posting)) return no('edgeTwice', { worker, posting }).error;
    seen.add(posting);
  }
  return undefined;
}

function checkPostingEdges(known: Known, posting: Id, edges: readonly PostingEdge[], there: boolean): PlanRefusal | undefined {
  const seen = new Set<Id>();
  for (const { worker, weight } of edges) {
    if (!known.hasWorker(worker)) return no('workerUnknown', { worker }).error;
    if (!isWeight(weight, known.sizeOf(worker))) return no('weightWrong', { worker, posting }).error;
    if (seen.has(worker)) return no('edgeTwice', { worker, posting }).error;
    if (there && !known.hasEdge(worker, posting)) return no('edgeUnknown', { worker, posting }).error;
    seen.add(worker);
  }
  return undefined;
}
