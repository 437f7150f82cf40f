/** The values of a command beside its words: levels, amounts, goals, ends of a period and what is supposed. */
import type { Locale } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import { interpret } from './command-values';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const today = '2026-11-28';
const designations = builtInProgramme('designations');
const programmes = [builtInProgramme('competencies'), designations];

function contextFor(locale: Locale, programme = programmes[0]!) {
  return { vocabulary: vocabularyFor(programme), locale, today, people: [], otherProgrammes: programmes };
}

function read(ask: string, said: string, locale: Locale) {
  const context = contextFor(locale, ask === 'figure' ? designations : undefined);
  return interpret({ ask, sure: 1 }, recognizeSlots(said, context), context);
}

it.each<[string, string, Locale, object]>([
  ['benefits', 'silver有咩benefits', 'zh-TW', { level: 'silver' }],
  ['plan', '誰該去考試我們才能升上雲端平台金', 'zh-TW', { competency: 'cloud-platform', level: 'gold' }],
  ['plan', '排个考试计划', 'zh-CN', {}],
  ['plan', '下一季的考試安排,幫忙規劃', 'zh-TW', {}],
  ['figure', 'put down twelve new customers', 'en', { value: 12 }],
  ['figure', 'новых клиентов трое', 'ru-RU', { value: 3 }],
  ['figure', '消费额现在是八万五', 'zh-CN', { value: 85_000 }],
  ['left', 'from monday Graham Peel is gone', 'en', { person: 'Graham Peel', on: '2026-11-30' }],
  ['left', 'Graham Peel left on Monday', 'en', { person: 'Graham Peel', on: '2026-11-23' }],
  ['programme', '从今往后只算积分制', 'zh-CN', { programme: 'designations' }],
  ['programme', 'count us by points', 'en', { programme: 'designations' }],
  ['programme', '银牌金牌那套', 'zh-CN', { programme: 'competencies' }],
  ['why', 'why does Kofi Mensah not count', 'en', { person: 'Kofi Mensah' }],
  ['step', 'Ravinder Sandhu has linked his account', 'en', { people: ['Ravinder Sandhu'], step: 'linked' }],
])('of %s: %s (%s)', (ask, said, locale, parameters) => {
  expect(read(ask, said, locale)).toMatchObject({ meaning: { ask, parameters } });
});

it.each<[string, Locale, readonly object[]]>([
  [
    '假如劉怡君過了DP-203、蔡明軒也過了DP-203',
    'zh-TW',
    [
      { kind: 'passes', person: '劉怡君' },
      { kind: 'passes', person: '蔡明軒' },
    ],
  ],
  ['試算:Amina Diallo 失去 AZ-104', 'zh-TW', [{ kind: 'lapses', person: 'Amina Diallo' }]],
  ['what if Amina Diallo loses her AZ-104', 'en', [{ kind: 'lapses', person: 'Amina Diallo' }]],
  ['what if we lose Amina Diallo', 'en', [{ kind: 'leaves', person: 'Amina Diallo' }]],
])('supposed: %s (%s)', (said, locale, events) => {
  expect(read('what-if', said, locale)).toMatchObject({ meaning: { parameters: { events } } });
});

it.each<[string, string, Locale, string]>([
  ['expiring', 'what expires before Christmas', 'en', 'until'],
  ['expiring', '聖誕節前邊個張牌會過期', 'zh-TW', 'until'],
  ['expiring', 'список на продление, горизонт год', 'ru-RU', 'until'],
  ['completed', 'a Chiara Romano tem o DP-600, válido até 25/11/2027', 'pt-BR', 'on'],
  ['completed', 'Rizky Pratama 續了他的 AZ-104,效期到 2027-11-30', 'zh-TW', 'on'],
])('of %s is asked for: %s (%s)', (ask, said, locale, parameter) => {
  expect(read(ask, said, locale)).toMatchObject({ missing: parameter });
});

it.each<[string, Locale, object]>([
  ['alert log', 'en', { ask: 'alerts' }],
  ['警报', 'zh-CN', { ask: 'alerts' }],
  ['警示', 'zh-TW', { ask: 'alerts' }],
  ['alerta', 'pt-BR', { ask: 'alerts' }],
  ['which programme are you using', 'en', { ask: 'programme', parameters: {} }],
  ['program info', 'en', { ask: 'programme', parameters: {} }],
  ['help figures', 'en', { ask: 'help', parameters: { topic: 'figures' } }],
  ['справка: риски', 'ru-RU', { ask: 'help', parameters: { topic: 'risk' } }],
  ['ajuda com alertas', 'pt-BR', { ask: 'help', parameters: { topic: 'alerts' } }],
  ['帮助导入', 'zh-CN', { ask: 'help', parameters: { topic: 'import' } }],
  ['help', 'en', { ask: 'help', parameters: {} }],
])('%s (%s)', (said, locale, meaning) => {
  const context = contextFor(locale);
  expect(understand(said, context, recognizeQuestion(said, context)).meaning).toEqual({ parameters: {}, ...meaning });
});
