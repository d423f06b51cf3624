/* The number that is here, in the size of a glance, with its keys: next, again, not there, done with its result, aside, on to somebody else, and the last act taken back. */
import { Button, Input, Select } from 'antd';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName, type TextKey } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { remarkMost } from '../../parts/form/written.tsx';
import { useQuestion } from '../../session/use-question.ts';
import type { EndingForm } from './use-ending.ts';
import type { WindowDesk } from './use-window.ts';
import { WindowHead } from './window-head.tsx';

/** As remarkTextSchema has it. */

/** The number that is at this window, large, and the one button that calls the next. `autoCalls`: calls are ended by the clock here, so whoever stands at the window is noted. */
export function WhoIsHere({ desk, autoCalls }: { readonly desk: WindowDesk; readonly autoCalls: boolean }) {
  const say = useSay();
  const { mine, off, waiting, next } = desk;
  const call = mine?.call;
  return (
    <>
      <div className={call === undefined ? 'here idle' : 'here'}>
        <b>{call?.number ?? say('console.idle')}</b>
        <span>{call === undefined ? say('console.waiting', { n: waiting }) : [...call.trades.map((code) => tradeName(say.language, code)), say('console.calledTimes', { n: call.times })].join(' · ')}</span>
      </div>
      <Button type="primary" size="large" block loading={desk.act.busy} disabled={off || waiting === 0} onClick={desk.callNext} className="call-next">
        {say('console.callNext')}<span>{waiting === 0 ? say('console.nobodyNext') : next ?? say('console.waiting', { n: waiting })}</span><kbd>F2</kbd>
      </Button>
      {autoCalls && <Button block disabled={off || call === undefined || call.begun === true} onClick={desk.begin}>{say(call?.begun === true ? 'console.isHere' : 'console.begin')} <kbd>F7</kbd></Button>}
    </>
  );
}

interface Props { readonly floor: FloorState; readonly desk: WindowDesk; readonly ending: EndingForm; readonly onTransfer: () => void }

export function HereCard({ floor, desk, ending, onTransfer }: Props) {
  const say = useSay();
  const rules = useQuestion('windowRules', {}).value;
  const { mine, off } = desk;
  const call = mine?.call;
  if (mine === undefined) return <section className="panel"><p className="nothing">{say('console.noWindows')}</p></section>;
  const results = rules?.results ?? [];
  return (
    <section className="panel here-card" aria-label={say('console.myWindow')}>
      <WindowHead floor={floor} desk={desk} profiles={rules?.profiles ?? []} />
      <WhoIsHere desk={desk} autoCalls={floor.autoCalls === true} />
      <div className="row-of-three">
        <Button disabled={off || call === undefined} onClick={desk.recall}>{say('console.recall')} <kbd>F3</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.noShow}>{say('console.noShow')} <kbd>F4</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.served}>{say('console.served')} <kbd>F6</kbd></Button>
        <Button disabled={off || call === undefined} onClick={desk.park}>{say('floor.park')} <kbd>F8</kbd></Button>
        <Button disabled={off || call === undefined} onClick={onTransfer}>{say('floor.transfer')} <kbd>F9</kbd></Button>
        <Button disabled={off || mine.undo === undefined} onClick={desk.undo} title={mine.undo === undefined ? '' : actWord(mine.undo.act, say)}>{say('floor.undo')} <kbd>F10</kbd></Button>
      </div>
      <div className="ending">
        {results.length > 0 && (
          <Select allowClear disabled={call === undefined} value={ending.result ?? null} placeholder={say('floor.result')} aria-label={say('floor.result')} onChange={(code: string | null) => { ending.setResult(code ?? undefined); }}
            options={results.map((one) => ({ value: one.code, label: one.label }))} />
        )}
        <Input disabled={call === undefined} value={ending.note} maxLength={remarkMost} placeholder={say('floor.endNote')} aria-label={say('floor.endNote')} onChange={(event) => { ending.setNote(event.target.value); }} />
      </div>
    </section>
  );
}

const actKeys: ReadonlySet<string> = new Set(['callNext', 'recall', 'markNoShow', 'endCall', 'park', 'unpark', 'transfer', 'reinstate', 'addService', 'closeTicket', 'setPriority', 'callOutOfOrder', 'setProfile', 'askHelp', 'answerHelp', 'addNote', 'beginService']);
/** What would be taken back, in words; a later version may know acts that this page does not. */
const actWord = (act: string, say: (key: TextKey) => string): string => (actKeys.has(act) ? say(`floor.act.${act}` as TextKey) : act);
