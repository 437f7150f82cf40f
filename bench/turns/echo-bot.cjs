/** A bot of the SDK on restify that repeats what is said, for `bench/turns`; with ROW it reads that table row before each answer. */
const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
const { TableClient } = require('@azure/data-tables');
const restify = require('restify');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const row = process.env.ROW && JSON.parse(process.env.ROW);
const table =
  row && TableClient.fromConnectionString(row.connectionString, row.table, { allowInsecureConnection: true });
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    if (table) await table.getEntity(row.partitionKey, row.rowKey);
    if (context.activity.type === 'message') await context.sendActivity(context.activity.text);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
