/* Where a crew goes: prices name the few postings worth a try, and each try says exactly what the others lose. */
import { nowhere, type Floor } from '../floor.ts';
import { bestOffer, givePlaces, takePlaces } from '../search/repair.ts';
import type { Crew, CrewRoll } from './crew.ts';

/** Postings and exchanges tried for one crew, the most promising first; prices seldom leave more than two in doubt. */
const mostTried = 4;
const mostExchanged = 3;
/** No search is worth less than this part of a crew's weight: a minute of arrival is more, a better fit is not. */
const worthMoving = 2 ** -16;

/** What a crew would gain at a posting by prices, at most: places are never cheaper than they say. */
interface Hope { readonly posting: number; readonly gain: number }
interface Exchange extends Hope { readonly instead: Crew }

export class Seating {
  private readonly floor: Floor;
  private readonly roll: CrewRoll;

  constructor(floor: Floor, roll: CrewRoll) {
    this.floor = floor;
    this.roll = roll;
  }

  /** Takes its places out of the market, of which there are enough. Gives what the others lose; when it would be `most` or more nothing is taken, and it gives Infinity. */
  private sit(crew: Crew, posting: number, most = Infinity): number {
    let cost = 0;
    for (let left = crew.size - 1; left >= 0; left -= 1) {
      cost += takePlaces(this.floor, posting, 1);
      if (cost + left * this.placePrice(posting) < most) continue;
      givePlaces(this.floor, posting, crew.size - left);
      return Infinity;
    }
    this.roll.stand(crew, posting);
    return cost;
  }

  /** Its places are everybody's again; gives what the others win. */
  rise(crew: Crew): number {
    const { at } = crew;
    if (at === nowhere) return 0;
    this.roll.step(crew);
    return givePlaces(this.floor, at, crew.size);
  }

  /** To a posting where it is to be, whatever that costs; planned crews go when there is no room. Gives who had to go. */
  force(crew: Crew, posting: number): readonly Crew[] {
    this.rise(crew);
    const gone = this.makeRoom(posting, crew.size);
    this.sit(crew, posting);
    return gone;
  }

  /** What a place of the posting costs; where crews have them all, the most that anybody who goes alone would give for one. */
  placePrice(posting: number): number {
    return (this.floor.capacity[posting] as number) > 0 ? this.floor.price[posting] as number : bestOffer(this.floor, posting);
  }

  /** What the crew gains where it is, by prices: below 0 when others would give more for its places. */
  gainNow(crew: Crew): number {
    return crew.at === nowhere ? 0 : (crew.weights.get(crew.at) ?? 0) - crew.size * this.placePrice(crew.at);
  }

  /** How much more than now the whole could gain by this crew, by prices, at most. */
  hope(crew: Crew): number {
    const [direct, exchange] = [this.hopes(crew)[0]?.gain ?? 0, this.exchanges(crew)[0]?.gain ?? 0];
    return Math.max(direct, exchange) - this.leastGain(crew);
  }

  /** Prices must promise more than this for a try. */
  private leastGain(crew: Crew): number {
    return crew.at === nowhere ? 0 : this.gainNow(crew) + worthMoving * (crew.weights.get(crew.at) ?? 0);
  }

  private hopes(crew: Crew): Hope[] {
    const { capacity, price } = this.floor;
    const hopes: Hope[] = [];
    for (const [posting, weight] of crew.weights) {
      if ((capacity[posting] as number) < crew.size) continue;
      const gain = weight - crew.size * (price[posting] as number);
      if (gain > 0) hopes.push({ posting, gain });
    }
    return hopes.sort((a, b) => b.gain - a.gain || a.posting - b.posting);
  }

  /** Where another crew would have to go: what this one gains there, and what the other loses by seeking anew. */
  private exchanges(crew: Crew): Exchange[] {
    const exchanges: Exchange[] = [];
    for (const [posting, weight] of crew.weights) {
      const there = this.roll.at(posting);
      if (there.length === 0 || crew.at === posting) continue;
      const own = weight - crew.size * this.placePrice(posting);
      const places = this.floor.capacity[posting] as number;
      for (const instead of there) {
        if (instead.locked || places + instead.size < crew.size) continue;
        const gain = own - this.gainNow(instead) + (this.hopes(instead)[0]?.gain ?? 0);
        if (gain > 0) exchanges.push({ posting, gain, instead });
      }
    }
    return exchanges.sort((a, b) => b.gain - a.gain || a.posting - b.posting || a.instead.id - b.instead.id);
  }

  /** To where the whole gains by it, perhaps in exchange for another crew that goes elsewhere. The whole never loses. True when anything changed. */
  settle(crew: Crew): boolean {
    if (crew.at === nowhere ? this.enter(crew) > 0 : this.move(crew)) return true;
    const least = this.leastGain(crew);
    for (const exchange of this.exchanges(crew).slice(0, mostExchanged)) {
      if (exchange.gain <= least) return false;
      if (this.tryExchange(crew, exchange)) return true;
    }
    return false;
  }

  /** Who is nowhere sits down where prices promise most and the whole gains; gives by how much, 0 for nowhere. Should prices have promised too much, `settle` sees more elsewhere later. */
  enter(crew: Crew): number {
    for (const { posting } of this.hopes(crew).slice(0, mostTried)) {
      const weight = crew.weights.get(posting) ?? 0;
      const cost = this.sit(crew, posting, weight);
      if (cost !== Infinity) return weight - cost;
    }
    return 0;
  }

  /** Takes the new places first: if that costs too much, the old ones were never left. */
  private move(crew: Crew): boolean {
    const before = crew.at;
    const weight = crew.weights.get(before) ?? 0;
    if (this.gainNow(crew) < 0) {
      // Others would give more for its places: it may be that it is better nowhere.
      if (this.rise(crew) > weight) { this.enter(crew); return true; }
      this.sit(crew, before);
    }
    const least = this.leastGain(crew);
    for (const { posting, gain } of this.hopes(crew).slice(0, mostTried)) {
      if (gain <= least) return false;
      if (posting === before) continue;
      const other = crew.weights.get(posting) ?? 0;
      const cost = this.tryThere(crew, posting, other - weight + crew.size * this.placePrice(before));
      if (cost === Infinity) continue;
      if (other - cost - weight + givePlaces(this.floor, before, crew.size) > 0) return true;
      this.rise(crew);
      this.sit(crew, before);
    }
    return false;
  }

  /** Sits down there as well; the old places are left without being given back. */
  private tryThere(crew: Crew, posting: number, most: number): number {
    const before = crew.at;
    this.roll.step(crew);
    const cost = this.sit(crew, posting, most);
    if (cost === Infinity) this.roll.stand(crew, before);
    return cost;
  }

  /** The crew in the place of another, which seeks anew: kept when the whole gains. */
  private tryExchange(crew: Crew, { posting, instead }: Exchange): boolean {
    const before = crew.at;
    const [own, now, other] = [crew.weights.get(posting) ?? 0, crew.weights.get(before) ?? 0, instead.weights.get(posting) ?? 0];
    let more = this.rise(instead) - other;
    const hope = (this.hopes(instead)[0]?.gain ?? 0) + (before === nowhere ? 0 : crew.size * this.placePrice(before) - now);
    const cost = before === nowhere ? this.sit(crew, posting, own + more + hope) : this.tryThere(crew, posting, own + more + hope);
    if (cost !== Infinity) {
      more += own - cost + (before === nowhere ? 0 : givePlaces(this.floor, before, crew.size) - now);
      if (more + this.enter(instead) > 0) return true;
      this.rise(instead);
      this.rise(crew);
    }
    this.sit(instead, posting);
    if (before !== nowhere && crew.at === nowhere) this.sit(crew, before);
    return false;
  }

  /** So many places for others: planned crews go, those worth least a head first. Gives who had to go. */
  makeRoom(posting: number, places: number): Crew[] {
    const gone: Crew[] = [];
    const perHead = (crew: Crew): number => (crew.weights.get(posting) ?? 0) / crew.size;
    const there = this.roll.at(posting).filter(({ locked }) => !locked).sort((a, b) => perHead(a) - perHead(b) || b.id - a.id);
    for (const crew of there) {
      if ((this.floor.capacity[posting] as number) >= places) break;
      this.rise(crew);
      gone.push(crew);
    }
    return gone;
  }
}
