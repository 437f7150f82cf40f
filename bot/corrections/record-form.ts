/** The reply with the form that records a departure or a completed credential, for people who name neither. */
import { credentialChoices, personChoices } from '../../cards/sections/choices';
import { recordFormCard, type RecordFormView } from '../../cards/records/record-form-card';
import type { Question } from '../../cards/contract/question';
import { dayIn } from '../recognizers/days/day-argument';
import type { ReadingServices } from '../context/app-services';
import { refused, type Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshot } from '../partner/partner-snapshot';

type Asked = Extract<Question, { ask: 'left' | 'completed' }>;

/** The form, with what was said already. For admins it names people; anyone else gets it for their own record, or learns that they have none. */
export async function recordFormReply(asked: Asked, request: TurnRequest, services: ReadingServices): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const { programme, setting, facts, asOf } = snapshot;
  const text = services.text(request.locale);
  if (!setting.seesNames && !(await findOwnRecord(snapshot, request))) return refused({ code: 'no-own-record' }, text);
  const people = setting.seesNames ? personChoices(facts.people, setting, request.locale) : undefined;
  const credentials = credentialChoices({ programme, text });
  const known = knownOf(asked, snapshot);
  const view = { ...setting, asOf, kind: asked.ask, credentials, known, ...(people && { people }) };
  return { name: `${asked.ask}-form`, card: recordFormCard(view, text) };
}

function knownOf(asked: Asked, { programme, asOf }: FactsSnapshot): RecordFormView['known'] {
  const on = asked.on === undefined ? undefined : dayIn(asked.on, asOf);
  const credential = asked.ask === 'completed' ? asked.credential : undefined;
  const isNamed = credential !== undefined && programme.credentials.some(({ id }) => id === credential);
  return { ...(on !== undefined && { on }), ...(isNamed && { credential }) };
}
