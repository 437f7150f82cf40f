/** The reply with the form that records a departure or a completed credential, for people who name neither. */
import { credentialChoices, personChoices } from '../../cards/sections/choices';
import { recordFormCard, type RecordFormView } from '../../cards/records/record-form-card';
import type { ReadingServices } from '../context/app-services';
import { refused, type Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import { findOwnRecord, loadFactsSnapshot } from '../partner/partner-snapshot';

/** The form for admins names people; anyone else gets it for their own record, or learns that they have none. */
export async function recordFormReply(
  kind: RecordFormView['kind'],
  request: TurnRequest,
  services: ReadingServices,
): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const { programme, setting, facts, asOf } = snapshot;
  const text = services.text(request.locale);
  if (!setting.seesNames && !(await findOwnRecord(snapshot, request))) return refused({ code: 'no-own-record' }, text);
  const people = setting.seesNames ? personChoices(facts.people, setting, request.locale) : undefined;
  const credentials = credentialChoices({ programme, text });
  const view = { ...setting, asOf, kind, credentials, ...(people && { people }) };
  return { name: `${kind}-form`, card: recordFormCard(view, text) };
}
