/* Commands about employers, each to its decision. */
import type { Context } from '../context.ts';
import type { Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { EmployerCommand } from './commands.ts';
import { decideHearCityStanding } from './city/hear-standing.ts';
import { decideLinkPrincipal, decidePutContractorCrew, decideRemoveContractorCrew, decideUnlinkPrincipal } from './contractors.ts';
import { decideLiftStanding, decideSetEmployerStanding, decideSetTrust } from './hold.ts';
import { decideRegisterContractor, decideRegisterEmployer, decideRegisterHousehold } from './register.ts';
import { decideAddRepresentative, decideRemoveRepresentative } from './representatives.ts';
import { decideDeclineVerification, decideVerifyEmployer } from './verify.ts';

export function decideEmployers(view: HallView, command: EmployerCommand, context: Context): Result<Decision> {
  switch (command.type) {
    case 'registerHousehold': return decideRegisterHousehold(view, command, context);
    case 'registerEmployer': return decideRegisterEmployer(view, command, context);
    case 'registerContractor': return decideRegisterContractor(view, command, context);
    case 'verifyEmployer': return decideVerifyEmployer(view, command, context);
    case 'declineVerification': return decideDeclineVerification(view, command, context);
    case 'setEmployerStanding': return decideSetEmployerStanding(view, command, context);
    case 'liftStanding': return decideLiftStanding(view, command, context);
    case 'setTrust': return decideSetTrust(view, command, context);
    case 'hearCityStanding': return decideHearCityStanding(view, command, context);
    case 'addRepresentative': return decideAddRepresentative(view, command, context);
    case 'removeRepresentative': return decideRemoveRepresentative(view, command, context);
    case 'putContractorCrew': return decidePutContractorCrew(view, command, context);
    case 'removeContractorCrew': return decideRemoveContractorCrew(view, command, context);
    case 'linkPrincipal': return decideLinkPrincipal(view, command, context);
    case 'unlinkPrincipal': return decideUnlinkPrincipal(view, command, context);
  }
}
