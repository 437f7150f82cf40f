/** The files that tools read (the Agents Toolkit, Visual Studio Code, GitHub, Docker) name what exists, and hold no secret. */
import { validate } from 'dockerfile-utils';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseEnvironment } from 'dotenv';
import { parse as parseYaml } from 'yaml';
import { settingNames } from '../../bot/config/environment';

const root = resolve(__dirname, '../..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const placeholdersIn = (text: string) => [...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]!))];
const scripts = (JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> }).scripts;

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
type Stage = 'provision' | 'deploy' | 'publish';
type Project = { readonly version: string; readonly environmentFolderPath: string } & Partial<
  Record<Stage, readonly Step[]>
>;

const stagesOf = (project: Project) => [project.provision, project.deploy, project.publish].map((stage) => stage ?? []);
const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(stringsIn);

/** What schema 1.11 of the toolkit demands of the actions used here. */
const demanded: Readonly<Record<string, readonly string[]>> = {
  'teamsApp/create': ['name'],
  'teamsApp/validateManifest': ['manifestPath'],
  'teamsApp/zipAppPackage': ['manifestPath', 'outputZipPath', 'outputFolder'],
  'teamsApp/validateAppPackage': ['appPackagePath'],
  'teamsApp/update': ['appPackagePath'],
  'teamsApp/publishAppPackage': ['appPackagePath'],
  'arm/deploy': ['subscriptionId', 'resourceGroupName', 'templates', 'bicepCliVersion'],
  'azureAppService/zipDeploy': ['artifactFolder', 'resourceId'],
  'cli/runNpmCommand': ['args'],
  'aadApp/create': ['name', 'generateClientSecret', 'signInAudience'],
  'botFramework/create': ['botId', 'name', 'messagingEndpoint', 'channels'],
  'file/createOrUpdateEnvironmentFile': ['target', 'envs'],
};

describe.each([
  ['teamsapp.yml', ['.env.dev', '.env.prod']],
  ['teamsapp.local.yml', ['.env.local']],
])('%s', (file, environments) => {
  const project = parseYaml(textOf(file)) as Project;
  const steps = stagesOf(project).flat();

  it('says its version and gives every action what the schema demands', () => {
    expect(project.version).toBe('v1.11');
    for (const step of steps)
      expect([
        step.uses,
        (demanded[step.uses] ?? ['an action nobody knows']).filter((name) => !(name in step.with)),
      ]).toEqual([step.uses, []]);
  });

  it('reads files that exist', () => {
    const made = /^\.\/infra\/appPackage\/build|^\.\/infra\/env\/\.env\.teams\.user$/;
    const paths = steps
      .flatMap((step) => stringsIn(step.with))
      .filter((value) => value.startsWith('./') && !made.test(value));

    expect([project.environmentFolderPath, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(paths).toContain('./infra/appPackage/manifest.json');
  });

  it('runs scripts that exist', () => {
    const words = steps
      .filter(({ uses }) => uses === 'cli/runNpmCommand')
      .map((step) => String(step.with['args']).split(' '));

    expect(words.length).toBeGreaterThan(0);
    for (const [command, script] of words)
      expect(command === 'ci' || (command === 'run' && script! in scripts)).toBe(true);
  });

  it('uses a package only after it has zipped it', () => {
    for (const stage of stagesOf(project).filter((list) =>
      list.some(({ uses }) => uses.startsWith('teamsApp/update')),
    )) {
      const zipped = stage.findIndex(({ uses }) => uses === 'teamsApp/zipAppPackage');
      const used = stage.findIndex((step) => step.with['appPackagePath'] === stage[zipped]?.with['outputZipPath']);

      expect(zipped).toBeGreaterThanOrEqual(0);
      expect(used).toBeGreaterThan(zipped);
    }
  });

  it.each(environments)('finds every value in %s, or writes it before', (environment) => {
    const known = parseEnvironment(textOf(`infra/env/${environment}`));
    const written = steps.flatMap((step) => Object.values(step.writeToEnvironmentFile ?? {}));
    const wanted = placeholdersIn(`${textOf(file)}${textOf('infra/appPackage/manifest.json')}`);

    expect(wanted.filter((name) => !(name in known) && !written.includes(name))).toEqual([]);
  });
});

it('provisioning in Azure uses the template and its parameters, and deploying what is built', () => {
  const { provision = [], deploy = [] } = parseYaml(textOf('teamsapp.yml')) as Project;
  const [arm] = provision.filter(({ uses }) => uses === 'arm/deploy');
  const parameters = placeholdersIn(textOf('infra/azure.parameters.json'));

  expect(arm!.with['templates']).toEqual([
    expect.objectContaining({ path: './infra/azure.bicep', parameters: './infra/azure.parameters.json' }),
  ]);
  expect(parameters.filter((name) => !(name in parseEnvironment(textOf('infra/env/.env.dev'))))).toEqual([]);
  expect(deploy.map(({ uses }) => uses)).toEqual([
    'cli/runNpmCommand',
    'cli/runNpmCommand',
    'azureAppService/zipDeploy',
  ]);
});

describe('the environments', () => {
  const files = readdirSync(join(root, 'infra/env')).filter((file) => !file.endsWith('.user'));

  it.each(files)('%s holds no secret', (file) => {
    expect(
      Object.keys(parseEnvironment(textOf(`infra/env/${file}`))).filter((name) =>
        /SECRET|PASSWORD|KEY|CONNECTION/.test(name),
      ),
    ).toEqual([]);
  });

  it('hold the outputs of the template', () => {
    const outputs = [...textOf('infra/azure.bicep').matchAll(/^output (\w+) /gm)].map((match) => match[1]!);

    for (const file of ['.env.dev', '.env.prod'])
      expect(Object.keys(parseEnvironment(textOf(`infra/env/${file}`)))).toEqual(expect.arrayContaining(outputs));
  });

  it('are ignored where they hold secrets', () => {
    expect(textOf('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*.user']));
  });
});

it('.env.example names settings of the local world, and all of them', () => {
  const named = [...textOf('.env.example').matchAll(/^#(\w+)=/gm)].map((match) => match[1]!);
  const ofBots = /^(BOT_|LAUREL_(TABLES|ALLOWED|FIRST)|HOST$|APPLICATIONINSIGHTS)/;

  expect(named.toSorted()).toEqual(settingNames.filter((name) => !ofBots.test(name)).toSorted());
});

describe('Visual Studio Code', () => {
  const launch = JSON.parse(textOf('.vscode/launch.json')) as {
    readonly configurations: readonly {
      readonly name: string;
      readonly program?: string;
      readonly preLaunchTask?: string;
    }[];
    readonly compounds: readonly { readonly configurations: readonly string[] }[];
  };
  const { tasks } = JSON.parse(textOf('.vscode/tasks.json')) as {
    readonly tasks: readonly { readonly label: string; readonly dependsOn?: readonly string[] }[];
  };
  const labels = tasks.map(({ label }) => label);

  it('starts files that exist, after tasks that exist', () => {
    const programs = launch.configurations.flatMap(({ program }) => program ?? []);
    const wanted = [
      ...launch.configurations.flatMap(({ preLaunchTask }) => preLaunchTask ?? []),
      ...tasks.flatMap(({ dependsOn = [] }) => dependsOn),
    ];

    expect(programs.length).toBeGreaterThan(2);
    expect(programs.filter((path) => !existsSync(path.replace('${workspaceFolder}', root)))).toEqual([]);
    expect(wanted.filter((label) => !labels.includes(label))).toEqual([]);
  });

  it('combines configurations that exist, and begins with the one that needs no account', () => {
    const names = launch.configurations.map(({ name }) => name);

    expect(
      launch.compounds.flatMap(({ configurations }) => configurations).filter((name) => !names.includes(name)),
    ).toEqual([]);
    expect(names[0]).toBe('Laurel in the Playground');
  });
});

describe('GitHub', () => {
  interface Job {
    readonly environment: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly steps: readonly {
      readonly run?: string;
      readonly uses?: string;
      readonly with?: Readonly<Record<string, string>>;
    }[];
  }
  const source = textOf('.github/workflows/deploy.yml');
  const { jobs } = parseYaml(source) as { readonly jobs: Readonly<Record<'what-if' | 'deploy', Job>> };

  it('deploys with a federated credential and no secret', () => {
    expect(source).not.toContain('secrets.');
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it('runs scripts that exist and deploys what the build makes', () => {
    const runs = jobs.deploy.steps.flatMap(({ run }) => /^npm run (\S+)/.exec(run ?? '')?.[1] ?? []);

    expect(runs).toEqual(['build:deploy', 'package']);
    expect(runs.filter((script) => !(script in scripts))).toEqual([]);
    expect(jobs.deploy.steps.filter(({ run }) => run?.includes('(cd build/deploy && zip'))).toHaveLength(1);
  });

  it.each(['ci', 'deploy'])('pins each action of the workflow %s by its commit', (name) => {
    const used = [...textOf(`.github/workflows/${name}.yml`).matchAll(/uses: (\S+)/g)].map((match) => match[1]!);

    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((action) => !/@[\da-f]{40}$/.test(action))).toEqual([]);
  });

  it('hands over every value that the parameter file reads', () => {
    const read = [...textOf('infra/azure.bicepparam').matchAll(/readEnvironmentVariable\('(\w+)'/g)].map(
      (match) => match[1]!,
    );

    expect(read.length).toBeGreaterThan(3);
    for (const name of read) expect(source.split(`${name}: \${{ vars.${name}`).length).toBe(3);
  });
});

describe('Docker', () => {
  const lines = textOf('Dockerfile')
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  const [build, run] = lines
    .join('\n')
    .split(/^FROM /m)
    .slice(1);

  it('is a Dockerfile without a fault', () => {
    expect(validate(textOf('Dockerfile')).map(({ code }) => code)).toEqual([]);
    expect(validate('FROM node\nHEALTHCECK CMD true\n')).toHaveLength(1);
  });

  it('builds in one stage and runs in another, which has no package beside the build', () => {
    expect(build).toContain('npm ci');
    expect(build).toContain('npm run build:deploy');
    expect(run).not.toMatch(/\bRUN\b|npm/);
    expect(run).toContain('COPY --from=build /laurel/build/deploy ./');
  });

  it('runs as somebody without rights, is watched, and gets the signal to stop', () => {
    expect(run).toMatch(/^USER node$/m);
    expect(run).toMatch(/^HEALTHCHECK /m);
    expect(run).toContain('CMD ["node", "--enable-source-maps", "dist/bot/main.js"]');
  });

  it('copies files that exist, and none with secrets', () => {
    const copied = [...build!.matchAll(/^COPY (?!\.)(.+) \.\/$/gm)].flatMap((match) => match[1]!.split(' '));

    expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(textOf('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.env.*', 'infra/env', 'node_modules']),
    );
  });

  it('runs the Node that the app in Azure runs', () => {
    expect(run!.startsWith('node:22-')).toBe(true);
    expect(textOf('infra/azure/web.bicep')).toContain("'NODE|22-lts'");
  });
});
