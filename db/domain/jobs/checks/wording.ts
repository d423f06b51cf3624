/* Every free text of a posting goes through the filter, whichever door it came in by (F12). */
import type { HallSettings } from '../../hall/settings.ts';
import { filterText, rulesVersion } from '../../law/filter/filter-text.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { TextElement, WordingFinding } from '../facts.ts';
import type { JobTerms } from '../terms.ts';

export interface Wording {
  /** Somebody wrote something: a posting of taps alone has no word that is not ours. */
  readonly free: boolean;
  readonly outcome: 'staff' | 'pass';
  readonly findings: readonly WordingFinding[];
  readonly version: string;
}

/** The words of a person in these terms. A place is one when it is not among the hall's own tiles. */
export function freeTexts(terms: Pick<JobTerms, 'title' | 'place' | 'remark' | 'conditions'>, settings: HallSettings): [TextElement, string][] {
  const texts: [TextElement, string | undefined][] = [
    ['title', terms.title], ['place', settings.workPlaces.includes(terms.place) ? undefined : terms.place], ['remark', terms.remark], ['conditions.text', terms.conditions?.text],
  ];
  return texts.flatMap(([element, text]) => (text === undefined ? [] : [[element, text] satisfies [TextElement, string]]));
}

/** Refuses `wordingBlocked` with the text's path, the place of the words in it and the rule, and `contactInText`: numbers of people stay out of what is posted and out of the journal. */
export function judgeWording(terms: JobTerms, settings: HallSettings): Result<Wording> {
  const findings: WordingFinding[] = [];
  const texts = freeTexts(terms, settings);
  for (const [element, text] of texts) {
    const judged = judgeText(text, `terms.${element}`);
    if (!judged.ok) return judged;
    findings.push(...judged.value.map((finding) => ({ element, ...finding })));
  }
  return ok({ free: texts.length > 0, outcome: findings.length > 0 ? 'staff' : 'pass', findings: findings.slice(0, findingsLimit), version: filterVersion() });
}

/** What the filter would have staff look at in one text. Refuses `wordingBlocked` and `contactInText` with `field`. */
export function judgeText(text: string, field: string): Result<Omit<WordingFinding, 'element'>[]> {
  if (tellsANumber(text)) return refuse('contactInText', field);
  const { findings } = filterText(text);
  const blocked = findings.find((finding) => finding.outcome === 'block');
  if (blocked !== undefined) return refuse('wordingBlocked', field, { matched: { from: blocked.from, to: blocked.to }, ruleId: blocked.ruleId });
  return ok(findings.slice(0, findingsLimit).map(({ ruleId, from, to }) => ({ ruleId, from, to })));
}

/** Of the rules that hold now. */
export const filterVersion = rulesVersion;

/** The rules are compiled at their first use, which takes a fifth of a second: before the doors open, not while somebody waits. */
export const prepareWording = (): void => { filterText(''); };

const findingsLimit = 40;

/** A mobile or fixed line or an identity number, also when it is written with gaps or in full-width digits. */
function tellsANumber(text: string): boolean {
  const digits = text.normalize('NFKC').replaceAll(/(?<=\d)[\s.·_-]+(?=\d)/g, '');
  return /(?<!\d)(1[3-9]\d{9}|0\d{2,3}\d{7,8}|\d{15}|\d{17}[\dXx])(?!\d)/.test(digits);
}
