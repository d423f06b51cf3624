/* The one box in which somebody is looked for, and those who were found. Short names and years of birth: enough to tell people apart, no more. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../answer.tsx';
import { PickList } from '../desk/pick-list.tsx';
import { PersonLine } from './person-line.tsx';
import type { Found, FoundWorker } from './use-found.ts';

interface FindBoxProps {
  readonly found: Found;
  readonly picked: FoundWorker | undefined;
  readonly onPick: (worker: FoundWorker) => void;
  /** what was typed, when nobody was found by it */
  readonly onLook?: (typed: string) => void;
  /** what to do next when nobody was found */
  readonly nobody: string;
}

export function FindBox({ found, picked, onPick, onLook, nobody }: FindBoxProps) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  const { asked, workers } = found;
  const look = (): void => { found.look(typed); onLook?.(typed); };
  return (
    <div className="find-box">
      <form className="find" role="search" onSubmit={(event) => { event.preventDefault(); look(); }}>
        <Input autoFocus size="large" allowClear aria-label={say('find.box')} placeholder={say('find.box')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
        <Button size="large" htmlType="submit">{say('find.look')}</Button>
      </form>
      {asked.by === 'wrongNumber' && <p className="nothing" role="alert">{say('refusal.cardNumberWrong')}</p>}
      {asked.by === 'nothing' && <p className="nothing">{say('find.how')}</p>}
      {found.hidden && <p className="nothing" role="status">{say('find.hidden')}</p>}
      {(asked.by === 'number' || asked.by === 'phone' || asked.by === 'name' || asked.by === 'paper') && !found.hidden && (
        <Answer of={{ ...found.question, value: workers }}>
          {(list) => (
            <PickList label={say('find.found')} items={list} idOf={(one) => one.workerId} picked={picked?.workerId} empty={nobody} takesFocus
              onPick={(id) => { const one = list.find((worker) => worker.workerId === id); if (one !== undefined) onPick(one); }}>
              {(one) => <PersonLine worker={one} />}
            </PickList>
          )}
        </Answer>
      )}
    </div>
  );
}
