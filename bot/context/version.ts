/** The version of Laurel, as package.json has it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version; compiled or not, package.json stands one or two folders above this file. */
export function laurelVersion(): string {
  const file = [join('..', '..'), join('..', '..', '..')]
    .map((up) => join(__dirname, up, 'package.json'))
    .find(existsSync);
  if (file === undefined) throw new Error('package.json is missing beside Laurel');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
