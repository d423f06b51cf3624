/* How many tiles fit: the arithmetic of a grid that pages instead of scrolling. */

export interface GridNeeds {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly minTileWidth: number;
  readonly minTileHeight: number;
  readonly maxColumns: number;
  /** what the row of page buttons takes, gap included */
  readonly pagerHeight: number;
}
export interface GridPlan {
  readonly columns: number;
  readonly rows: number;
  readonly pages: number;
}

const fitting = (space: number, least: number, gap: number): number => Math.max(1, Math.floor((space + gap) / (least + gap)));

/** Everything on one page when it fits, in rows as even as can be; else full pages with room for the page buttons. */
export function planGrid(needs: GridNeeds): GridPlan {
  const { count, gap } = needs;
  const widest = Math.min(needs.maxColumns, Math.max(1, count), fitting(needs.width, needs.minTileWidth, gap));
  const rowsNeeded = Math.max(1, Math.ceil(count / widest));
  if (rowsNeeded <= fitting(needs.height, needs.minTileHeight, gap)) return { columns: Math.max(1, Math.ceil(count / rowsNeeded)), rows: rowsNeeded, pages: 1 };
  const rows = fitting(needs.height - needs.pagerHeight, needs.minTileHeight, gap);
  return { columns: widest, rows, pages: Math.ceil(count / (widest * rows)) };
}
