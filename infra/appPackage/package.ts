/** `npm run package`: brings the menu of the manifest up to date, validates the app package offline and zips it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseEnvironment } from 'dotenv';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { format } from 'prettier';
import { copilotManifest, readSource, withMenu, type Manifest, type PackageSource } from './manifests';
import { faultsOf } from './official-schema';

const root = resolve(__dirname, '../..');
const output = join(__dirname, 'build');
/** Stands where provisioning has not filled in an id yet: the package is valid, and belongs to no bot. */
const noId = '00000000-0000-0000-0000-000000000000';
/** Every run makes the same bytes of the same files. */
const mtime = new Date(1980, 0, 1);

interface Filled {
  readonly manifest: Manifest;
  readonly missing: readonly string[];
}

function fill(manifest: object, environment: Readonly<Record<string, string>>): Filled {
  const missing = new Set<string>();
  const filled = JSON.stringify(manifest).replaceAll(/\$\{\{(\w+)\}\}/g, (_whole, name: string) => {
    if (!environment[name]) missing.add(name);
    return environment[name] || noId;
  });
  return { manifest: JSON.parse(filled) as Manifest, missing: [...missing] };
}

function faultsIn({ manifest }: Filled, { languages }: PackageSource): readonly string[] {
  const version = manifest.manifestVersion;
  return [
    ...faultsOf('MicrosoftTeams.schema.json', version, manifest).map((fault) => `manifest.json: ${fault}`),
    ...languages.flatMap(({ file, texts }) =>
      faultsOf('MicrosoftTeams.Localization.schema.json', version, texts).map((fault) => `${file}: ${fault}`),
    ),
    ...Object.values(manifest.icons)
      .filter((icon) => !existsSync(join(__dirname, icon)))
      .map((icon) => `manifest.json: there is no ${icon}`),
  ];
}

function zipOf({ manifest }: Filled, { languages }: PackageSource): Uint8Array {
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, undefined, 2)}\n`);
  const files: Zippable = { 'manifest.json': json(manifest) };
  for (const { file, texts } of languages) files[file] = json(texts);
  for (const icon of Object.values(manifest.icons)) files[icon] = new Uint8Array(readFileSync(join(__dirname, icon)));
  return zipSync(files, { mtime, level: 9 });
}

/** Writes a file of this folder where it does not say what it should, and tells its name. */
async function renew(file: string, value: object): Promise<readonly string[]> {
  const path = join(__dirname, file);
  const content = await format(JSON.stringify(value), { parser: 'json', printWidth: 120 });
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return [];
  writeFileSync(path, content);
  return [file];
}

async function renewSource(source: PackageSource): Promise<readonly string[]> {
  const renewed = await renew('manifest.json', source.manifest);
  const languages = await Promise.all(source.languages.map(({ file, texts }) => renew(file, texts)));
  return [...renewed, ...languages.flat()];
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { env: { type: 'string', default: 'dev' } } });
  const environmentFile = join(root, 'infra/env', `.env.${values.env}`);
  if (!existsSync(environmentFile)) return refuse([`There is no environment ${values.env} in infra/env.`]);
  const environment = parseEnvironment(readFileSync(environmentFile));
  const source = withMenu(readSource());
  for (const file of await renewSource(source)) console.log(`${file} was out of date and is written anew.`);
  mkdirSync(output, { recursive: true });
  const packages = [
    { name: `laurel-${source.manifest.version}.zip`, filled: fill(source.manifest, environment) },
    {
      name: `laurel-copilot-${source.manifest.version}.zip`,
      filled: fill(copilotManifest(source.manifest), environment),
    },
  ];
  for (const { name, filled } of packages) {
    const faults = faultsIn(filled, source);
    if (faults.length > 0) return refuse(faults);
    const zip = zipOf(filled, source);
    writeFileSync(join(output, name), zip);
    console.log(
      `${relative(root, join(output, name))} · schema ${filled.manifest.manifestVersion} · valid · ${zip.length} bytes`,
    );
  }
  const missing = packages[0]!.filled.missing;
  if (missing.length > 0)
    console.log(
      `Not filled in yet: ${missing.join(', ')} (infra/env/.env.${values.env}). The package is valid and belongs to no bot.`,
    );
  return 0;
}

function refuse(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  return 1;
}

void main().then((code) => (process.exitCode = code));
