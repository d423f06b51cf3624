/* F20 维权: open disputes, the late ones first; one with its facts, its mediation and its deadlines; a new one from the paper that the person holds. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { AskedDispute } from '@kuaizhao/db/domain/disputes/asked.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { AskedAt } from '../../parts/desk/asked-at.tsx';
import { PickList } from '../../parts/desk/pick-list.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useKeys } from '../../session/use-keys.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';
import { DisputeSheet } from './dispute-sheet.tsx';
import { OpenForm } from './open-form.tsx';

const listed = 200;
type Open = { readonly at: 'nothing' } | { readonly at: 'new' } | { readonly at: 'one'; readonly disputeId: string };

export function DisputesPage() {
  const say = useSay();
  const [open, setOpen] = useState<Open>({ at: 'nothing' });
  const list = useQuestion('disputes', { limit: listed });
  const { may, mayAsk } = useMay();
  const mayOpen = may('openDispute');
  // The auditor counts disputes; what people said is for those who mediate.
  const opens = mayAsk('dispute');
  const begin = (): void => { if (mayOpen) setOpen({ at: 'new' }); };
  useKeys(open.at !== 'new', { F9: begin });
  const picked = open.at === 'one' ? open.disputeId : undefined;
  return (
    <PageFrame title={say('page.disputes')} hint={say('disputes.hint')} acts={<><PrinterSelect /><AskedAt of={list} /></>}>
      <div className="split">
        <section className="side">
          <Answer of={list}>
            {({ open: all, late, disputes }) => (
              <>
                <p className="hint" role="status">{say('disputes.counted', { all, late })}</p>
                <PickList<AskedDispute> label={say('page.disputes')} items={disputes} idOf={(one) => one.disputeId} picked={picked} onPick={opens ? (disputeId) => { setOpen({ at: 'one', disputeId }); } : undefined} empty={say('disputes.none')} takesFocus={opens}>
                  {(one) => <DisputeLine dispute={one} />}
                </PickList>
              </>
            )}
          </Answer>
          {mayOpen && <div className="side-acts single"><Button block onClick={begin}>{say('disputes.open')} <kbd>F9</kbd></Button></div>}
        </section>
        <section className="sheet">
          {open.at === 'nothing' && <p className="nothing">{say(opens ? 'desk.choose' : 'disputes.onlyCounted')}</p>}
          {open.at === 'new' && <OpenForm onDone={(disputeId) => { list.again(); setOpen(disputeId === undefined ? { at: 'nothing' } : { at: 'one', disputeId }); }} />}
          {open.at === 'one' && <DisputeSheet key={open.disputeId} disputeId={open.disputeId} onChanged={list.again} />}
        </section>
      </div>
    </PageFrame>
  );
}

function DisputeLine({ dispute }: { readonly dispute: AskedDispute }) {
  const say = useSay();
  return (
    <>
      <b>{dispute.number}</b><span className="at-end">{dispute.late.map((one) => <Tag key={one} color="error">{say(`late.${one}`)}</Tag>)}{dispute.late.length === 0 && <small>{say('disputes.mediateBy', { day: dispute.mediateBy })}</small>}</span>
      <small>{[say(`dispute.${dispute.kind}`), dispute.employerName].filter((one) => one !== undefined).join(' · ')}</small><span className="at-end"><small>{say(`disputeState.${dispute.state}`)}</small></span>
    </>
  );
}
