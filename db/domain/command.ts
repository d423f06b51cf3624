/* Everything a hall can be asked to do. */
import { z } from 'zod';
import { employerCommands } from './employers/commands.ts';
import { hiringCommands } from './hiring/commands.ts';
import { jobCommands } from './jobs/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { printingCommands } from './printing/commands.ts';
import { queueCommands } from './queue/commands.ts';

export const commandSchema = z.discriminatedUnion('type', [
  ...peopleCommands, ...employerCommands, ...jobCommands, ...queueCommands, ...hiringCommands, ...printingCommands,
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Who may send what. A test walks every command and role. */
export const rolesOf: { readonly [T in CommandType]: readonly ('kiosk' | 'console')[] } = {
  checkIn: ['kiosk', 'console'],
  registerWorker: ['kiosk', 'console'],
  registerHousehold: ['kiosk', 'console'],
  registerEmployer: ['console'],
  postJob: ['kiosk', 'console'],
  takeDownJob: ['console'],
  takeTicket: ['kiosk', 'console'],
  callNext: ['console'],
  callForJob: ['console'],
  recall: ['console'],
  markNoShow: ['console'],
  endCall: ['console'],
  confirmHire: ['console'],
  startPrint: ['kiosk'],
  finishPrint: ['kiosk', 'console'],
  reprint: ['kiosk', 'console'],
};
