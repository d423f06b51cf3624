/* electron-builder's hook after packing and before signing: refuses a package whose compiled parts are not those of its target, all of them and no others, then sets every fuse of the binary. */
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses';
import { Arch, type AfterPackContext } from 'electron-builder';

/** Each fuse by name, so that one which a later Electron adds stops the packing until somebody decides on it. */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The binary is the kiosk and nothing else: neither a Node for whoever finds it nor open to options from outside.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Checked by Electron on Windows and macOS; on Linux the package manager's own check stands alone.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies FuseV1Config;

/** Compiled parts that a kiosk cannot be without, by platform and processor as Node calls them. */
const compiled: Readonly<Record<string, readonly RegExp[]>> = {
  'linux-x64': [/bindings-cpp\/prebuilds\/linux-x64\/.*\.glibc\.node$/, /@koromix\/koffi-linux-x64\/linux_x64\/koffi\.node$/, /@pcsc-mini\/linux-x86_64-gnu\/.*\.node$/],
  // For this target nobody publishes the part for chip cards: a kiosk there has no slot for social-security cards.
  'linux-arm64': [/bindings-cpp\/prebuilds\/linux-arm64\/.*\.glibc\.node$/, /@koromix\/koffi-linux-arm64\/linux_arm64\/koffi\.node$/],
  'win32-x64': [/bindings-cpp\/prebuilds\/win32-x64\/.*\.node$/, /@koromix\/koffi-win32-x64\/.*\.node$/, /@pcsc-mini\/windows-x86_64-electron\/.*\.node$/],
  'win32-arm64': [/bindings-cpp\/prebuilds\/win32-arm64\/.*\.node$/, /@koromix\/koffi-win32-arm64\/.*\.node$/, /@pcsc-mini\/windows-aarch64-electron\/.*\.node$/],
};
/** What our own start needs. */
const own = [/^\/dist\/electron\/main\.js$/, /^\/dist\/electron\/id-card-library\.js$/, /^\/dist\/electron\/chip-cards\.js$/, /^\/dist\/electron\/windows-queue\.js$/, /^\/dist\/electron\/letters-24\.br$/, /^\/dist\/electron\/preload\.cjs$/, /^\/dist\/screens\/index\.html$/];

/** What the package lacks, as patterns; empty when it is whole. `paths` begin with a slash. */
export function missingFrom(paths: readonly string[], platform: string, arch: string): string[] {
  const needed = compiled[`${platform}-${arch}`];
  if (needed === undefined) return [`no kiosk is built for ${platform}-${arch}`];
  return [...own, ...needed].filter((pattern) => !paths.some((path) => pattern.test(path))).map((pattern) => pattern.source);
}

/** Compiled parts that are for another target: they would swell the package, and tell that it was packed from the wrong installation. */
export function strangeIn(paths: readonly string[], platform: string, arch: string): string[] {
  const needed = compiled[`${platform}-${arch}`] ?? [];
  return paths.filter((path) => path.endsWith('.node') && !needed.some((pattern) => pattern.test(path)));
}

export async function afterPack({ appOutDir, arch, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const archive = join(packager.getResourcesDir(appOutDir), 'app.asar');
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const missing = missingFrom(paths, electronPlatformName, Arch[arch]);
  if (missing.length > 0) throw new Error(`the package is not whole: ${missing.join(', ')}`);
  const strange = strangeIn(paths, electronPlatformName, Arch[arch]);
  if (strange.length > 0) throw new Error(`the package holds parts of another target: ${strange.join(', ')}`);
  const program = electronPlatformName === 'win32' ? 'Kuaizhao.exe' : 'kuaizhao';
  await flipFuses(join(appOutDir, program), fuses);
}
