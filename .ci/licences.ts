/** `npm run licences`: the licences of what runs in production, counted; it ends with 1 where one is not on the list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that allow use, change and distribution, and ask for no more than their notice. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
  '(MIT OR CC0-1.0)',
  '(AFL-2.1 OR BSD-3-Clause)',
]);

/** Packages whose `package.json` names no licence, with the one that their readme states. */
const stated: Readonly<Record<string, string>> = { 'escape-regexp-component': 'MIT' };

interface LockedPackage {
  readonly dev?: boolean;
}

function inProduction(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return Object.keys(packages).filter((path) => path !== '' && !packages[path]!.dev);
}

/** Optional packages of other platforms are in the lockfile and not on this machine; they are judged where they are installed. */
function licenceOf(path: string): string | undefined {
  const name = path.replace(/^.*node_modules\//, '');
  try {
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
      readonly license?: string | { readonly type: string };
      readonly licenses?: readonly { readonly type: string }[];
    };
    const { license, licenses } = manifest;
    const named = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type);
    return named ?? stated[name] ?? 'none';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const byLicence = new Map<string, string[]>();
for (const path of inProduction()) {
  const licence = licenceOf(path);
  if (licence !== undefined) byLicence.set(licence, [...(byLicence.get(licence) ?? []), path]);
}
const counted = [...byLicence].sort(([, some], [, others]) => others.length - some.length);
for (const [licence, paths] of counted) console.log(`${String(paths.length).padStart(5)}  ${licence}`);
const refused = counted.filter(([licence]) => !allowed.has(licence));
for (const [licence, paths] of refused) console.error(`Not on the list: ${licence} of ${paths.join(', ')}`);
console.log(refused.length === 0 ? 'good' : 'NOT GOOD');
process.exitCode = refused.length === 0 ? 0 : 1;
