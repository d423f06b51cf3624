/* 公示: the rules of the hall in large plain sentences, page by page. */
import { useMemo, useRef } from 'react';
import { zoneRows } from '@kuaizhao/db/domain/boards/fit.ts';
import type { WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { Say } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { useRoom } from '../plan/use-room.ts';
import { cut } from '../../kit/paging.ts';
import { usePages } from '../paging/use-pages.ts';
import { PageMarks } from '../paging/page-marks.tsx';
import type { ZoneProps } from './zone-props.ts';

const { em: rowRem } = zoneRows.rules;
/** never two columns but on the widest walls */
const columnRem = 44;

export function RulesZone({ state, held }: ZoneProps) {
  const box = useRef<HTMLDivElement>(null);
  const { rows } = useRoom(box, rowRem, columnRem);
  const { wall } = state;
  const pages = useMemo(() => cut(wall, rows), [wall, rows]);
  const page = usePages(pages.length, held);
  return (
    <>
      <RulesTitle lines={wall} />
      <div className="rule-rows" ref={box}><RuleLines lines={pages[page] ?? []} withTitle={false} /></div>
      <PageMarks page={page} pages={pages.length} />
    </>
  );
}

function RulesTitle({ lines }: { readonly lines: readonly WallLine[] }) {
  const say = useSay();
  const since = [...new Set(lines.flatMap((line) => line.since ?? []))].sort().at(-1);
  return <h2 className="zone-title"><b>{say('wall.title')}</b>{since !== undefined && <span>{say('wall.since', { day: since })}</span>}</h2>;
}

export const RuleLines = ({ lines, withTitle }: { readonly lines: readonly WallLine[]; readonly withTitle: boolean }) => {
  const say = useSay();
  return (
    <>
      {withTitle && <RulesTitle lines={lines} />}
      {lines.map((line) => <p key={`${line.code} ${line.numbers.join(' ')}`} className="wall-line" data-rule={line.code}>{sentenceOf(say, line)}</p>)}
    </>
  );
};

function sentenceOf(say: Say, { code, numbers, who = [], elderFrom }: WallLine): string {
  const people = who.map((reason) => say(`wall.reason.${reason}`, { years: elderFrom ?? '' })).join(say('wall.separator'));
  return say(`wall.${code}`, { who: people, a: numbers[0] ?? '', b: numbers[1] ?? '', c: numbers[2] ?? '' });
}
