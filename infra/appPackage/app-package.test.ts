/** The app package has no compiler: here it meets the official schemas, the language files, teamsapp.yml and the environments. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';
import { parse as parseEnvironment } from 'dotenv';
import { parse as parseYaml } from 'yaml';
import { commands } from '../../bot/commands/all-commands';
import { type Locale, localeOf } from '../../domain/basics/locale';

const root = resolve(__dirname, '../..');
const schemas = join(require.resolve('@microsoft/app-manifest/package.json'), '../build/json-schemas/teams');
const environments = readdirSync(join(root, 'infra/env')).filter((file) => !file.endsWith('.user'));
const textKeys = ['name.short', 'name.full', 'description.short', 'description.full'];

interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly name: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly icons: Readonly<Record<string, string>>;
  readonly localizationInfo: { readonly additionalLanguages: readonly { languageTag: string; file: string }[] };
  readonly bots: readonly {
    readonly supportsFiles: boolean;
    readonly commandLists: readonly { readonly commands: readonly Command[] }[];
  }[];
}

interface Command {
  readonly title: string;
  readonly description: string;
}

interface ProjectFile {
  readonly environmentFolderPath: string;
  readonly provision: readonly Step[];
  readonly publish: readonly Step[];
}

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
}

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const jsonOf = <T>(path: string) => JSON.parse(textOf(path)) as T;
const placeholdersIn = (text: string) => [...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]!))];
const environmentOf = (file: string) => parseEnvironment(textOf(`infra/env/${file}`));

const manifest = jsonOf<Manifest>('infra/appPackage/manifest.json');
const languages = manifest.localizationInfo.additionalLanguages;
const languageOf = (file: string) => jsonOf<Record<string, string>>(`infra/appPackage/${file}`);
const projectFile = parseYaml(textOf('teamsapp.yml')) as ProjectFile;
const steps = [...projectFile.provision, ...projectFile.publish];

/**
 * What the schema finds wrong. The schemas call themselves draft-04 but use nothing that Ajv's own draft reads otherwise; some of
 * their patterns are not valid in Unicode mode.
 */
function faultsOf(schema: string, value: unknown): unknown {
  const file = join(schemas, `v${manifest.manifestVersion}`, schema);
  const { $schema: _draft, ...rules } = JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  return ajv.validate(rules, value) ? [] : ajv.errors;
}

/** The manifest as the toolkit packs it: what provisioning finds out is an id, the rest stands in the environment file. */
function rendered(environment: Readonly<Record<string, string>>): unknown {
  const id = '00000000-0000-4000-8000-000000000000';
  const text = textOf('infra/appPackage/manifest.json');
  return JSON.parse(text.replaceAll(/\$\{\{(\w+)\}\}/g, (_whole, name: string) => environment[name] || id));
}

const commandKeys = manifest.bots.flatMap((bot, b) =>
  bot.commandLists.flatMap((list, l) =>
    list.commands.flatMap((_command, c) =>
      ['title', 'description'].map((part) => `bots[${b}].commandLists[${l}].commands[${c}].${part}`),
    ),
  ),
);
const titleKeys = commandKeys.filter((key) => key.endsWith('.title'));

describe('the manifest', () => {
  it.each(environments)('is valid with the values of %s', (environment) => {
    expect(faultsOf('MicrosoftTeams.schema.json', rendered(environmentOf(environment)))).toEqual([]);
  });

  it('would be found out by the schema', () => {
    const wrong = { ...(rendered(environmentOf('.env.dev')) as Manifest), name: { short: 'x'.repeat(31) }, extra: 1 };

    expect(faultsOf('MicrosoftTeams.schema.json', wrong)).toHaveLength(2);
  });

  it('lets people drop files into the chat', () => {
    expect(manifest.bots.map(({ supportsFiles }) => supportsFiles)).toEqual([true]);
  });

  it('has the version of the package', () => {
    expect(manifest.version).toBe(jsonOf<{ version: string }>('package.json').version);
  });

  it('names files that exist', () => {
    const files = [...Object.values(manifest.icons), ...languages.map((language) => language.file)];

    expect(files.filter((file) => !existsSync(join(__dirname, file)))).toEqual([]);
  });
});

describe('the languages', () => {
  it('are the four beside English', () => {
    expect(languages.map((language) => language.languageTag)).toEqual(['zh-cn', 'zh-tw', 'ru', 'pt-br']);
  });

  it.each(languages)('$languageTag is valid', ({ file }) => {
    expect(faultsOf('MicrosoftTeams.Localization.schema.json', languageOf(file))).toEqual([]);
  });

  it.each(languages)('$languageTag says everything that the manifest says, and nothing else', ({ file }) => {
    const { $schema: _schema, ...texts } = languageOf(file);

    expect(Object.keys(texts).sort()).toEqual([...textKeys, ...commandKeys].sort());
  });

  it.each(languages)('$languageTag is translated and its commands can be told apart', ({ file }) => {
    const texts = languageOf(file);
    const titles = titleKeys.map((key) => texts[key]!.toLowerCase());

    expect(texts['description.full']).not.toBe(manifest.description['full']);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the command menu', () => {
  const menu = manifest.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands));
  const titles = languages.map(({ languageTag, file }) => ({
    locale: localeOf(languageTag),
    titles: titleKeys.map((key) => languageOf(file)[key]!),
  }));
  const rows = [{ locale: 'en' as Locale, titles: menu.map(({ title }) => title) }, ...titles].flatMap((language) =>
    language.titles.map((title, at) => ({ title, locale: language.locale, name: menu[at]!.title })),
  );

  it.each(rows)('offers "$title" ($locale), which `$name` hears', ({ title, locale, name }) => {
    expect(commands.find((command) => command.name === name)?.phrases[locale]).toContain(title);
  });
});

describe('teamsapp.yml', () => {
  const built = (path: string) => path.startsWith('./infra/appPackage/build');
  const paths = steps.flatMap((step) => Object.values(step.with).filter((value) => value.startsWith('./')));

  it('reads files that exist', () => {
    const read = [projectFile.environmentFolderPath, ...paths].filter((path) => !built(path));

    expect(read).toContain('./infra/appPackage/manifest.json');
    expect(read.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('uses a package only after it has zipped it', () => {
    for (const list of [projectFile.provision, projectFile.publish]) {
      const zipped = list.findIndex((step) => step.uses === 'teamsApp/zipAppPackage');
      const used = list.findIndex((step) => step.with['appPackagePath'] === list[zipped]?.with['outputZipPath']);

      expect(zipped).toBeGreaterThanOrEqual(0);
      expect(used).toBeGreaterThan(zipped);
    }
  });
});

describe('the environments', () => {
  const wanted = placeholdersIn(textOf('infra/appPackage/manifest.json') + textOf('teamsapp.yml'));

  it.each(environments)('%s has a line for every placeholder', (environment) => {
    expect(wanted.filter((name) => !(name in environmentOf(environment)))).toEqual([]);
  });

  it.each(environments)('%s holds no secret', (environment) => {
    const secret = /SECRET|PASSWORD|KEY|CONNECTION_STRING/;

    expect(Object.keys(environmentOf(environment)).filter((name) => secret.test(name))).toEqual([]);
  });
});
