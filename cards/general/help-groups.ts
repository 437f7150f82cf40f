/** The groups in which help lists what can be asked, by what a reader wants to do. */
import type { CommandName } from '../contract/view';

export const helpGroups = ['standing', 'outlook', 'people', 'onboarding', 'alerts', 'records', 'data'] as const;
type HelpGroup = (typeof helpGroups)[number];

const groupsOf: Readonly<Partial<Record<CommandName, HelpGroup>>> = {
  progress: 'standing',
  'what-changed': 'standing',
  competency: 'standing',
  requirements: 'standing',
  why: 'standing',
  serves: 'standing',
  programme: 'standing',
  compare: 'standing',
  plan: 'outlook',
  'what-if': 'outlook',
  renewal: 'outlook',
  risk: 'outlook',
  upgrade: 'outlook',
  profile: 'outlook',
  benefits: 'outlook',
  membership: 'outlook',
  expiring: 'outlook',
  'key-people': 'people',
  people: 'people',
  'my-team': 'people',
  tasks: 'people',
  'my-tasks': 'people',
  calendar: 'people',
  booked: 'people',
  'ask-people': 'people',
  person: 'people',
  'who-holds': 'people',
  onboard: 'onboarding',
  step: 'onboarding',
  trouble: 'onboarding',
  onboarding: 'onboarding',
  alerts: 'alerts',
  'alert-settings': 'alerts',
  'team-digest': 'alerts',
  share: 'data',
  'stop-alerts': 'alerts',
  'start-alerts': 'alerts',
  language: 'alerts',
  import: 'data',
  'undo-import': 'data',
  export: 'data',
  audit: 'data',
  admins: 'data',
  'about-me': 'data',
  forget: 'data',
  'forget-partner': 'data',
  readmit: 'data',
  retention: 'data',
  figures: 'data',
  costs: 'data',
};

/** The group of a command; what is in none of the others changes records. */
export function helpGroupOf(name: CommandName): HelpGroup {
  return groupsOf[name] ?? 'records';
}
