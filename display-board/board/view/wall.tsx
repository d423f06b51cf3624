/* 公示: the rules of the hall in large plain sentences, on pages of their own among those of the jobs. */
import type { WallLine } from '@kuaizhao/db/domain/hall/wall.ts';
import type { Say } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';

export function Wall({ lines }: { readonly lines: readonly WallLine[] }) {
  const say = useSay();
  const since = [...new Set(lines.flatMap((line) => line.since ?? []))].sort().at(-1);
  return (
    <>
      <div className="wall-head"><b>{say('wall.title')}</b>{since !== undefined && <span>{say('wall.since', { day: since })}</span>}</div>
      {lines.map((line) => <p key={`${line.code} ${line.numbers.join(' ')}`} className="wall-line" data-rule={line.code}>{sentenceOf(say, line)}</p>)}
    </>
  );
}

function sentenceOf(say: Say, { code, numbers, who = [], elderFrom }: WallLine): string {
  const people = who.map((reason) => say(`wall.reason.${reason}`, { years: elderFrom ?? '' })).join(say('wall.separator'));
  return say(`wall.${code}`, { who: people, a: numbers[0] ?? '', b: numbers[1] ?? '', c: numbers[2] ?? '' });
}
