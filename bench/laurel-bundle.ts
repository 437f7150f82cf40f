/** A program of the benches, bundled as Laurel is deployed, with the data that it looks for beside it. */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from '../.ci/bundle';

const root = resolve(__dirname, '..');
const data = ['infra/catalogue', 'bot/language-understanding/command-model.json'];

/** Bundles a program of this folder, such as `turns/laurel-bot`, into another one and returns the path of its file. */
export async function bundleInto(folder: string, program: string): Promise<string> {
  await bundle(`bench/${program}.ts`, join(folder, 'dist'));
  for (const part of data) cpSync(join(root, part), join(folder, 'dist', part), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  return join(folder, 'dist/bench', `${program}.js`);
}
