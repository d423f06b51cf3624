/* One dispute as those who mediate need it: what the slip says, what was said, each step, until when, and who decides when the hall cannot. */
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { DisputeDetail } from '@kuaizhao/db/domain/disputes/asked.ts';
import { disputeOutcomeSchema } from '@kuaizhao/db/domain/disputes/commands.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { payText, yuanText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Facts } from '../../parts/desk/facts.tsx';
import { longMomentText, momentText } from '../../parts/desk/when.ts';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { Written } from '../../parts/form/written.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';
import { useGo } from '../../shell/go.ts';
import { MediationForm } from './mediation-form.tsx';
import { TransferForm } from './transfer-form.tsx';

interface DisputeSheetProps { readonly disputeId: string; readonly onChanged: () => void }

export function DisputeSheet({ disputeId, onChanged }: DisputeSheetProps) {
  const question = useQuestion('dispute', { disputeId });
  return <Answer of={question}>{(dispute) => <Sheet dispute={dispute} onChanged={() => { question.again(); onChanged(); }} />}</Answer>;
}

function Sheet({ dispute, onChanged }: { readonly dispute: DisputeDetail; readonly onChanged: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { go, leads } = useGo();
  const [open, setOpen] = useState<'mediate' | 'transfer' | 'close'>();
  const mayAct = useMay().may('recordMediation') && dispute.state !== 'closed';
  const close = (): void => { setOpen(undefined); };
  const changed = (): void => { close(); onChanged(); };
  const { employer } = dispute;
  return (
    <>
      <div className="sheet-head">
        <h3>{dispute.number} · {say(`dispute.${dispute.kind}`)}</h3>
        {dispute.late.map((one) => <Tag key={one} color="error">{say(`late.${one}`)}</Tag>)}<Tag color="blue">{say(`disputeState.${dispute.state}`)}</Tag>
      </div>
      <div className="sheet-acts">
        {mayAct && <><Button type="primary" onClick={() => { setOpen('mediate'); }}>{say('disputes.mediate')}</Button><Button onClick={() => { setOpen('transfer'); }}>{say('disputes.transfer')}</Button><Button onClick={() => { setOpen('close'); }}>{say('disputes.close')}</Button></>}
        {employer !== undefined && leads('employers') && <Button onClick={() => { go('employers', employer.employerId); }}>{say('employer.see')}</Button>}
      </div>
      <Facts lines={factsOf(dispute)} />
      {dispute.statement !== undefined && <><h4>{say('disputes.statement')}</h4><Written text={dispute.statement} /></>}
      <h4>{say('disputes.steps')}</h4>
      {dispute.steps.length === 0 && <p className="nothing">{say('disputes.noSteps')}</p>}
      <ul className="story">{dispute.steps.map((one) => <li key={one.mediationId}><time>{momentText(one.at)}</time><div>{say(`step.${one.step}`)}{one.note !== undefined && <Written text={one.note} />}</div><span className="by">{one.by}</span></li>)}</ul>
      <h4>{say('disputes.onward')}</h4>
      <p>{dispute.onwardTo.map((one) => say(`body.${one}`)).join(' → ')}</p>
      <p className="hint">{dispute.bases.map((one) => `《${one.law}》${one.article}`).join('，')}</p>
      {open === 'mediate' && <MediationForm disputeId={dispute.disputeId} onDone={changed} onClose={close} />}
      {open === 'transfer' && <TransferForm dispute={dispute} onDone={changed} onClose={close} />}
      {open === 'close' && (
        <AskWhy
          title={say('disputes.closeTitle', { number: dispute.number })} about={<p>{say('disputes.closeAbout')}</p>} reasons={disputeOutcomeSchema.options} nameOf={(one) => say(`disputeOutcome.${one}`)} act={say('disputes.close')} withNote={false} form={form} onClose={close}
          onAct={({ reason }) => { void form.send({ type: 'closeDispute', disputeId: dispute.disputeId, outcome: reason }, () => say('disputes.closed', { number: dispute.number })).then((closed) => { if (closed) changed(); }); }}
        />
      )}
    </>
  );

  function factsOf({ hire, job, employer: firm, realEmployer, evidence }: DisputeDetail) {
    return [
      [say('disputes.openedAt'), longMomentText(dispute.openedAt)] as const,
      [say('disputes.deadlines'), say('disputes.deadlinesAre', { answer: dispute.answerBy, mediate: dispute.mediateBy })] as const,
      dispute.complainer !== undefined && [say('disputes.complainer'), dispute.complainer] as const,
      firm !== undefined && [say('disputes.employer'), `${firm.name}${firm.creditCode === undefined ? '' : ` ${firm.creditCode}`}`] as const,
      realEmployer !== undefined && [say('post.onBehalfOf'), realEmployer.name] as const,
      job !== undefined && [say('disputes.job'), `${job.number} ${tradeName(say.language, job.trade)} · ${job.place}`] as const,
      hire !== undefined && [say('disputes.slip'), `${hire.number} · ${hire.businessDay} · ${payText(say, { kind: 'fixed', ...hire.agreedPay })} · ${say(`settlement.${hire.settlement}`)}`] as const,
      dispute.owedFen !== undefined && [say('disputes.owed'), `¥${yuanText(dispute.owedFen)}`] as const,
      dispute.sinceDay !== undefined && [say('disputes.since'), dispute.sinceDay] as const,
      evidence.length > 0 && [say('disputes.evidence'), evidence.map((one) => `${say(`paper.${one.kind}`)} ${one.businessDay} ${one.number}`).join('，')] as const,
      dispute.transferredTo !== undefined && [say('disputes.transferredTo'), say(`body.${dispute.transferredTo}`)] as const,
    ];
  }
}
