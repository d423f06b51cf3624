/* How many tiles fit: the arithmetic of a grid that pages instead of scrolling. */

export interface GridNeeds {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly minTileWidth: number;
  readonly minTileHeight: number;
  readonly maxColumns: number;
  /** a height at which a tile is comfortable; a list takes as few columns as let it have that */
  readonly goodTileHeight: number;
  readonly order: 'list' | 'field';
  /** what the row of page buttons takes, gap included */
  readonly pagerHeight: number;
}
export interface GridPlan {
  readonly columns: number;
  readonly rows: number;
  readonly pages: number;
}

const fitting = (space: number, least: number, gap: number): number => Math.max(1, Math.floor((space + gap) / (least + gap)));

/** Everything on one page when it fits: a list in as few columns as can be, a field in rows as even as can be; else full pages with room for the page buttons. */
export function planGrid(needs: GridNeeds): GridPlan {
  const { count, gap } = needs;
  if (needs.order === 'list') {
    const goodRows = fitting(needs.height, needs.goodTileHeight, gap);
    const columns = Math.max(1, Math.ceil(count / goodRows));
    if (columns <= needs.maxColumns && columns <= fitting(needs.width, needs.minTileWidth, gap)) return { columns, rows: Math.max(1, Math.ceil(count / columns)), pages: 1 };
  }
  const widest = Math.min(needs.maxColumns, Math.max(1, count), fitting(needs.width, needs.minTileWidth, gap));
  const rowsNeeded = Math.max(1, Math.ceil(count / widest));
  if (rowsNeeded <= fitting(needs.height, needs.minTileHeight, gap)) return { columns: Math.max(1, Math.ceil(count / rowsNeeded)), rows: rowsNeeded, pages: 1 };
  const rows = fitting(needs.height - needs.pagerHeight, needs.minTileHeight, gap);
  return { columns: widest, rows, pages: Math.ceil(count / (widest * rows)) };
}
