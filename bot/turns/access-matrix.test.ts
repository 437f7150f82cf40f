/** The access matrix: every command for both roles in every scope, as its declaration says and as the router answers. */
import { join } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import type { Question } from '../../cards/contract/question';
import { openMemory } from '../../infra/memory/store';
import { commands } from '../intents/all-commands';
import type { AnyCommand, Command } from '../commands/command';
import { scopes, type ConversationScope } from '../context/turn-request';
import { questions } from './every-question.case';
import { tenant, worldOf } from '../partner/standing-cache.case';
import { runCommand } from './router';
import { refuseAccess } from './command-access';

expect.extend({ toMatchFile });

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
    const reply = await runCommand({ question, by: 'asking' }, requestOf(isAdmin, scope), services);
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
