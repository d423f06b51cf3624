/* 揽头管理 (F11): the register of a contractor's crews, and for whom a contractor or agency may post. */
import type { Context } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import { tradeByCode } from '../trades/trade.ts';
import type { Decision, HallView } from '../view.ts';
import type { LinkPrincipal, PutContractorCrew, RemoveContractorCrew, UnlinkPrincipal } from './commands.ts';
import { postsForOthers } from './documents.ts';

/** Crews of one contractor, and employers that one contractor or agency posts for: more is a register nobody checks. */
export const crewsLimit = 30;
export const principalsLimit = 60;

/** Refuses `notYourRole`, `employerUnknown`, `notAContractor`, `tradeUnknown`, `crewUnknown` (none, or another contractor's), `limitReached`, `crewTooSmall` (more members than it is large), `workerUnknown` with the member's place. */
export function decidePutContractorCrew(view: HallView, command: PutContractorCrew, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const { employerId } = command;
  const problem = notAContractor(view, employerId);
  if (problem !== undefined) return problem;
  if (tradeByCode(command.trade) === undefined) return refuse('tradeUnknown', 'trade');
  if (command.crewId === undefined && view.crewCount(employerId) >= crewsLimit) return refuse('limitReached', 'employerId');
  if (command.crewId !== undefined && view.contractorOfCrew(command.crewId) !== employerId) return refuse('crewUnknown', 'crewId');
  const members = new Set<string>();
  for (const [place, number] of command.members.entries()) {
    const worker = view.workerByNumber(number);
    if (worker === undefined) return refuse('workerUnknown', `members.${place}`);
    members.add(worker.workerId);
  }
  if (members.size > command.size) return refuse('crewTooSmall', 'size');
  return ok({
    facts: [{
      type: 'contractorCrewPut', employerId, crewId: command.crewId ?? context.newId(), trade: command.trade, size: command.size, members: [...members], by: context.actor.staffId,
    }],
    records: [],
  });
}

/** Refuses `notYourRole`, `employerUnknown`, `notAContractor`, `crewUnknown`. */
export function decideRemoveContractorCrew(view: HallView, command: RemoveContractorCrew, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const problem = notAContractor(view, command.employerId);
  if (problem !== undefined) return problem;
  if (view.contractorOfCrew(command.crewId) !== command.employerId) return refuse('crewUnknown', 'crewId');
  return ok({ facts: [{ type: 'contractorCrewRemoved', employerId: command.employerId, crewId: command.crewId, by: context.actor.staffId }], records: [] });
}

/** Refuses `notYourRole`, `employerUnknown`, `realEmployerWrong` (posts for itself, or the other is no real employer), `limitReached`. Linked already: told again. */
export function decideLinkPrincipal(view: HallView, command: LinkPrincipal, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const { employerId, principalId } = command;
  const employer = view.employer(employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  const principal = view.employer(principalId);
  if (principal === undefined) return refuse('employerUnknown', 'principalId');
  if (!postsForOthers(employer.kind) || postsForOthers(principal.kind)) return refuse('realEmployerWrong', 'principalId');
  const linked = { type: 'principalLinked', employerId, principalId, by: context.actor.staffId } as const;
  if (view.isPrincipal(employerId, principalId)) return ok({ facts: [], records: [], standing: [linked] });
  if (view.principalCount(employerId) >= principalsLimit) return refuse('limitReached', 'employerId');
  return ok({ facts: [linked], records: [] });
}

/** Refuses `notYourRole`, `employerUnknown`, `realEmployerUnknown` (not linked). Jobs that stand keep standing. */
export function decideUnlinkPrincipal(view: HallView, command: UnlinkPrincipal, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.employer(command.employerId) === undefined) return refuse('employerUnknown', 'employerId');
  if (!view.isPrincipal(command.employerId, command.principalId)) return refuse('realEmployerUnknown', 'principalId');
  return ok({ facts: [{ type: 'principalUnlinked', employerId: command.employerId, principalId: command.principalId, by: context.actor.staffId }], records: [] });
}

function notAContractor(view: HallView, employerId: string): ReturnType<typeof refuse> | undefined {
  const employer = view.employer(employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  return employer.kind === 'contractor' ? undefined : refuse('notAContractor', 'employerId');
}
