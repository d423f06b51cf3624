/* Which judgement belongs to which command about people, help, opinions, shifts and keeping. */
import type { z } from 'zod';
import { decideCloseHelpCase, decideOpenHelpCase, decideRecordHelpVisit, decideUpdateHelpCase } from '../care/decide.ts';
import { careCommands } from '../care/commands.ts';
import type { Context } from '../context.ts';
import { opinionCommands } from '../opinions/commands.ts';
import { decideGiveOpinion } from '../opinions/decide.ts';
import { retentionCommands } from '../records/retention-facts.ts';
import { decideRunRetention } from '../records/run-retention.ts';
import type { Result } from '../result.ts';
import { decideAccounts } from '../staff/accounts/decide.ts';
import { staffCommands } from '../staff/commands.ts';
import { decideEndShift, decideStartShift } from '../staff/shifts.ts';
import type { Decision, HallView } from '../view.ts';
import { decideCheckIn, decideRegisterWorker } from './arrival/check-in.ts';
import { peopleCommands } from './commands.ts';
import { crewCommands } from './crews/commands.ts';
import { decideDissolveCrew, decideFormCrew, decideLeaveCrew } from './crews/decide.ts';
import { dataCommands } from './data/commands.ts';
import { decideGiveConsent, decideWithdrawConsent } from './data/consent.ts';
import { decideChangeContact, decideChangeTrades, decideCorrectWorker, decideWishTraining } from './data/correct.ts';
import { decideEraseWorker } from './data/erase.ts';
import { mergingCommands } from './merging/commands.ts';
import { decideDismissMerge, decideMergeWorker, decideUndoMerge } from './merging/decide.ts';
import { sharingCommands } from './sharing/commands.ts';
import { decideHearErasure, decideShareWorker, decideTakeCityKey } from './sharing/decide.ts';
import { wishesCommands } from './wishes/commands.ts';
import { decideApplyForJob, decideSetWishes, decideShowCertificate } from './wishes/decide.ts';
import { decideCheckInWitnessed, decideRegisterWitnessed, decideTakeWorkNumber } from './arrival/witnessed.ts';

export const commandsAboutPeople = [...peopleCommands, ...mergingCommands, ...dataCommands, ...sharingCommands, ...crewCommands, ...wishesCommands, ...careCommands, ...opinionCommands, ...staffCommands, ...retentionCommands] as const;
export type CommandAboutPeople = z.infer<(typeof commandsAboutPeople)[number]>;

const types: ReadonlySet<string> = new Set(commandsAboutPeople.map((schema) => schema.shape.type.value));
export const asksAboutPeople = (command: { readonly type: string }): command is CommandAboutPeople => types.has(command.type);

export function decideAboutPeople(view: HallView, command: CommandAboutPeople, context: Context): Result<Decision> {
  switch (command.type) {
    case 'checkIn': return decideCheckIn(view, command, context);
    case 'registerWorker': return decideRegisterWorker(view, command, context);
    case 'registerWitnessed': return decideRegisterWitnessed(view, command, context);
    case 'checkInWitnessed': return decideCheckInWitnessed(view, command, context);
    case 'takeWorkNumber': return decideTakeWorkNumber(view, command, context);
    case 'mergeWorker': return decideMergeWorker(view, command, context);
    case 'dismissMerge': return decideDismissMerge(view, command, context);
    case 'undoMerge': return decideUndoMerge(view, command, context);
    case 'giveConsent': return decideGiveConsent(view, command, context);
    case 'withdrawConsent': return decideWithdrawConsent(view, command, context);
    case 'changeContact': return decideChangeContact(view, command, context);
    case 'correctWorker': return decideCorrectWorker(view, command, context);
    case 'changeTrades': return decideChangeTrades(view, command, context);
    case 'wishTraining': return decideWishTraining(view, command, context);
    case 'eraseWorker': return decideEraseWorker(view, command, context);
    case 'shareWorker': return decideShareWorker(view, command, context);
    case 'hearErasure': return decideHearErasure(view, command, context);
    case 'takeCityKey': return decideTakeCityKey(view, command, context);
    case 'formCrew': return decideFormCrew(view, command, context);
    case 'leaveCrew': return decideLeaveCrew(view, command, context);
    case 'dissolveCrew': return decideDissolveCrew(view, command, context);
    case 'setWishes': return decideSetWishes(view, command, context);
    case 'showCertificate': return decideShowCertificate(view, command, context);
    case 'applyForJob': return decideApplyForJob(view, command, context);
    case 'openHelpCase': return decideOpenHelpCase(view, command, context);
    case 'updateHelpCase': return decideUpdateHelpCase(view, command, context);
    case 'recordHelpVisit': return decideRecordHelpVisit(view, command, context);
    case 'closeHelpCase': return decideCloseHelpCase(view, command, context);
    case 'giveOpinion': return decideGiveOpinion(view, command, context);
    case 'startShift': return decideStartShift(view, command, context);
    case 'endShift': return decideEndShift(view, context);
    case 'openAccount': case 'setAccountRole': case 'setAccountPin': case 'setAccountCard': case 'closeAccount': case 'unlockAccount': case 'setOwnPin': case 'seedAccount': case 'keepRecoveryCode': case 'recoverAccount': return decideAccounts(view, command, context);
    case 'runRetention': return decideRunRetention(view, context);
  }
}
