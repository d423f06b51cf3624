/* The tables of the hall as the calls show them: taken while somebody is called there, free from when the last of them has left. */
import type { Instant } from '../../scalars.ts';
import type { TableUse } from '../tables/scarce.ts';

/** What ended longer ago says nothing about whether tables are short now. */
const keptMs = 600 * 60_000;

interface State { readonly called: number; /** in order of time; the last one goes on while somebody is called */ readonly uses: readonly TableUse[] }
const free: State = { called: 0, uses: [] };

export class Tables {
  private readonly states = new Map<string, State>();

  taken(tableId: string, at: Instant): void {
    const { called, uses } = this.states.get(tableId) ?? free;
    this.states.set(tableId, { called: called + 1, uses: called > 0 ? uses : [...uses.filter(({ to = at }) => at - to < keptMs), { from: at }] });
  }

  left(tableId: string, at: Instant): void {
    const { called, uses } = this.states.get(tableId) ?? free;
    this.states.set(tableId, { called: Math.max(0, called - 1), uses: called > 1 ? uses : uses.map((use) => (use.to === undefined ? { ...use, to: Math.max(use.from, at) } : use)) });
  }

  /** Of a table that nobody was called to: none. Those before `since` are left out. */
  usesOf(tableId: string, since: Instant): readonly TableUse[] {
    return (this.states.get(tableId) ?? free).uses.filter(({ to }) => to === undefined || to > since);
  }

  clear(): void {
    this.states.clear();
  }
}
