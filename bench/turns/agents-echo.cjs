/** A bot of the Agents SDK, which follows the Bot Framework, on restify that repeats what is said, for `bench/turns`. */
const { CloudAdapter } = require('@microsoft/agents-hosting');
const restify = require('restify');

const adapter = new CloudAdapter();
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, response) => {
  // Its middleware, which proves callers, marks a request as anonymous where no bot is configured.
  request.user = { name: 'anonymous' };
  const answer = {
    status: (code) => (response.status(code), answer),
    send: (body) => (response.send(body), answer),
    setHeader: (name, value) => (response.setHeader(name, value), answer),
    end: () => (response.end(), answer),
    get headersSent() {
      return response.headersSent;
    },
  };
  await adapter.process(request, answer, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(context.activity.text);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
