/* Where the launcher of a kiosk lies, for the tests that run it. */
import { resolve } from 'node:path';

/** The launcher that goes onto kiosks. */
export const launcher = resolve(import.meta.dirname, '../../../kiosk/launcher/launch.sh');
