/* 求职登记 at the desk, for whoever cannot use a kiosk: find the person and give the number, register with a witness, or just a number without a name. */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { PrinterSelect } from '../../parts/form/choices.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { FindBox } from '../../parts/people/find-box.tsx';
import { useFound, type FoundWorker } from '../../parts/people/use-found.ts';
import { useKeys } from '../../session/use-keys.ts';
import { ArriveForm } from './arrive-form.tsx';
import { NumberForm } from './number-form.tsx';
import { WitnessedForm } from './witnessed-form.tsx';

type Open = { readonly at: 'nothing' } | { readonly at: 'arrive'; readonly worker: FoundWorker } | { readonly at: 'register' } | { readonly at: 'number' };

export function WorkerPage() {
  const say = useSay();
  const found = useFound();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<Open>({ at: 'nothing' });
  const [given, setGiven] = useState<string>();
  const done = (number: string | undefined): void => { setGiven(number ?? ''); };
  const next = (): void => { setGiven(undefined); setOpen({ at: 'nothing' }); found.forget(); };
  useKeys(given === undefined, { F9: () => { setOpen({ at: 'register' }); }, F10: () => { setOpen({ at: 'number' }); } });
  return (
    <PageFrame title={say('page.worker')} hint={say('worker.hint')} acts={<PrinterSelect />}>
      <div className="split">
        <section className="side">
          <FindBox key={given === undefined ? 'find' : 'found'} found={found} picked={open.at === 'arrive' ? open.worker : undefined} onPick={(worker) => { setOpen({ at: 'arrive', worker }); }} onLook={setTyped} nobody={say('find.nobody')} />
          <div className="side-acts">
            <Button block onClick={() => { setOpen({ at: 'register' }); }}>{say('worker.register')} <kbd>F9</kbd></Button>
            <Button block onClick={() => { setOpen({ at: 'number' }); }}>{say('worker.onlyNumber')} <kbd>F10</kbd></Button>
          </div>
        </section>
        <section className="sheet">
          {open.at === 'nothing' && <p className="nothing">{say('worker.start')}</p>}
          {open.at === 'arrive' && <ArriveForm key={open.worker.workerId} worker={open.worker} onDone={done} />}
          {open.at === 'register' && <WitnessedForm typed={typed} asked={found.asked} onDone={done} />}
          {open.at === 'number' && <NumberForm onDone={done} />}
        </section>
      </div>
      {given !== undefined && (
        <Modal open centered closable={false} width={420} onCancel={next} footer={<Button type="primary" size="large" autoFocus onClick={next}>{say('worker.next')}</Button>} title={say('worker.given')}>
          <p className="given-number">{given === '' ? say('worker.sameNumber') : given}</p>
        </Modal>
      )}
    </PageFrame>
  );
}
