/* 查人: find somebody, see what the hall holds, put it right, take consent back, erase it; everything at the person's own wish and with the person there. */
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { FindBox } from '../../parts/people/find-box.tsx';
import { useFound, type FoundWorker } from '../../parts/people/use-found.ts';
import { PersonSheet } from './person-sheet.tsx';
import { ReceiptBox } from '../receipts/receipt-box.tsx';

export function PeoplePage() {
  const say = useSay();
  const found = useFound();
  const [picked, setPicked] = useState<FoundWorker>();
  // As it was last told: what was corrected is seen at once.
  const open = found.workers?.find((one) => one.workerId === picked?.workerId) ?? picked;
  return (
    <PageFrame title={say('page.people')} hint={say('people.hint')}>
      <div className="split">
        <section className="side">
          <FindBox found={found} picked={open} onPick={setPicked} nobody={say('find.nobodyHere')} />
          <ReceiptBox />
        </section>
        <section className="sheet">
          {open === undefined ? <p className="nothing">{say('people.start')}</p> : <PersonSheet key={open.workerId} worker={open} onChanged={found.again} onGone={() => { setPicked(undefined); found.forget(); }} />}
        </section>
      </div>
    </PageFrame>
  );
}
