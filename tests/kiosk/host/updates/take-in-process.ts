/* A process of its own that takes a release and ends at once, as by a power cut, at the step that is named. */
import { existsSync, readFileSync } from 'node:fs';
import { openVersionFolder } from '@kuaizhao/kiosk/host/updates/version-folder.ts';
import { takeRelease, type TakeStep } from '@kuaizhao/kiosk/host/updates/take-release.ts';
import { herePlatform } from '../../../fixtures/releases/platform.ts';

const [folder = '', file = '', key = '', version = '', dies = '', piece = '4096'] = process.argv.slice(2);
const size = Number(piece);
const end = (): void => { process.kill(process.pid, 'SIGKILL'); };
const versions = openVersionFolder(folder, herePlatform);
let pieces = 0;
const at = (step: TakeStep): void => {
  if (step === 'piece') pieces += 1;
  if (step === dies && (step !== 'piece' || pieces === 2)) end();
};
if (dies === 'pointing') {
  versions.point(version);
  end();
}
const whole = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
const taken = await takeRelease({
  folder, versions, platform: herePlatform, keys: [key], at, breathe: () => Promise.resolve(true),
  line: { piece: (_version, _platform, from) => Promise.resolve(from < whole.length ? { bytes: whole.subarray(from, from + size), size: whole.length } : undefined) },
}, version);
process.stdout.write(taken);
