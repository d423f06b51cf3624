/* What somebody sees on a screen that is not in yet: large signs to compare, what to do, how long they hold. A remote control's keys are enough. */
import { useEffect, useState } from 'react';
import { useSay } from '../kit/say.tsx';
import type { FaceRole } from '../kit/entry/standing.ts';
import type { PairAddress } from './address.ts';
import { pair, type Pairing } from './pairing.ts';

const other: Readonly<Record<FaceRole, FaceRole>> = { board: 'console', console: 'board' };
const wentInMs = 1_500;

export function App({ address: { as, why, back, language } }: { readonly address: PairAddress }) {
  const say = useSay();
  if (as === undefined) return <Choose language={language} />;
  return (
    <main className="pair">
      <h1>{say(`pair.title.${as}`)}</h1>
      {why !== 'new' && <p className="why" role="status">{say(`pair.why.${why}`)}</p>}
      <Asking as={as} back={back} />
      {why === 'otherRole' && <p><a href={`/${other[as]}/`}>{say(`pair.open.${other[as]}`)}</a></p>}
    </main>
  );
}

function Choose({ language }: Pick<PairAddress, 'language'>) {
  const say = useSay();
  const go = (role: FaceRole): void => { window.location.assign(`/${role}/?lang=${language}`); };
  return (
    <main className="pair">
      <h1>{say('pair.choose')}</h1>
      <p className="choices" onKeyDown={({ key, currentTarget }) => {
        const buttons = [...currentTarget.querySelectorAll('button')];
        if (key === 'ArrowRight' || key === 'ArrowDown') buttons[1]?.focus();
        if (key === 'ArrowLeft' || key === 'ArrowUp') buttons[0]?.focus();
      }}>
        <button type="button" autoFocus onClick={() => { go('board'); }}>{say('pair.open.board')}</button>
        <button type="button" onClick={() => { go('console'); }}>{say('pair.open.console')}</button>
      </p>
    </main>
  );
}

/** Asks until it is in, or somebody says no; then again when told to. */
function Asking({ as, back }: { readonly as: FaceRole; readonly back: string }) {
  const [turn, setTurn] = useState(0);
  return <OneAsking key={turn} as={as} back={back} again={() => { setTurn(turn + 1); }} />;
}

function OneAsking({ as, back, again }: { readonly as: FaceRole; readonly back: string; readonly again: () => void }) {
  const say = useSay();
  const [now, setNow] = useState<Pairing>({ at: 'beginning' });
  useEffect(() => {
    let gone = false;
    void pair(as, (next) => { if (!gone) setNow(next); }).then((end) => { if (end === 'in' && !gone) setTimeout(() => { window.location.replace(back); }, wentInMs); });
    return () => { gone = true; };
  }, [as, back]);
  if (now.at === 'refused') return <><p className="why" role="status">{say('pair.refused')}</p><p className="choices"><button type="button" autoFocus onClick={again}>{say('pair.again')}</button></p></>;
  if (now.at !== 'waiting') return <p role="status" className={now.at === 'in' ? 'in' : ''}>{say(`pair.${now.at}`)}</p>;
  return (
    <>
      <p>{say('pair.how')}</p>
      <p className="signs" role="img" aria-label={`${say('pair.signs')} ${now.signs}`}>{now.signs}</p>
      <p className="soft"><Left key={now.signs} forMs={now.forMs} /></p>
      {as === 'console' && <p className="soft">{say('pair.first')}</p>}
    </>
  );
}

/** Counts down from when it appears. */
function Left({ forMs }: { readonly forMs: number }) {
  const say = useSay();
  const [left, setLeft] = useState(Math.floor(forMs / 1_000));
  useEffect(() => {
    const endMs = performance.now() + forMs;
    const every = setInterval(() => { setLeft(Math.max(0, Math.ceil((endMs - performance.now()) / 1_000))); }, 500);
    return () => { clearInterval(every); };
  }, [forMs]);
  return say('pair.left', { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') });
}
