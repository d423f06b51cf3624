/* A paged grid of tiles with the face's sizes and texts already in it. */
import type { ReactNode } from 'react';
import { TileGrid, type TileGridProps } from '@kuaizhao/kiosk/kit/tile-grid.tsx';
import { useFace, useText } from '../view/context.ts';

export function ChoiceGrid<Item>(props: Omit<TileGridProps<Item>, 'pxPerMm' | 'pagerTexts'>): ReactNode {
  const { pxPerMm } = useFace();
  const t = useText();
  return <TileGrid {...props} pxPerMm={pxPerMm} pagerTexts={{ before: t('do.fewerPages'), after: t('do.morePages'), page: (n, all) => t('do.page', { n, all }) }} />;
}
