/* How often offers of a trade and a pay are agreed on: what the next table is chosen by. */
import type { JobTerms } from '../../jobs/terms.ts';
import { acceptancePerMille, bandOf } from '../tables/acceptance.ts';

type Kept = readonly (readonly [band: string, offers: number, accepted: number])[];

export class Bands {
  private readonly counts = new Map<string, { offers: number; accepted: number }>();

  declined(terms: JobTerms): void { this.count(terms).offers += 1; }

  agreed(terms: JobTerms): void {
    const count = this.count(terms);
    count.offers += 1;
    count.accepted += 1;
  }

  perMille(terms: JobTerms): number { return acceptancePerMille(this.counts.get(bandOf(terms)) ?? { offers: 0, accepted: 0 }); }

  /** What the next day begins with: half of what is known, so that old habits fade. */
  halved(): [string, number, number][] {
    return [...this.counts].map(([band, { offers, accepted }]): [string, number, number] => [band, Math.floor(offers / 2), Math.floor(accepted / 2)]).filter(([, offers]) => offers > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  kept(): [string, number, number][] {
    return [...this.counts].map(([band, { offers, accepted }]): [string, number, number] => [band, offers, accepted]).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  set(kept: Kept): void {
    this.counts.clear();
    for (const [band, offers, accepted] of kept) this.counts.set(band, { offers, accepted });
  }

  private count(terms: JobTerms): { offers: number; accepted: number } {
    const band = bandOf(terms);
    const found = this.counts.get(band) ?? { offers: 0, accepted: 0 };
    this.counts.set(band, found);
    return found;
  }
}
