/** Whatever Laurel prints as something to type is understood: the quoted words of every message, in all five languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../cards/text';
import { topicOf } from '../../cards/words/alert';
import { stoppableRules } from '../../domain/alerts/notice';
import { locales } from '../../domain/basics/locale';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from '../intents/grammar';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));

/** Messages that no chat shows: those of the terminal, of the settings, and about files that are wrong. */
const elsewhere = /^(catalogue|cli|config|doctor|evaluate|local)\.|^import\.(refused|warning)\./;

/** Messages that quote the title of a button. */
const buttons = ['alert.reason.linked-elsewhere-recorded', 'alert.reason.onboarding-help.no-account', 'tasks.none'];

/** Messages that quote a value of a cell or of one figure, or the name of a folder. */
const values = ['export.choose-local', 'import.rejected.not-yes-or-no', 'refusal.help.value-does-not-fit'];

const quoted = /“([^”]+)”|「([^」]+)」|«([^»]+)»/gu;

/** What each message with words to type is about. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'admins.how': ['admins'],
  'command.membership.about': ['membership'],
  'command.override.about': ['override'],
  'command.stop-alerts.about': ['start-alerts'],
  'costs.how': ['cost'],
  'delivery.code.unknown-account': ['onboard'],
  'export.what': ['import'],
  'funnel.empty': ['onboard'],
  'import.applied.undoable': ['undo-import'],
  'membership.enrol-how': ['membership'],
  'membership.refusal.no-date': ['membership'],
  'membership.refusal.no-level': ['membership'],
  'membership.refusal.no-renewal-date': ['renewed'],
  'membership.refusal.nothing-to-renew': ['membership'],
  'membership.refusal.programme-ended': ['programme'],
  'my-tasks.none': ['booked'],
  'refusal.help.import-undo-too-late': ['remove', 'left', 'figure'],
  'refusal.help.no-override': ['override'],
};

const printed = locales.flatMap((locale) => {
  const messages = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'cards', 'text', `${locale}.json`), 'utf8'),
  ) as Record<string, string>;
  return Object.entries(messages)
    .filter(([key]) => !elsewhere.test(key) && ![...buttons, ...values].includes(key))
    .flatMap(([key, message]) =>
      [...message.matchAll(quoted)]
        .map((match) => (match[1] ?? match[2] ?? match[3])!.replace('…', '').trim())
        .filter((said) => !said.includes('{'))
        .map((said) => ({ locale, key, said })),
    );
});

it('are found in every language', () => {
  for (const locale of locales) expect(printed.filter((one) => one.locale === locale).length).toBeGreaterThan(5);
});

it.each(printed)('$said ($key, $locale)', ({ locale, key, said }) => {
  const understood = recognizeQuestion(said, { vocabulary, locale });
  const ask = 'ask' in understood ? understood.ask : understood.code;

  expect(meant[key]).toContain(ask);
});

it.each(locales.flatMap((locale) => stoppableRules.map((rule) => ({ locale, rule }))))(
  'the way out of alerts about $rule in $locale',
  ({ locale, rule }) => {
    const words = text(locale);
    const said = words.say('alert.stop-words', { topic: topicOf(rule, words) });

    expect(recognizeQuestion(said, { vocabulary, locale })).toEqual({ ask: 'stop-alerts', rule });
  },
);
