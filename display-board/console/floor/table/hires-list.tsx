/* Who was hired for this job: the slip again, the agreement, and taking a hire back with its reason. */
import { App, Button, Select, Tag } from 'antd';
import type { HiredPerson } from '@kuaizhao/db/domain/hiring/asked.ts';
import { undoReasonSchema } from '@kuaizhao/db/domain/hiring/commands.ts';
import { limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { paperFrom, usePrinter } from '../../parts/form/choices.tsx';
import { troubleKey } from '../../parts/trouble-text.ts';
import { askQuestion } from '../../session/ask-question.ts';
import { useSession } from '../../session/desk-session.tsx';
import type { TableDesk } from './use-table.ts';

interface Props { readonly hires: readonly HiredPerson[]; readonly desk: TableDesk; readonly again: () => void }

export function HiresList({ hires, desk, again }: Props) {
  const say = useSay();
  return (
    <section aria-label={say('table.hires')}>
      <h3>{say('table.hires')} <small>{hires.length}</small></h3>
      <ul className="hires">
        {hires.toReversed().map((one) => <Hired key={one.hireId} hire={one} desk={desk} again={again} />)}
        {hires.length === 0 && <li className="nothing">{say('table.noHires')}</li>}
      </ul>
    </section>
  );
}

function Hired({ hire, desk, again }: Omit<Props, 'hires'> & { readonly hire: HiredPerson }) {
  const say = useSay();
  const { link } = useSession();
  const { message } = App.useApp();
  const { act, off } = desk;
  const { printer } = usePrinter();
  const { hireId, number } = hire;
  const over = hire.state === 'undone' || hire.state === 'released';
  const reprint = async (): Promise<void> => {
    if (printer === undefined) return;
    const told = await askQuestion(link, 'paperOf', { kind: 'hireSlip', id: hireId });
    if (told.kind !== 'told' || told.value.paper === null) {
      void message.warning(say(told.kind === 'told' ? 'refusal.printJobUnknown' : troubleKey(told)), limits.answerMs / 1_000);
      return;
    }
    await act.run({ type: 'reprint', printJobId: told.value.paper.printJobId, printer: paperFrom(printer) }, () => say('table.printing'));
  };
  return (
    <li className={over ? 'over' : ''}>
      <p><b>{number}</b> {hire.queueNumber} {hire.shortName} <span>{payText(say, { kind: 'fixed', ...hire.agreedPay })}</span> <Tag>{say(`table.hired.${hire.state}`)}</Tag></p>
      {!over && (
        <div className="job-acts">
          <Button size="small" disabled={off || printer === undefined} onClick={() => { void reprint(); }}>{say('table.slipAgain')}</Button>
          <Button size="small" disabled={off || printer === undefined} onClick={() => { if (printer !== undefined) void act.run({ type: 'printForm', form: 'agreement', id: hireId, printer: paperFrom(printer) }, () => say('table.printing')); }}>{say('table.agreement')}</Button>
          <Select size="small" disabled={off || hire.state !== 'agreed'} value={null} placeholder={say('table.undoHire')} aria-label={`${say('table.undoHire')} ${number}`} options={undoReasonSchema.options.map((one) => ({ value: one, label: say(`table.undo.${one}`) }))}
            onChange={(reason: (typeof undoReasonSchema.options)[number] | null) => { if (reason !== null) void act.run({ type: 'undoHire', hireId, reason }, () => say('table.undone', { number })).then((done) => { if (done) { again(); desk.askAgain(); } }); }} />
        </div>
      )}
    </li>
  );
}
