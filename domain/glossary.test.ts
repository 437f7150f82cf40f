/** The glossary names every noun of this room, each once, and nothing that is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const nouns = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^[a-z/-]+\.ts$/.test(name),
);
const glossary = readFileSync(join(__dirname, 'README.md'), 'utf8');
const named = [...glossary.matchAll(/\]\(([a-z/-]+\.ts)\)/g)].map(([, name]) => name!);

it.each(nouns)('%s has its sentence', (noun) => {
  expect(named.filter((name) => name === noun)).toHaveLength(1);
});

it('names nothing else', () => {
  expect(named.filter((name) => !nouns.includes(name))).toEqual([]);
});
