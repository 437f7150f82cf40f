/**
 * A bot of the SDK on restify that repeats what is said, for `bench/turns`; with ROW it reads that table row
 * before each answer, with CARD it answers with the card of that file.
 */
const { readFileSync } = require('node:fs');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { TableClient } = require('@azure/data-tables');
const restify = require('restify');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const row = process.env.ROW && JSON.parse(process.env.ROW);
const table =
  row && TableClient.fromConnectionString(row.connectionString, row.table, { allowInsecureConnection: true });
const card = process.env.CARD && JSON.parse(readFileSync(process.env.CARD, 'utf8'));
const answer = (said) => (card ? { type: 'message', ...card } : said);
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    if (table) await table.getEntity(row.partitionKey, row.rowKey);
    if (context.activity.type === 'message') await context.sendActivity(answer(context.activity.text));
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
