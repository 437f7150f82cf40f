/** The access matrix: every command for both roles in every scope, as its declaration says and as the router answers. */
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import type { Question } from '../../cards/contract/question';
import { openMemory } from '../../infra/memory/store';
import { commands } from './all-commands';
import type { AnyCommand, Command } from '../commands/command';
import { scopes, type ConversationScope } from '../context/turn-request';
import { tenant, worldOf } from '../partner/standing-cache.case';
import { runCommand } from './router';
import { refuseAccess } from './command-access';

expect.extend({ toMatchFile });

/** Fields that make a payload of each command whole where it must have some. */
const needed: Readonly<Record<string, object>> = {
  forget: { person: 'me' },
  competency: { competency: 'devops' },
  requirements: { competency: 'devops' },
  why: { competency: 'devops' },
  person: { person: 'me' },
  'who-holds': { credential: '70-532' },
  serves: { credential: '70-532' },
  none: { about: 'thanks' },
  'same-person': { person: 'p1' },
  'what-if': { events: [{ kind: 'retires', credential: '70-473' }] },
  left: { person: 'p1' },
  completed: { credential: '70-532', person: 'me' },
  remove: { credential: '70-532', person: 'me' },
  figure: { metric: 'seats', value: 1 },
  override: { competency: 'devops' },
  step: { people: ['me'], step: 'linked' },
  trouble: { person: 'me' },
};

/** Further forms of a question that are for fewer people than its least demanding one. */
const stricter: readonly Question[] = [
  { ask: 'membership', level: 'gold', boughtOn: '2018-02-14' },
  { ask: 'programme', programme: 'competencies' },
  { ask: 'import', pending: 'p1' },
  { ask: 'forget', person: 'p1' },
  { ask: 'onboard', people: ['p1'] },
];

const questions = [...commands.map(({ name }) => ({ ask: name, ...needed[name] }) as Question), ...stricter];
const cells = questions.flatMap((question) =>
  [true, false].flatMap((isAdmin) => scopes.map((scope) => ({ question, isAdmin, scope }))),
);

function requestOf(isAdmin: boolean, scope: ConversationScope) {
  const id = isAdmin ? 'boss' : 'employee';
  const user = { id, aadObjectId: id, name: id, mails: async () => [] };
  const now = Date.parse('2018-06-01T09:00:00Z');
  return { tenant, user, locale: 'en', scope, conversation: 'c', members: async () => [], now } as const;
}

function accessOf(question: Question) {
  const command = commands.find(({ name }) => name === question.ask) as Command;
  return command.accessTo?.(question) ?? command.access;
}

it.each(questions)('$ask has a payload that its command accepts', ({ ask, ...data }) => {
  const command = commands.find(({ name }) => name === ask) as AnyCommand;

  expect(command.payload.safeParse(data).success).toBe(true);
});

it.each(cells)(
  '$question.ask is answered as declared: admin $isAdmin, $scope',
  async ({ question, isAdmin, scope }) => {
    const services = worldOf(openMemory());
    const reply = await runCommand({ question, by: 'typing' }, requestOf(isAdmin, scope), services);
    const refusal = refuseAccess(accessOf(question), { isAdmin, scope });

    if (refusal) expect(reply.name).toBe(refusal.code);
    else expect(reply.name).not.toBe('admins-only');
  },
);

it('is this', () => {
  const rows = questions.map((question) => {
    const answers = cells
      .filter((cell) => cell.question === question)
      .map(({ isAdmin, scope }) => refuseAccess(accessOf(question), { isAdmin, scope })?.code ?? 'answered');
    return [JSON.stringify(question), ...answers].join(' | ');
  });
  const heading = ['question', ...['admin', 'employee'].flatMap((role) => scopes.map((scope) => `${role}, ${scope}`))];

  expect(`${[heading.join(' | '), ...rows].join('\n')}\n`).toMatchFile(
    join(__dirname, '__golden__', 'access-matrix.txt'),
  );
});
