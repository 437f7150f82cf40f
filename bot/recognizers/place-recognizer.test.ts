/** Which office or team a sentence names, in five languages, and which of those on record it means. */
import type { Question } from '../../cards/contract/question';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';
import { findPlace } from './place-recognizer';

const reading = { vocabulary: vocabularyFor(builtInProgramme('designations')), locale: 'en' } as const;

it.each<[string, Omit<Extract<Question, { ask: 'people' }>, 'ask'>]>([
  ['people in Berlin', { office: 'Berlin' }],
  ['show me the people in Berlin please', { office: 'Berlin' }],
  ['staff from New York', { office: 'New York' }],
  ['people in the Berlin office', { office: 'Berlin' }],
  ['people in Berlin page 2', { office: 'Berlin', page: 2 }],
  ['people of team Cloud', { team: 'Cloud' }],
  ['people of the Cloud team', { team: 'Cloud' }],
  ['team Cloud', { team: 'Cloud' }],
  ['employees of department Data', { team: 'Data' }],
  ['柏林的员工', { office: '柏林' }],
  ['柏林办公室的人员', { office: '柏林' }],
  ['Cloud团队的人员', { team: 'cloud' }],
  ['台北的員工', { office: '台北' }],
  ['團隊 Cloud 的人員', { team: 'Cloud' }],
  ['сотрудники в Москве', { office: 'Москве' }],
  ['люди из офиса Берлин', { office: 'Берлин' }],
  ['сотрудники команды Cloud', { team: 'Cloud' }],
  ['pessoas em Lisboa', { office: 'Lisboa' }],
  ['pessoas da equipe Cloud', { team: 'Cloud' }],
  ['people', {}],
  ['our team', {}],
  ['people page 3', { page: 3 }],
  ['люди', {}],
  ['pessoas', {}],
  ['人员列表', {}],
])('“%s”', (said, place) => {
  expect(recognizeQuestion(said, reading)).toEqual({ ask: 'people', ...place });
});

const person = (office: string | undefined, team?: string): Person => ({
  id: 'p',
  name: 'P',
  identifiers: noIdentifiers,
  achievements: [],
  ...(office !== undefined && { office }),
  ...(team !== undefined && { team }),
});
const people = [person('Москва', 'Cloud & Infra'), person('Berlin Mitte', 'Data'), person('São Paulo'), person('上海')];

it.each([
  [{ office: 'são paulo' }, { office: 'São Paulo' }],
  [{ office: 'SAO PAULO' }, { office: 'São Paulo' }],
  [{ office: 'Berlin' }, { office: 'Berlin Mitte' }],
  [{ office: 'Москве' }, { office: 'Москва' }],
  [{ office: '上海' }, { office: '上海' }],
  [{ office: 'Data' }, { team: 'Data' }],
  [{ team: 'cloudinfra' }, { team: 'Cloud & Infra' }],
  [
    { team: 'Cloud', office: 'Berlin' },
    { team: 'Cloud & Infra', office: 'Berlin Mitte' },
  ],
  [{ office: 'Paris' }, { unknownPlace: 'Paris' }],
  [{}, {}],
])('%j is %j', (named, found) => {
  expect(findPlace(people, named)).toEqual(found);
});

it.each([
  [{ office: 'Berlin' }, { unknownPlace: 'Berlin' }],
  [{ office: 'berlin' }, { unknownPlace: 'berlin' }],
  [{ office: 'São Paulo' }, { unknownPlace: 'São Paulo' }],
  [{ office: '上海' }, { unknownPlace: '上海' }],
  [{ team: 'whole' }, {}],
  [{ office: 'presently linked' }, {}],
  [{ office: '列出所' }, {}],
  [{ office: '福建' }, { unknownPlace: '福建' }],
  [{ office: '总部' }, { unknownPlace: '总部' }],
  [{ team: '成员列表' }, {}],
])('of %j, which nobody on record has, it tells %j', (typed, found) => {
  expect(findPlace([], typed)).toEqual(found);
});
