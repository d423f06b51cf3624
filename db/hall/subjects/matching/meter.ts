/* How long the matching holds up each command: a histogram in steps of a twelfth, because a hall runs for months. */
export interface MeterReading { readonly commands: number; readonly totalMs: number; readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number }

const perDoubling = 12;
const leastMs = 0.001;
const buckets = 30 * perDoubling;

export class Meter {
  private readonly now: () => number;
  private readonly counts = new Uint32Array(buckets);
  private running = 0;
  private commands = 0;
  private total = 0;
  private most = 0;

  /** `now`: monotonic milliseconds. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Time spent in `run` counts for the command that goes on. */
  within<T>(run: () => T): T {
    const from = this.now();
    try {
      return run();
    } finally {
      this.running += this.now() - from;
    }
  }

  /** The command is over. */
  lap(): void {
    if (this.running === 0) return;
    const bucket = Math.floor(Math.log2(Math.max(this.running, leastMs) / leastMs) * perDoubling);
    this.counts[Math.min(bucket, buckets - 1)] = (this.counts[Math.min(bucket, buckets - 1)] ?? 0) + 1;
    this.commands += 1;
    this.total += this.running;
    this.most = Math.max(this.most, this.running);
    this.running = 0;
  }

  /** Percentiles are the upper ends of their steps, at most 6% too high. */
  reading(): MeterReading {
    return { commands: this.commands, totalMs: this.total, p50Ms: this.percentile(0.5), p99Ms: this.percentile(0.99), maxMs: this.most };
  }

  private percentile(share: number): number {
    let seen = 0;
    for (const [bucket, count] of this.counts.entries()) {
      seen += count;
      if (count > 0 && seen >= share * this.commands) return leastMs * 2 ** ((bucket + 1) / perDoubling);
    }
    return 0;
  }
}
