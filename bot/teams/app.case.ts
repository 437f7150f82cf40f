/** The application over a store in memory, with a channel that records what is sent: for tests of turns at the edge. */
import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { text } from '../../cards/text';
import { usualSettings } from '../../domain/alerts/alert-settings';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import type { AppServices } from '../context/app-services';
import { recordingOutbound } from '../context/notifier.case';
import { filesOf } from '../imports/files.case';
import { createApp } from './app';
import { createTurnErrorHandler } from './turn-error';

export const tenant = 'tenant-1';

const programmes = new Map([['competencies', builtInProgramme('competencies')]]);

/** The services around a store, on a day on which the programme is in force. */
export function worldWith(store: Store): AppServices {
  return {
    store,
    programmes,
    text,
    log: { info: jest.fn(), warn: jest.fn(), error: jest.fn() },
    ...filesOf(store),
    notifier: recordingOutbound(),
    defaultAlertSettings: usualSettings,
    access: { tenants: 'any', firstAdmins: [] },
    now: () => Date.parse('2018-06-01T09:00:00Z'),
    onReply: jest.fn(),
    newReference: () => 'reference',
    deadline: 8_000,
  };
}

/** What every activity of Ana's personal chat carries. */
const envelope: Partial<Activity> = {
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1/',
  from: { id: '29:ana', name: 'Ana', aadObjectId: 'AAD-1' },
  recipient: { id: '28:laurel', name: 'Laurel' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenant, isGroup: false, name: '' },
};

/** An adapter whose channel takes or refuses what is sent. */
export class Channel extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];

  constructor(readonly refuses: (activity: Partial<Activity>) => boolean = () => false) {
    super();
  }

  override async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (this.refuses(activity)) throw new Error('the channel refuses');
      this.sent.push(activity);
    }
    return activities.map(() => ({ id: 'sent' }));
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}

  /** Runs a turn of Ana, with what the activity says in place of the envelope. */
  receive(services: AppServices, activity: Partial<Activity>): Promise<void> {
    this.onTurnError = createTurnErrorHandler(services);
    return this.runMiddleware(new TurnContext(this, { ...envelope, ...activity }), createApp(services));
  }
}
