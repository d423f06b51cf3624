/* The check before opening: what is looked at, how it is, and the next step for staff. */
import type { Texts } from '../text-keys.ts';

export const readiness: Pick<Texts, 'readiness'> = {
  readiness: {
    ready: 'All machines are ready', notReady: 'Some machines need attention', again: 'Check again', print: 'Print the list', printing: 'Printing', name: 'Machines and how they are', ofHall: 'Hall: {{name}}',
    state: { ok: 'Fine', unknown: 'Not known yet' },
    check: {
      link: 'Line to the hall', reader: 'Card reader', printer: 'Printer', paper: 'Paper', screen: 'Screen', sound: 'Sound', audio: 'Voice pack', disk: 'Disk space', clock: 'Clock', numbers: 'Numbers in reserve', city: 'City platform', cityClock: 'Clock of the city', plan: 'Plan',
    },
    step: {
      link: 'Check cable and power of the hall machine', reader: 'Pull the reader cable and plug it in again', printer: 'Close the cover, check power and cable', paper: 'Put in a new roll', screen: 'Restart the kiosk', sound: 'Turn the volume up', audio: 'Ask the administrator for the pack',
      disk: 'Ask the administrator to free the disk', clock: 'Ask the administrator to set the time', numbers: 'Come by themselves with the line', city: 'The hall works; data go up later', cityClock: 'Ask the administrator to set the time', plan: 'Call support, place people by hand',
    },
  },
};
