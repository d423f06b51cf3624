/* What was decided about one employer or posting: when, what, until when, who, and the note beside it. Newest first; a word that this page does not know yet is told as it is. */
import { languages, type TextKey } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { ruleName } from '../desk/rule-name.ts';
import { momentText } from '../desk/when.ts';
import { Written } from '../form/written.tsx';

export interface Decided {
  readonly at: number; readonly kind: string; readonly what: string; readonly until?: string | undefined; readonly ruleIds?: readonly string[] | undefined;
  /** absent: the employer at a kiosk */
  readonly by?: string | undefined; readonly note?: string | undefined;
}

/** Where the words of a decision stand. */
const groupsOf: Readonly<Record<string, readonly string[]>> = {
  employerVerified: ['paperKind'], verificationDeclined: ['paperKind'], employerStandingSet: ['standing', 'standingWhy'], employerStandingLifted: ['liftWhy'], employerTrustSet: ['trustIs', 'trustWhy'], cityStandingHeard: ['employers.city'],
  jobReviewed: ['outcome', 'reviewWhy'], jobTakenDown: ['takeDown'], jobClosed: ['closeWhy', 'showed'], jobChanged: ['jobState', 'element', 'showed'],
};

const isKey = (key: string): key is TextKey => Object.hasOwn(languages['zh-CN'], key);

export function Decisions({ title, none, decisions }: { readonly title: string; readonly none: string; readonly decisions: readonly Decided[] }) {
  const say = useSay();
  const wordOf = (kind: string, word: string): string => {
    const key = (groupsOf[kind] ?? []).map((group) => `${group}.${word}`).find(isKey);
    return key === undefined ? word : say(key);
  };
  const whatOf = ({ kind, what, ruleIds = [] }: Decided): string => [...what.split(/[ ,]/).filter((word) => word !== '').map((word) => wordOf(kind, word)), ...new Set(ruleIds.map((one) => ruleName(say, one)))].join(say.language === 'en' ? ', ' : '、');
  const kindOf = (kind: string): string => {
    const key = `decided.${kind}`;
    return isKey(key) ? say(key) : kind;
  };
  return (
    <>
      <h4>{title}</h4>
      {decisions.length === 0 && <p className="nothing">{none}</p>}
      <ul className="story">
        {decisions.toReversed().map((one, at) => (
          <li key={`${String(one.at)} ${one.kind} ${String(decisions.length - at)}`}>
            <time>{momentText(one.at)}</time>
            <div>
              {[kindOf(one.kind), whatOf(one), one.until === undefined ? '' : say('standing.until', { day: one.until })].filter((part) => part !== '').join(' · ')}
              {one.note !== undefined && <Written text={one.note} />}
            </div>
            <span className="by">{one.by ?? say('decided.atKiosk')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
