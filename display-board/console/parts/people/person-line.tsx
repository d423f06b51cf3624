/* One person as a desk tells people apart: 张*, 男, 1972, how registered, last here. */
import { useSay } from '../../../kit/say.tsx';
import type { FoundWorker } from './use-found.ts';

export function PersonLine({ worker }: { readonly worker: FoundWorker }) {
  const say = useSay();
  const born = worker.birthYear === undefined ? worker.ageBand === undefined ? undefined : say(`band.${worker.ageBand}`) : say('person.bornIn', { year: worker.birthYear });
  return (
    <>
      <b className="person-name">{worker.shortName}</b>
      <span className="person-about">{[worker.sex === undefined ? undefined : say(`sex.${worker.sex}`), born, say(`document.${worker.document}`)].filter((one) => one !== undefined).join(' · ')}</span>
      <span className="person-last">{worker.mergedInto !== undefined ? say('person.merged') : worker.lastDay === undefined ? say('person.neverHere') : say('person.lastHere', { day: worker.lastDay })}</span>
    </>
  );
}
