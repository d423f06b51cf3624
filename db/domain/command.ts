/* Everything a hall can be asked to do. */
import { z } from 'zod';
import { boardCommands } from './boards/commands.ts';
import { fairCommands } from './fairs/commands.ts';
import { careCommands } from './care/commands.ts';
import { attendanceCommands } from './attendance/commands.ts';
import { deviceCommands } from './devices/commands.ts';
import { disputeCommands } from './disputes/commands.ts';
import { drawCommands } from './draws/commands.ts';
import { employerCommands } from './employers/commands.ts';
import { hiringCommands } from './hiring/commands.ts';
import { sessionCommands } from './matching/sessions/commands.ts';
import { jobCommands } from './jobs/commands.ts';
import { opinionCommands } from './opinions/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { crewCommands } from './people/crews/commands.ts';
import { dataCommands } from './people/data/commands.ts';
import { sharingCommands } from './people/sharing/commands.ts';
import { wishesCommands } from './people/wishes/commands.ts';
import { mergingCommands } from './people/merging/commands.ts';
import { printingCommands } from './printing/commands.ts';
import { queueCommands } from './queue/commands.ts';
import { quoteCommands } from './quotes/commands.ts';
import { referralCommands } from './referrals/commands.ts';
import { recordsCommands } from './records/commands.ts';
import { retentionCommands } from './records/retention-facts.ts';
import { slipCommands } from './slips/commands.ts';
import { staffCommands } from './staff/commands.ts';
import { standingCommands } from './standing/commands.ts';
import { talkCommands } from './talks/commands.ts';

export const commandSchema = z.discriminatedUnion('type', [
  ...peopleCommands, ...employerCommands, ...jobCommands, ...queueCommands, ...hiringCommands, ...printingCommands,
  ...mergingCommands, ...dataCommands, ...sharingCommands, ...crewCommands, ...wishesCommands, ...careCommands, ...opinionCommands, ...staffCommands, ...retentionCommands, ...recordsCommands,
  ...sessionCommands, ...talkCommands, ...quoteCommands, ...drawCommands, ...attendanceCommands, ...disputeCommands, ...standingCommands, ...slipCommands, ...referralCommands, ...deviceCommands, ...boardCommands, ...fairCommands,
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
