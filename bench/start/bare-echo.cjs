/** A bot of both SDKs that repeats what is said, for `bench/start`: what any bot on this stack costs before it does anything. */
const { Application, TeamsAdapter } = require('@microsoft/teams-ai');
const restify = require('restify');

const adapter = new TeamsAdapter({});
const app = new Application({ startTypingTimer: false });
app.activity('message', (context) => context.sendActivity(context.activity.text));
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => app.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
