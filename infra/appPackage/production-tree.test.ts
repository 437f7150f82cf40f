/** What is installed in production: nothing that only the local world needs, and no package whose licence is not known. */
import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);

it('has no chat window, no table emulator and no driver of a database', () => {
  const names = installed.map(([path]) => path.replace(/^.*node_modules\//, ''));

  expect(names).toContain('botbuilder');
  expect(names.filter((name) => /azurite|playground|sequelize|tedious|mysql|mariadb|sqlite/.test(name))).toEqual([]);
});

it('comes from the registry, each package with its checksum', () => {
  const odd = installed.filter(
    // The lockfile leaves the address out where it is the registry's own.
    ([, { resolved, integrity = '' }]) => resolved !== undefined || !integrity.startsWith('sha512-'),
  );

  expect(odd.map(([path]) => path)).toEqual([]);
});
