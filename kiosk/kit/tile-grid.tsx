/* A grid of tiles that fills the space it is given and turns pages where the list is longer. Nothing on a kiosk scrolls. */
import { useState, type CSSProperties, type ReactNode } from 'react';
import { planGrid } from './grid-plan.ts';
import { SignButton } from './button.tsx';
import { useSize } from './use-size.ts';

export interface TileGridProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly renderTile: (item: Item) => ReactNode;
  /** least tile in ems of its text */
  readonly leastEm: { readonly width: number; readonly height: number };
  readonly maxColumns: number;
  /** a list reads downwards in few columns; a field of pictures spreads */
  readonly order?: 'list' | 'field';
  readonly pxPerMm: number;
  readonly name: string;
  readonly pagerTexts: { readonly before: string; readonly after: string; readonly page: (n: number, all: number) => string };
}

const targetMm = 20;
const gapMm = 3.5;
/** a tile grows no larger than this times its least height: a lonely giant looks like a picture, not like a button */
const growth = { list: 1.9, field: 1.75 } as const;
const comfort = 1.15;

export function TileGrid<Item>({ items, keyOf, renderTile, leastEm, maxColumns, order = 'field', pxPerMm, name, pagerTexts }: TileGridProps<Item>): ReactNode {
  const [box, size] = useSize<HTMLDivElement>();
  const [page, setPage] = useState(0);
  const targetPx = targetMm * pxPerMm;
  const gap = gapMm * pxPerMm;
  const least = (em: number): number => Math.max(targetPx, em * (size?.textPx ?? 0));
  const plan = size === undefined ? undefined : planGrid({
    count: items.length, width: size.width, height: size.height, gap, maxColumns,
    order, goodTileHeight: least(leastEm.height) * comfort,
    minTileWidth: least(leastEm.width), minTileHeight: least(leastEm.height), pagerHeight: targetPx + gap,
  });
  const at = Math.min(page, (plan?.pages ?? 1) - 1);
  const perPage = plan === undefined ? 0 : plan.columns * plan.rows;
  const style: CSSProperties = plan === undefined ? {} : {
    gridTemplateColumns: `repeat(${plan.columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${plan.rows}, minmax(0, ${least(leastEm.height) * growth[order]}px))`,
  };
  return (
    <div className="tile-grid" ref={box}>
      <div className={plan?.pages === 1 ? 'tiles is-whole' : 'tiles'} style={style} role="group" aria-label={name}>
        {items.slice(at * perPage, (at + 1) * perPage).map((item) => <div key={keyOf(item)} className="cell">{renderTile(item)}</div>)}
      </div>
      {plan === undefined || plan.pages === 1 ? null : (
        <div className="pager">
          <SignButton icon="back" name={pagerTexts.before} isDisabled={at === 0} onPress={() => setPage(at - 1)} />
          <span className="page" aria-live="polite">{pagerTexts.page(at + 1, plan.pages)}</span>
          <SignButton icon="next" name={pagerTexts.after} isDisabled={at === plan.pages - 1} onPress={() => setPage(at + 1)} />
        </div>
      )}
    </div>
  );
}
