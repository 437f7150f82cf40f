/** A program of the benches, bundled as Laurel is deployed, with the data that it looks for beside it. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from '../.ci/bundle';
import { builtInAsJson, builtInFile } from '../infra/catalogue/load';

const root = resolve(__dirname, '..');
const model = 'bot/language-understanding/command-model';

/** Bundles a program of this folder, such as `turns/laurel-bot`, into another one and returns the path of its file. */
export async function bundleInto(folder: string, program: string): Promise<string> {
  await bundle(`bench/${program}.ts`, join(folder, 'dist'));
  mkdirSync(join(folder, 'dist/infra/catalogue'), { recursive: true });
  writeFileSync(join(folder, 'dist/infra/catalogue', builtInFile), builtInAsJson());
  cpSync(join(root, model), join(folder, 'dist', model), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  return join(folder, 'dist/bench', `${program}.js`);
}
