/** Replies as activities: a message, the response to a press, a file consent card, a stored file. */
import type { Activity, SendActivitiesHandler } from 'botbuilder';
import type { Choice } from '../../../cards/contract/dataset';
import type { Card } from '../../../cards/elements/card';
import { keptCurrent } from '../../../cards/elements/refresh';
import type { Locale } from '../../../domain/basics/locale';
import type { AppServices } from '../../context/app-services';
import type { FileOffer, Reply, SentFile } from '../../context/reply';
import { activityOf, cardType } from '../../delivery/card-activity';
import { isTextual, withTextualCards } from '../../delivery/card-form';
import { clientIn } from './client-info';

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const searchType = 'application/vnd.microsoft.search.searchResponse';
const errorType = 'application/vnd.microsoft.error';
const handedType = 'application/vnd.microsoft.teams.card.file.info';

/** The file consent card with which Teams asks whether a file may be stored in the OneDrive of the user. */
export function fileConsentActivity({
  id: offer,
  about,
  name,
  size: sizeInBytes,
  description,
}: FileOffer): Partial<Activity> {
  const said = { offer, about };
  const content = { description, sizeInBytes, acceptContext: said, declineContext: said };
  return { type: 'message', attachments: [{ contentType: consentType, name, content }] };
}

/** The file info card of a file that was stored. */
export function sentFileActivity({ name, contentUrl, uniqueId, fileType }: SentFile): Partial<Activity> {
  const content = { uniqueId, fileType };
  return { type: 'message', attachments: [{ contentType: handedType, name, contentUrl, content }] };
}

/** The reply as a message with one card. */
export function messageActivity(reply: Reply, locale: Locale): Partial<Activity> {
  return activityOf({ card: shownCard(reply), locale });
}

/** The reply to a press as an invoke response with status 200: Teams replaces the card for the person who pressed. */
export function pressResponse(reply: Reply): Partial<Activity> {
  return {
    type: 'invokeResponse',
    value: { status: 200, body: { statusCode: 200, type: cardType, value: shownCard(reply) } },
  };
}

/** The answer to a card that asked again and gets nothing: with an error Teams leaves the card as it is. */
export function keepCardResponse(code: string): Partial<Activity> {
  const value = { code, message: code };
  return { type: 'invokeResponse', value: { status: 200, body: { statusCode: 503, type: errorType, value } } };
}

/** Finished replies are sent again and again, so the card that keeps current is made once. */
const current = new WeakMap<Card, Card>();

function shownCard({ card, keeps }: Reply): Card {
  if (!keeps) return card;
  const known = current.get(card) ?? keptCurrent(card, keeps);
  current.set(card, known);
  return known;
}

/** Whether only its sender and the bot see an activity: a slash command in a room. */
export function isTargeted({ recipient, conversation }: Activity): boolean {
  const isRoom = conversation.conversationType !== 'personal';
  return isRoom && (recipient as { readonly isTargeted?: unknown } | undefined)?.isTargeted === true;
}

/** A slash command is answered to its sender alone; a response to an invoke reaches no one else anyway. */
export const targetedReplies: SendActivitiesHandler = ({ activity }, sent, send) => {
  if (isTargeted(activity))
    for (const one of sent)
      if (one.type === 'message') one.recipient = Object.assign({}, one.recipient, { isTargeted: true });
  return send();
};

/** The choices for a field that is searched, as an invoke response. */
export function searchResponse(results: readonly Choice[]): Partial<Activity> {
  return {
    type: 'invokeResponse',
    value: { status: 200, body: { statusCode: 200, type: searchType, value: { results } } },
  };
}

/** Returns the handler that gives each card the form that the client of this turn can draw. */
export function cardForms({ cards = 'auto' }: Pick<AppServices, 'cards'>): SendActivitiesHandler {
  return ({ activity }, sent, send) => {
    const platform = clientIn(activity)?.platform;
    const client = { channel: activity.channelId, ...(platform !== undefined && { platform }) };
    // The SDK sends the very list that it hands over.
    if (isTextual(cards, client)) for (const [at, one] of sent.entries()) sent[at] = withTextualCards(one);
    return send();
  };
}
