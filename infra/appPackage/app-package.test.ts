/** The app package has no compiler: here it meets the official schemas, the language files and the bot's own commands. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseEnvironment } from 'dotenv';
import { unzipSync } from 'fflate';
import { commands } from '../../bot/intents/all-commands';
import { type Locale, localeOf, locales } from '../../domain/basics/locale';
import { menus, mostCommands } from './command-menu';
import { copilotManifest, readSource, withMenu, type Manifest } from './manifests';
import { faultsOf } from './official-schema';

const root = resolve(__dirname, '../..');
const environments = readdirSync(join(root, 'infra/env')).filter((file) => !file.endsWith('.user'));
const textKeys = ['name.short', 'name.full', 'description.short', 'description.full'];

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const jsonOf = <T>(path: string) => JSON.parse(textOf(path)) as T;
const environmentOf = (file: string) => parseEnvironment(textOf(`infra/env/${file}`));

const source = readSource();
const { manifest } = source;
const languages = manifest.localizationInfo.additionalLanguages;
const languageOf = (file: string) => jsonOf<Record<string, string>>(`infra/appPackage/${file}`);
const manifestFaults = (value: unknown) =>
  faultsOf('MicrosoftTeams.schema.json', (value as Manifest).manifestVersion, value);

/** The manifest as the toolkit packs it: what provisioning finds out is an id, the rest stands in the environment file. */
function rendered(environment: Readonly<Record<string, string>>, what: object = manifest): unknown {
  const id = '00000000-0000-4000-8000-000000000000';
  return JSON.parse(
    JSON.stringify(what).replaceAll(/\$\{\{(\w+)\}\}/g, (_whole, name: string) => environment[name] || id),
  );
}

const commandKeys = manifest.bots.flatMap((bot, b) =>
  bot.commandLists.flatMap((list, l) =>
    list.commands.flatMap((_command, c) =>
      ['title', 'description'].map((part) => `bots[${b}].commandLists[${l}].commands[${c}].${part}`),
    ),
  ),
);

describe('the manifest', () => {
  it.each(environments)('is valid with the values of %s', (environment) => {
    expect(manifestFaults(rendered(environmentOf(environment)))).toEqual([]);
    expect(manifestFaults(rendered(environmentOf(environment), copilotManifest(manifest)))).toEqual([]);
  });

  it('would be found out by the schema', () => {
    const wrong = { ...(rendered(environmentOf('.env.dev')) as Manifest), name: { short: 'x'.repeat(31) }, extra: 1 };

    expect(manifestFaults(wrong)).toHaveLength(2);
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
    for (const version of [manifest.manifestVersion, copilotManifest(manifest).manifestVersion])
      expect(faultsOf('MicrosoftTeams.Localization.schema.json', version, languageOf(file))).toEqual([]);
  });

  it.each(languages)('$languageTag says everything that the manifest says, and nothing else', ({ file }) => {
    const { $schema: _schema, ...texts } = languageOf(file);

    expect(Object.keys(texts).sort()).toEqual([...textKeys, ...commandKeys].sort());
  });

  it.each(languages)('$languageTag is translated', ({ file }) => {
    expect(languageOf(file)['description.full']).not.toBe(manifest.description['full']);
  });
});

describe('the command menu', () => {
  it('is the one that the commands give today; else run npm run package', () => {
    expect(source).toEqual(withMenu(source));
  });

  it('has a list for each scope of the bot, once', () => {
    const scopes = manifest.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.scopes));

    expect(scopes.toSorted()).toEqual(manifest.bots.flatMap((bot) => bot.scopes).toSorted());
  });

  it('keeps to what Teams takes', () => {
    expect(menus.length).toBeLessThanOrEqual(3);
    for (const { names } of menus) {
      expect(names.length).toBeLessThanOrEqual(mostCommands);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each(['risk', 'renewal', 'plan', 'progress', 'why', 'help'])('has %s in every scope', (name) => {
    expect(menus.filter(({ names }) => (names as readonly string[]).includes(name))).toHaveLength(menus.length);
  });

  it('offers nothing to a room that only admins may ask, or only in private', () => {
    const rooms = menus.filter(({ scope }) => scope !== 'personal').flatMap(({ names }) => names);
    const isForEverybody = ({ access: { role, scope } }: (typeof commands)[number]) =>
      role !== 'admin' && scope === 'any';

    expect(rooms.filter((name) => !isForEverybody(commands.find((command) => command.name === name)!))).toEqual([]);
  });

  const rows = menus.flatMap(({ scope, names }, list) =>
    names.flatMap((name, at) => locales.map((locale) => ({ scope, name, locale, title: titleIn(locale, list, at) }))),
  );

  it.each(rows)('in $scope and $locale offers "$title", which is understood as `$name`', ({ title, locale, name }) => {
    const command = commands.find((one) => one.name === name)!;

    expect(command.phrases[locale]).toContain(title);
  });

  it.each(locales)('has no title twice in a list in %s', (locale) => {
    for (const [list, { names }] of menus.entries()) {
      const titles = names.map((_, at) => titleIn(locale, list, at).toLowerCase());
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

function titleIn(locale: Locale, list: number, at: number): string {
  if (locale === 'en') return manifest.bots[0]!.commandLists[list]!.commands[at]!.title;
  const { file } = languages.find(({ languageTag }) => localeOf(languageTag) === locale)!;
  return languageOf(file)[`bots[0].commandLists[${list}].commands[${at}].title`]!;
}

describe('the manifest for Copilot', () => {
  it('is the same bot with the same menu, in one more scope', () => {
    const { bots, copilotAgents } = copilotManifest(manifest) as Manifest & {
      readonly copilotAgents: { readonly customEngineAgents: readonly { readonly id: string }[] };
    };

    expect(bots[0]!.scopes).toEqual([...manifest.bots[0]!.scopes, 'copilot']);
    expect(copilotAgents.customEngineAgents).toEqual([{ type: 'bot', id: manifest.bots[0]!.botId }]);
    expect(bots[0]!.commandLists.map(({ commands: own }) => own)).toEqual(
      manifest.bots[0]!.commandLists.map(({ commands: own }) => own),
    );
  });
});

describe('slash commands', () => {
  it('are the commands of the rooms, beside those that mention the bot', () => {
    const [bot] = copilotManifest(manifest).bots as readonly {
      readonly supportsTargetedMessages?: boolean;
      readonly commandLists: readonly { readonly scopes: readonly string[]; readonly triggers?: readonly string[] }[];
    }[];

    expect(bot!.supportsTargetedMessages).toBe(true);
    for (const { scopes, triggers } of bot!.commandLists)
      expect(triggers).toEqual(scopes.includes('personal') ? undefined : ['mention', 'slash']);
  });
});

describe('the pages of the publisher', () => {
  it.each(environments)('exist in this repository for %s', (environment) => {
    const { PRIVACY_URL = '', TERMS_URL = '' } = environmentOf(environment);

    for (const url of [PRIVACY_URL, TERMS_URL])
      expect([url, existsSync(join(root, new URL(url).pathname))]).toEqual([url, true]);
  });
});

describe('npm run package', () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'infra/appPackage/package.ts', ...words], {
      cwd: root,
      encoding: 'utf8',
    });
  const zip = (name: string) => readFileSync(join(root, 'infra/appPackage/build', `${name}-${manifest.version}.zip`));
  const hash = (name: string) => createHash('sha256').update(zip(name)).digest('hex');

  it('makes both packages, the same bytes each time, with every file at the top', () => {
    const { status, stdout } = run();
    const first = [hash('laurel'), hash('laurel-copilot')];

    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('valid') as string });
    expect(stdout).not.toContain('out of date');
    for (const name of ['laurel', 'laurel-copilot'])
      expect(Object.keys(unzipSync(zip(name))).toSorted()).toEqual(
        ['manifest.json', 'color.png', 'outline.png', ...languages.map(({ file }) => file)].toSorted(),
      );
    expect(run().status).toBe(0);
    expect([hash('laurel'), hash('laurel-copilot')]).toEqual(first);
  });

  it('refuses an environment that does not exist', () => {
    expect(run('--env', 'nowhere')).toMatchObject({ status: 1, stderr: expect.stringContaining('nowhere') as string });
  });
});
