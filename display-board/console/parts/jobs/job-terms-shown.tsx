/* All terms of one posting as staff read them; the employer's own words with the places that the filter found. */
import { hazardsOf } from '@kuaizhao/db/domain/jobs/work-conditions.ts';
import { certificates } from '@kuaizhao/db/domain/trades/certificate.ts';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { Facts, type FactLine } from '../desk/facts.tsx';
import { Marked } from '../desk/marked.tsx';
import { longMomentText } from '../desk/when.ts';
import { givenKinds } from './draft.ts';

export function JobTermsShown({ job }: { readonly job: ReviewJobRow }) {
  const say = useSay();
  const { terms, findings } = job;
  const words: readonly (readonly [string, 'title' | 'place' | 'remark' | 'conditions.text', string | undefined])[] = [
    [say('post.title'), 'title', terms.title], [say('post.place'), 'place', terms.place], [say('post.conditions'), 'conditions.text', terms.conditions?.text], [say('post.remark'), 'remark', terms.remark],
  ];
  const comma = say.language === 'en' ? ', ' : '、';
  const asked = terms.conditions?.certificates ?? [];
  const given = givenKinds.filter((one) => terms[one]).map((one) => say(`given.${one}`));
  const hazards = hazardsOf(terms).flatMap((one) => { const found = terms.hazards.find((named) => named === one); return found === undefined ? [] : [say(`hazard.${found}`)]; });
  const lines: readonly (FactLine | false)[] = [
    [say('post.trade'), tradeName(say.language, terms.trade)], [say('post.headcount'), String(terms.headcount)], [say('post.pay'), payText(say, terms.pay)], [say('console.settlement'), say(`settlement.${terms.settlement}`)],
    [say('post.start'), longMomentText(terms.startAt)], [say('post.howLong'), `${String(terms.hoursPerDay)} ${say('post.hours')} × ${String(terms.days)} ${say('post.days')}`], [say('post.validUntil'), longMomentText(terms.validUntil)],
    terms.plate !== undefined || terms.bay !== undefined ? [say('post.van'), [terms.bay, terms.plate].filter((one) => one !== undefined).join(' ')] : false,
    [say('post.given'), given.length === 0 ? say('desk.none') : given.join(comma)], [say('post.insurance'), say(`insurance.${terms.insurance}`)], [say('post.hazards'), hazards.length === 0 ? say('hazard.none') : hazards.join(comma)], [say('post.mode'), say(`mode.${terms.mode ?? 'open'}`)],
    asked.length > 0 && [say('post.certificates'), asked.map((one) => (say.language === 'en' ? certificates[one].en : certificates[one].zh)).join(comma)],
    job.realEmployer !== undefined && [say('post.onBehalfOf'), job.realEmployer.name],
  ];
  return (
    <>
      <h4>{say('review.words')}</h4>
      <dl className="facts words">
        {words.map(([name, element, text]) => text !== undefined && <div key={element}><dt>{name}</dt><dd><Marked text={text} marks={findings.filter((one) => one.element === element)} /></dd></div>)}
      </dl>
      {job.notices.map((one) => <p key={one} className="wrong-line">{say(`notice.${one}`)}</p>)}
      <h4>{say('review.terms')}</h4>
      <Facts lines={lines} />
    </>
  );
}
