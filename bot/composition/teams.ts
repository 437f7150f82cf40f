/** Everything that loads the SDKs of Teams: the application, its adapter, the terminal, and proactive messages. */
/* eslint-disable @typescript-eslint/no-require-imports --
   The SDKs take a second to load, so each is loaded where it is first used; `import()` would be ESM only. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BotIdentity, Config } from '../config/config';
import { isTrustedServiceUrl } from '../config/service-url';
import type { AppServices } from '../context/app-services';
import type { Notifier } from '../context/notifier';
import { mayTalk } from '../context/tenant-access';
import type * as ProactiveSenderFile from '../delivery/proactive-sender';
import type * as AppFile from '../teams/app';
import type * as BotAdapterFile from '../teams/bot-adapter';
import type * as BotCredentialsFile from '../teams/bot-credentials';
import type { TokenAnswer } from '../teams/bot-token-answer';
import type { TurnProcessor } from '../teams/server';
import type * as ChannelClientFile from '../teams/teams-channel-client';
import type * as TerminalFile from '../teams/terminal';
import type * as TurnErrorFile from '../teams/turn-error';
import type * as TurnProcessorFile from '../teams/turn-processor';

/** What answers turns; each member loads the SDKs when it is first used. */
export interface TeamsTurns {
  /** The Teams application. */
  readonly app: AppFile.App;
  /** Answers what is posted to the bot. */
  readonly processTurn: TurnProcessor;
  /** Runs a turn in the terminal. */
  readonly say: (text: string, situation: TerminalFile.TerminalTurn) => Promise<readonly TerminalFile.Outgoing[]>;
  /** Presses a button in the terminal. */
  readonly press: (action: unknown, situation: TerminalFile.TerminalTurn) => Promise<readonly TerminalFile.Outgoing[]>;
}

/** Returns the application and the ways into it, made once and when first needed. */
export function openTurns(config: Config, services: AppServices): TeamsTurns {
  const made = madeOnce(config, services);
  return {
    get app() {
      return made().app;
    },
    get processTurn() {
      return made().processTurn;
    },
    say: (words, situation) => {
      const { runTerminalTurn } = require('../teams/terminal') as typeof TerminalFile;
      return runTerminalTurn(made().app, words, situation);
    },
    press: (action, situation) => {
      const { pressInTerminal } = require('../teams/terminal') as typeof TerminalFile;
      return pressInTerminal(made().app, action, situation);
    },
  };
}

type AdapterAndApp = Pick<TeamsTurns, 'app' | 'processTurn'>;

function madeOnce(config: Config, services: AppServices): () => AdapterAndApp {
  let opened: AdapterAndApp | undefined;
  return () => (opened ??= openAdapterAndApp(config, services));
}

function openAdapterAndApp(config: Config, services: AppServices): AdapterAndApp {
  const { createApp } = require('../teams/app') as typeof AppFile;
  const { createAdapter } = require('../teams/bot-adapter') as typeof BotAdapterFile;
  const { createTurnErrorHandler } = require('../teams/turn-error') as typeof TurnErrorFile;
  const { createTurnProcessor } = require('../teams/turn-processor') as typeof TurnProcessorFile;
  const app = createApp(services);
  const adapter = createAdapter(config.kind === 'production' ? config.bot : undefined);
  adapter.onTurnError = createTurnErrorHandler(services);
  return { app, processTurn: createTurnProcessor(adapter, app, services) };
}

/** Asks whether the bot is granted a token; loads the SDKs. */
export function requestBotToken(bot: BotIdentity): Promise<TokenAnswer> {
  const { requestToken } = require('../teams/bot-credentials') as typeof BotCredentialsFile;
  return requestToken(bot);
}

/** Returns the proactive sender, which is created for the first message, because it loads the SDKs. */
export function proactiveSenderOf(config: Config, access: AppServices['access']): Notifier {
  let opened: Notifier | undefined;
  const sender = () => (opened ??= openProactiveSender(config, access));
  return {
    send: (tenant, to, message) => sender().send(tenant, to, message),
    update: (tenant, to, said) => sender().update(tenant, to, said),
  };
}

function openProactiveSender(config: Config, access: AppServices['access']): Notifier {
  const { createChannelClient } = require('../teams/teams-channel-client') as typeof ChannelClientFile;
  const { createProactiveSender } = require('../delivery/proactive-sender') as typeof ProactiveSenderFile;
  const isAuthenticated = config.kind === 'production';
  return createProactiveSender({
    post: createChannelClient(isAuthenticated ? config.bot : undefined),
    isTrusted: (serviceUrl) => isTrustedServiceUrl(serviceUrl, isAuthenticated),
    mayReach: (tenant) => mayTalk({ tenant }, { access }),
    // The rate limits of Teams are measured in real time, also when the local clock has been moved.
    clock: { now: Date.now, wait: (ms) => pause(ms) },
    random: Math.random,
    cards: config.cards,
  });
}
