/** The cards of tasks that have goldens, each with data chosen to show everything. */
import type { Card } from '../elements/card';
import { people, personOf, planOf, setting, situation } from '../fixture.case';
import { personCard } from '../standing/person-card';
import { planCard } from '../outlook/plan-card';
import { alertCard } from '../alerts/alert-card';
import type { Text } from '../text';
import type { AssignedTask, TaskState } from '../../domain/tasks/assigned-task';
import { askingCard, type AskingView } from './asking-card';
import { bookingCard } from './booking-card';
import { myTasksCard } from './my-tasks-card';
import { taskCard } from './task-card';
import { tasksCard } from './tasks-card';

const at = Date.parse('2018-05-20T09:00:00Z');
const { asOf } = situation;
const byId = new Map(people.map((person) => [person.id, person]));
const view = { ...setting, asOf, people: byId };

function task(person: string, credential: string, state: TaskState, due = '2018-09-10'): AssignedTask {
  const goal = { competency: 'devops', level: 'gold', by: '2018-10-01' };
  return {
    id: `${person}/${credential}`,
    person,
    credential,
    goal,
    askedBy: 'boss',
    askedAt: at,
    due,
    opening: 1,
    state,
  };
}

const asked = task('dana', '90-302', { is: 'asked', at });
const booked = task('boris', '90-303', { is: 'booked', at, on: '2018-08-20' });
const declined = task('chen', '90-303', { is: 'declined', at, why: 'On leave until *autumn*' });
const late = task('ana', '90-104', { is: 'accepted', at }, '2018-05-25');
const reported = task('gus', '90-201', { is: 'reported', at });
const done = task('emil', '90-203', { is: 'done', at });
const fallen = task('fay', '90-302', { is: 'fallen', at, because: 'replanned' });
const own = { ...view, seesNames: false, self: 'dana', isOwn: true, askedBy: 'Mette *Strand*' };

const asking: AskingView = {
  ...view,
  goal: asked.goal!,
  wanted: [
    { task: asked, isAsked: false },
    { task: task('dana', '90-303', { is: 'asked', at }, '2018-08-27'), isAsked: false },
    { task: booked, isAsked: true },
    { task: task('lea', '90-301', { is: 'asked', at }), isAsked: false },
  ],
  falling: [task('fay', '90-302', { is: 'accepted', at })],
  hindrances: new Map([['lea', 'unknown-account']]),
};

const only = { person: 'dana', credential: '90-302' };
const askingOne: AskingView = {
  ...view,
  only,
  wanted: [{ task: asked, isAsked: true }],
  falling: [],
  hindrances: new Map(),
};

interface ShownCard {
  readonly name: string;
  readonly card: (text: Text) => Card;
}

/** Every card of tasks. */
export const shown: readonly ShownCard[] = [
  { name: 'task-asked', card: (text) => taskCard({ ...own, task: asked, occasion: 'unanswered' }, text) },
  { name: 'task-book', card: (text) => taskCard({ ...own, task: asked, choice: 'book' }, text) },
  { name: 'task-decline', card: (text) => taskCard({ ...own, task: asked, choice: 'decline' }, text) },
  {
    name: 'task-booked',
    card: (text) => taskCard({ ...own, task: { ...booked, person: 'dana' }, isChanged: true }, text),
  },
  {
    name: 'task-fallen',
    card: (text) => taskCard({ ...own, task: { ...fallen, person: 'dana' }, occasion: 'fallen' }, text),
  },
  {
    name: 'task-of-another',
    card: (text) => taskCard({ ...view, task: late, isOwn: false, hindrance: 'nobody-to-reach' }, text),
  },
  {
    name: 'my-tasks',
    card: (text) => {
      const tasks = [late, asked, booked, done, fallen].map((one) => ({ ...one, person: 'dana' }));
      return myTasksCard({ ...own, tasks }, text);
    },
  },
  { name: 'my-tasks-none', card: (text) => myTasksCard({ ...own, tasks: [] }, text) },
  {
    name: 'tasks',
    card: (text) =>
      tasksCard(
        {
          ...view,
          tasks: [late, asked, booked, declined, reported, done, fallen],
          hindrances: new Map([['ana', 'unknown-account']]),
        },
        text,
      ),
  },
  {
    name: 'booked',
    card: (text) => bookingCard({ credential: '90-302', title: '90-302 Delivering *Continuous* Value' }, text),
  },
  { name: 'tasks-none', card: (text) => tasksCard({ ...view, tasks: [], hindrances: new Map() }, text) },
  { name: 'ask-people-wanted', card: (text) => askingCard({ ...asking, plan: 'v1', isChanged: true }, text) },
  {
    name: 'ask-person-wanted',
    card: (text) => askingCard({ ...askingOne, wanted: [{ task: asked, isAsked: false }], plan: 'v1' }, text),
  },
  { name: 'ask-person-again', card: (text) => askingCard({ ...askingOne, plan: 'v1' }, text) },
  {
    name: 'ask-person-held',
    card: (text) =>
      askingCard({ ...askingOne, wanted: [], only: { ...only, obstacle: { code: 'held' } }, plan: 'v1' }, text),
  },
  {
    name: 'ask-person-moved',
    card: (text) => {
      const wanted = [{ task: { ...asked, due: '2018-09-30' }, isAsked: false }];
      const moved = { ...only, until: '2018-09-30', movedFrom: '2018-09-10', beside: ['90-301', '90-303'] };
      return askingCard({ ...askingOne, wanted, only: moved, plan: 'v1' }, text);
    },
  },
  {
    name: 'ask-person-for-goal',
    card: (text) => {
      const { falling: _, ...whole } = asking;
      return askingCard({ ...whole, falling: [], of: { person: 'dana', competency: 'devops' }, plan: 'v1' }, text);
    },
  },
  {
    name: 'ask-person-for-nothing',
    card: (text) => {
      const { goal: _, ...whole } = asking;
      return askingCard({ ...whole, wanted: [], falling: [], of: { person: 'dana' }, plan: 'v1' }, text);
    },
  },
  {
    name: 'ask-person-left',
    card: (text) => {
      const obstacle = { code: 'left', on: '2018-05-02' } as const;
      return askingCard({ ...askingOne, wanted: [], only: { ...only, obstacle }, plan: 'v1' }, text);
    },
  },
  { name: 'ask-people', card: (text) => askingCard(asking, text) },
  {
    name: 'plan-asked',
    card: (text) => planCard({ ...planOf(situation, 2, 'gold'), tasks: [asked, booked, declined], mayAsk: true }, text),
  },
  {
    name: 'plan-asked-without-names',
    card: (text) =>
      planCard({ ...planOf(situation, 2, 'gold'), seesNames: false, tasks: [asked, booked, declined] }, text),
  },
  {
    name: 'person-with-tasks',
    card: (text) =>
      personCard({ ...personOf(), tasks: [asked, booked].map((one) => ({ ...one, person: 'ana' })) }, text),
  },
  {
    name: 'alert-task-declined',
    card: (text) =>
      alertCard(
        {
          ...view,
          names: new Map(),
          notice: {
            key: 'task-help/chen/90-303/1/declined/2018-05-20',
            severity: 'warning',
            audience: 'admins',
            reason: {
              rule: 'task-help',
              person: 'chen',
              credential: '90-303',
              why: 'declined',
              since: '2018-05-20',
              due: '2018-09-10',
              competency: 'devops',
              level: 'gold',
              said: 'On leave until *autumn*',
            },
            openedAt: at,
            opening: 1,
            round: 1,
            state: { is: 'open' },
          },
        },
        text,
      ),
  },
];
