/* What a posting says, line by line, to be read and not to be tapped; pages turn where it is longer than the screen. */
import type { ReactNode } from 'react';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { languageOf } from '@kuaizhao/kiosk/i18n/languages.ts';
import { Icon } from '@kuaizhao/kiosk/kit/icons/icon.tsx';
import { useFace, useText } from '../view/context.ts';
import { useHallNow } from '../view/hall-clock.ts';
import { leastRowEm, termRows, type TermRow } from '../view/term-rows.ts';
import { ChoiceGrid } from './choice-grid.tsx';

/** `last`: what stands behind the lines and leads on from them. */
export function TermList({ terms, name, last }: { readonly terms: JobTerms; readonly name: string; readonly last?: ReactNode }): ReactNode {
  const { language, textStep } = useFace();
  const t = useText();
  const now = useHallNow();
  const rows: readonly (TermRow | undefined)[] = [...termRows(terms, { t, language, now }), ...(last === undefined ? [] : [undefined])];
  return (
    <ChoiceGrid items={rows} keyOf={(row) => row?.part ?? 'last'} name={name} leastEm={leastRowEm(languageOf(language).words, textStep)} order="list" maxColumns={2} renderTile={(row) => (row === undefined ? last : (
      <div className="term" role="group" aria-label={row.name}><Icon name={row.icon} /><span className="words"><strong>{row.value}</strong>{row.more === undefined ? null : <span className="hint">{row.more}</span>}</span></div>
    ))} />
  );
}
