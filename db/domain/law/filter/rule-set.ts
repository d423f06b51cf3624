/* The rules as shipped, with one version for the whole: it stands in every decision and rises with every change of any rule or word. */
import { ageRules } from './rules/age.ts';
import { disabilityCarrierRules } from './rules/disability-carrier.ts';
import { ethnicityReligionRules } from './rules/ethnicity-religion.ts';
import { feeDepositRules } from './rules/fee-deposit.ts';
import { householdRegionRules } from './rules/household-region.ts';
import { lureScamRules } from './rules/lure-scam.ts';
import { marriageBirthRules } from './rules/marriage-birth.ts';
import { sexRules } from './rules/sex.ts';
import type { RuleSet } from './rule.ts';
import { actWords } from './words/acts.ts';
import { peopleWords } from './words/people.ts';
import { placeWords } from './words/places.ts';

export const shippedRuleSet: RuleSet = {
  version: '2026.11.21-1',
  lexicon: {
    ...actWords,
    ...peopleWords,
    ...placeWords,
    /** 20 to 79 as people write an age. */
    years: ['[2-7][0-9]', '[二三四五六七]十[一二三四五六七八九]?'],
    yearsInWords: ['[二三四五六七]十[一二三四五六七八九]?'],
  },
  rules: [
    ...sexRules, ...marriageBirthRules, ...ethnicityReligionRules, ...householdRegionRules, ...disabilityCarrierRules,
    ...feeDepositRules, ...ageRules, ...lureScamRules,
  ],
};
