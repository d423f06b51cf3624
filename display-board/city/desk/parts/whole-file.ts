/* Everything that was asked for as a file, page by page: what has come is kept as text only, and a file that is cut says so in its last line. */
import { csvLines } from './csv.ts';

type Cells = readonly (string | number)[];
/** `busy`: the hub wants to be asked again a little later. */
export type PageTold<P> = { readonly kind: 'page'; readonly rows: readonly Cells[]; readonly next: P | undefined } | { readonly kind: 'busy' } | { readonly kind: 'trouble' };
export interface WholeFileParts<P> {
  /** from the beginning without `after` */
  readonly ask: (after: P | undefined) => Promise<PageTold<P>>;
  readonly head: Cells;
  /** rows of one file; whoever wants more narrows down */
  readonly most: number;
  /** the last line of a file that is cut */
  readonly cutLine: (rows: number) => string;
  /** between two pages: the hub counts how often somebody asks */
  readonly pause: (ms: number) => Promise<void>;
}
/** `cut`: there are more rows than a file holds. */
export type WholeFile = { readonly kind: 'file'; readonly parts: readonly string[]; readonly rows: number; readonly cut: boolean } | { readonly kind: 'trouble' };

export const betweenPagesMs = 100;
const busyMs = 2_000;
const busyMost = 10;

/** Half a file looks like a whole one: a page that does not come means that there is none. */
export async function wholeFile<P>({ ask, head, most, cutLine, pause }: WholeFileParts<P>): Promise<WholeFile> {
  const parts = [`\uFEFF${csvLines([head])}`];
  let [rows, busy]: [number, number] = [0, 0];
  for (let after: P | undefined; ;) {
    const told = await ask(after);
    if (told.kind === 'trouble' || (told.kind === 'busy' && busy >= busyMost)) return { kind: 'trouble' };
    if (told.kind === 'busy') {
      busy += 1;
      await pause(busyMs);
      continue;
    }
    busy = 0;
    const taken = told.rows.slice(0, most - rows);
    parts.push(csvLines(taken));
    rows += taken.length;
    const cut = taken.length < told.rows.length || (rows >= most && told.next !== undefined);
    if (cut) parts.push(csvLines([[cutLine(rows)]]));
    if (cut || told.next === undefined) return { kind: 'file', parts, rows, cut };
    after = told.next;
    await pause(betweenPagesMs);
  }
}
