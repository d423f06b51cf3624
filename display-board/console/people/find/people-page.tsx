/* 查人: find somebody, see what the hall holds, put it right, take consent back, erase it; everything at the person's own wish and with the person there. */
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { FindBox } from '../../parts/people/find-box.tsx';
import { useFound, type FoundWorker } from '../../parts/people/use-found.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import { PersonSheet } from './person-sheet.tsx';
import { ReceiptBox } from './receipt-box.tsx';

export function PeoplePage() {
  const say = useSay();
  const found = useFound();
  const { about } = useGo();
  const [picked, setPicked] = useState<FoundWorker>();
  // Whom another page speaks of is looked up by id.
  const brought = useQuestion('findWorkers', { by: 'id', text: about ?? 'nobody' }, { when: about !== undefined });
  const kept = picked ?? brought.value?.workers[0];
  // As it was last told: what was corrected is seen at once.
  const open = found.workers?.find((one) => one.workerId === kept?.workerId) ?? kept;
  const changed = (): void => { if (picked === undefined) brought.again(); else found.again(); };
  return (
    <PageFrame title={say('page.people')} hint={say('people.hint')}>
      <div className="split">
        <section className="side">
          <FindBox found={found} picked={open} onPick={setPicked} nobody={say('find.nobodyHere')} />
          <ReceiptBox />
        </section>
        <section className="sheet">
          {open === undefined ? <p className="nothing">{say('people.start')}</p> : <PersonSheet key={open.workerId} worker={open} onChanged={changed} onGone={() => { setPicked(undefined); found.forget(); }} />}
        </section>
      </div>
    </PageFrame>
  );
}
