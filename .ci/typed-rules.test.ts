/** No rule that needs types is lost between the two linters: each that TypeScript's linter recommends is kept or refused by name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript-eslint';

/** Rules that the house does without, with the reason. */
const refused = {
  'require-await': 'An adapter keeps the promise of its port even where it has nothing to wait for.',
  'unbound-method': 'Ports, worlds and stores are objects of closures, made to be taken apart.',
};

const { rules } = JSON.parse(readFileSync(join(__dirname, '..', '.oxlintrc.json'), 'utf8')) as {
  rules: Readonly<Record<string, unknown>>;
};

it('each recommended rule that needs types is on, but for those that are refused', () => {
  const recommended = typescript.configs.recommendedTypeCheckedOnly
    .flatMap((config) => Object.entries(config.rules ?? {}))
    .filter(([name, level]) => name.startsWith('@typescript-eslint/') && level !== 'off')
    .map(([name]) => name.replace('@typescript-eslint/', ''));
  const kept = recommended.filter((name) => rules[`typescript/${name}`]);

  expect(recommended.filter((name) => !kept.includes(name)).sort()).toEqual(Object.keys(refused));
});
