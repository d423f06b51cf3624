/*
 * The fair-employment filter: one text in, the outcome and every finding with its place in that text out. The same for every door of a process: hub and hall learn the city's rules where everything is
 * put together (`learnRules`), as they learn its trades, and whoever asks afterwards is answered by both lists.
 */
import { findAll, matcher, type Matcher, type Meter, type Span } from './match.ts';
import { normalise } from './normalise.ts';
import { parsePattern } from './pattern.ts';
import type { FilterOutcome, Rule, RuleClass, RuleOutcome, RuleSet } from './rule.ts';
import { shippedRuleSet } from './rule-set.ts';
import { cityRulesMost, listMark, ruleOf, type CityRule } from './city-rule.ts';

export interface Finding {
  readonly ruleId: string;
  readonly class: RuleClass;
  readonly outcome: RuleOutcome;
  /** Code-unit offsets in the text as given: `text.slice(from, to) === matched`. */
  readonly from: number;
  readonly to: number;
  readonly matched: string;
}

export interface FilterResult {
  readonly outcome: FilterOutcome;
  /** By place, then by rule. */
  readonly findings: readonly Finding[];
  /** Of the rule set: kept with the decision, so that it can be explained later. */
  readonly version: string;
}

export interface FilterOptions {
  /** Another rule set, compiled once with `compileRules`; the shipped one and the city's otherwise. */
  readonly rules?: CompiledRules;
  /** Gets the number of characters looked at added. */
  readonly meter?: Meter;
}

interface CompiledRule { readonly rule: Rule; readonly patterns: readonly Matcher[]; readonly exceptions: readonly Matcher[] }
export interface CompiledRules { readonly version: string; readonly rules: readonly CompiledRule[] }

/** Throws, naming the pattern, when a rule is malformed or an id appears twice. */
export function compileRules({ version, lexicon, rules }: RuleSet): CompiledRules {
  // Rules of a class share their exceptions: one object each, so that each is looked for once.
  const known = new Map<string, Matcher>();
  const excuse = (pattern: string): Matcher => {
    const made = known.get(pattern) ?? matcher(parsePattern(pattern, lexicon), false);
    known.set(pattern, made);
    return made;
  };
  if (new Set(rules.map((rule) => rule.id)).size !== rules.length) throw new Error('a rule id appears twice');
  return {
    version,
    rules: rules.map((rule) => ({ rule, patterns: rule.patterns.map((pattern) => matcher(parsePattern(pattern, lexicon), true)), exceptions: rule.exceptions.map(excuse) })),
  };
}

let shipped: CompiledRules | undefined;
let city: CompiledRules = { version: '', rules: [] };
let together: CompiledRules | undefined;

/** The rules that the program brings, whatever the city says. */
export const shippedRules = (): CompiledRules => (shipped ??= compileRules(shippedRuleSet));

/** The city's rules, whole, in place of what it said before; they hold from the next text on. Of two with one name the later counts. */
export function learnRules(said: readonly CityRule[]): void {
  const list = said.slice(0, cityRulesMost);
  const version = list.length === 0 ? '' : `+city.${listMark(list)}`;
  if (version === city.version) return;
  const rules = [...new Map(list.map((one) => [one.ruleId, ruleOf(one)])).values()].filter(({ patterns }) => patterns.length > 0);
  city = { ...compileRules({ version, lexicon: shippedRuleSet.lexicon, rules }), version };
  together = undefined;
}

/** Of the rules that hold now: the shipped version, and behind it the mark of the city's list. */
export const rulesVersion = (): string => `${shippedRuleSet.version}${city.version}`;

const rulesNow = (): CompiledRules => (together ??= { version: rulesVersion(), rules: [...shippedRules().rules, ...city.rules] });

/** Judges `text`, of any length and content. Never throws; time grows in line with the length. */
export function filterText(text: string, options: FilterOptions = {}): FilterResult {
  const { version, rules } = options.rules ?? rulesNow();
  const meter = options.meter ?? { steps: 0 };
  const normal = normalise(text);
  const lawful = new Map<Matcher, readonly Span[]>();
  const lawfulSpans = (exception: Matcher): readonly Span[] => {
    const spans = lawful.get(exception) ?? findAll(normal, exception, meter);
    lawful.set(exception, spans);
    return spans;
  };
  const findings = rules.flatMap(({ rule, patterns, exceptions }) => {
    const hits = patterns.flatMap((pattern) => findAll(normal, pattern, meter));
    if (hits.length === 0) return [];
    const excused = covered(exceptions.flatMap(lawfulSpans), normal.chars.length);
    return outermost(hits.filter((hit) => !touches(excused, hit))).map((hit): Finding => {
      const [from, to] = [normal.from[hit.start] ?? 0, normal.to[hit.end - 1] ?? 0];
      return { ruleId: rule.id, class: rule.class, outcome: rule.outcome, from, to, matched: text.slice(from, to) };
    });
  });
  findings.sort((a, b) => a.from - b.from || b.to - a.to || (a.ruleId < b.ruleId ? -1 : 1));
  return { outcome: worst(findings), findings, version };
}

const worst = (findings: readonly Finding[]): FilterOutcome => {
  if (findings.some((one) => one.outcome === 'block')) return 'block';
  return findings.length > 0 ? 'staff' : 'pass';
};

/** `sums[i]`: how many of the first i characters lie in a lawful span. */
function covered(spans: readonly Span[], length: number): Int32Array {
  const starts = new Int32Array(length + 1);
  for (const { start, end } of spans) {
    starts[start] = (starts[start] ?? 0) + 1;
    starts[end] = (starts[end] ?? 0) - 1;
  }
  const sums = new Int32Array(length + 1);
  let open = 0;
  for (let index = 0; index < length; index += 1) {
    open += starts[index] ?? 0;
    sums[index + 1] = (sums[index] ?? 0) + (open > 0 ? 1 : 0);
  }
  return sums;
}

const touches = (sums: Int32Array, { start, end }: Span): boolean => (sums[end] ?? 0) > (sums[start] ?? 0);

/** Without the spans that lie inside another. */
function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  return sorted.filter((span) => {
    const outside = span.end > reach;
    reach = Math.max(reach, span.end);
    return outside;
  });
}
