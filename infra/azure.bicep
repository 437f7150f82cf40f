// Everything that Laurel needs in one resource group: `az deployment group create --template-file infra/azure.bicep`, or
// `provision` of the Agents Toolkit. No secret is a parameter or an output of it.
targetScope = 'resourceGroup'

@description('Begins the name of every resource: lower-case letters and digits, unique enough for a host name.')
@minLength(4)
@maxLength(16)
param resourceBaseName string

@description('The region of everything but the registration of the bot, which is global.')
param location string = resourceGroup().location

@description('The name under which the bot is registered.')
@maxLength(42)
param botDisplayName string = 'Laurel'

@description('How the bot proves who it is: by a managed identity, or by an app registration whose secret lies in Key Vault.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botType string = 'UserAssignedMSI'

@description('The client id of the app registration; only for SingleTenant.')
param appRegistrationId string = ''

@description('The day on which its secret ends, for `laurel doctor`; only for SingleTenant.')
param secretExpiresOn string = ''

@description('Comma-separated tenant ids that may talk to the bot; empty for the tenant of this subscription.')
param allowedTenants string = ''

@description('Comma-separated Entra object ids of the people who administer Laurel at first.')
param firstAdmins string

@description('`textual` sends cards without Badge, ProgressBar and charts to every client.')
@allowed(['auto', 'textual'])
param cards string = 'auto'

@description('The size of the App Service plan; Basic is the least that keeps the app always on.')
param webAppSku string = 'B1'

@description('How many instances run side by side.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('F0 is free and has no service level; S1 is paid.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('How redundantly the tables are stored.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Who is told by mail when an alert fires; empty for nobody.')
param alertEmail string = ''

@description('How many days logs and traces are kept.')
@minValue(30)
@maxValue(730)
param retentionInDays int = 30

@description('Whether to create a Key Vault for a managed identity as well; a bot of SingleTenant always gets one.')
param withVault bool = false

var tenantId = tenant().tenantId
var vaultName = '${resourceBaseName}-vault'
var botId = botType == 'SingleTenant' ? appRegistrationId : identity.outputs.clientId

module identity 'azure/identity.bicep' = {
  name: 'laurel-identity'
  params: {
    name: '${resourceBaseName}-identity'
    location: location
  }
}

module tables 'azure/tables.bicep' = {
  name: 'laurel-tables'
  params: {
    name: '${resourceBaseName}tables'
    location: location
    sku: storageSku
    principalId: identity.outputs.principalId
  }
}

module vault 'azure/vault.bicep' = if (withVault || botType == 'SingleTenant') {
  name: 'laurel-vault'
  params: {
    name: vaultName
    location: location
    principalId: identity.outputs.principalId
  }
}

module monitor 'azure/monitor.bicep' = {
  name: 'laurel-monitor'
  params: {
    name: resourceBaseName
    location: location
    retentionInDays: retentionInDays
  }
}

module web 'azure/web.bicep' = {
  name: 'laurel-web'
  params: {
    name: '${resourceBaseName}-web'
    location: location
    sku: webAppSku
    instances: instances
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    workspaceId: monitor.outputs.workspaceId
    componentName: monitor.outputs.componentName
    botId: botId
    botType: botType
    tenantId: tenantId
    secretUri: 'https://${vaultName}${environment().suffixes.keyvaultDns}/secrets/bot-password'
    secretExpiresOn: secretExpiresOn
    tablesUrl: tables.outputs.url
    allowedTenants: empty(allowedTenants) ? tenantId : allowedTenants
    firstAdmins: firstAdmins
    cards: cards
  }
}

module bot 'azure/bot.bicep' = {
  name: 'laurel-bot'
  params: {
    name: '${resourceBaseName}-bot'
    displayName: botDisplayName
    sku: botSku
    botId: botId
    botType: botType
    identityId: botType == 'UserAssignedMSI' ? identity.outputs.id : ''
    tenantId: tenantId
    host: web.outputs.host
  }
}

module alerts 'azure/alerts.bicep' = {
  name: 'laurel-alerts'
  params: {
    name: resourceBaseName
    location: location
    siteId: web.outputs.id
    workspaceId: monitor.outputs.workspaceId
    alertEmail: alertEmail
  }
}

// The toolkit writes each of these into infra/env/.env.<environment>, in upper case and with underscores.
output BOT_ID string = botId
output BOT_TYPE string = botType
output BOT_TENANT_ID string = tenantId
output BOT_DOMAIN string = web.outputs.host
output BOT_ENDPOINT string = 'https://${web.outputs.host}'
output AZURE_APP_SERVICE_RESOURCE_ID string = web.outputs.id
output LAUREL_TABLES_URL string = tables.outputs.url
