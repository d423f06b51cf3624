/* The part of a posting that is asked for now. */
import type { ComponentType, ReactNode } from 'react';
import { useViewOf } from '../view/context.ts';
import type { JobPart } from '../view/job-parts.ts';
import { CheckPart } from './check-part.tsx';
import { HazardsPart, InsurancePart, ProvidedPart } from './condition-parts.tsx';
import { ModePart, NamedPart, QuotesPart } from './mode-parts.tsx';
import type { PartProps } from './part-frame.tsx';
import { AmountPart, SettlementPart } from './pay-parts.tsx';
import { LengthPart, StartPart } from './time-parts.tsx';
import { BayPart, LeavePart, PlatePart } from './van-parts.tsx';
import { HeadcountPart, PlacePart, TradePart } from './work-parts.tsx';

const parts: Record<JobPart, ComponentType<PartProps>> = {
  trade: TradePart, headcount: HeadcountPart, amount: AmountPart, settlement: SettlementPart, start: StartPart, length: LengthPart, place: PlacePart,
  provided: ProvidedPart, hazards: HazardsPart, insurance: InsurancePart, bay: BayPart, leave: LeavePart, plate: PlatePart, mode: ModePart, named: NamedPart, quotes: QuotesPart, check: CheckPart,
};

/** While a journey to another line is under way the part stays that it began on: screens passed on the way are not shown. */
export function JobPartScreen({ screen }: PartProps): ReactNode {
  const part = useViewOf((view) => view.part);
  if (part === undefined) return null;
  const Part = parts[part];
  return <Part key={part} screen={screen} />;
}
