// Where the bot runs: a Linux plan with several instances, Node 22, and the settings that bot/config/config.ts reads.
param name string
param location string
param sku string
param instances int
param identityId string
param identityClientId string
param workspaceId string
param componentName string
param botId string
param botType string
param tenantId string
param secretUri string
param secretExpiresOn string
param tablesUrl string
param allowedTenants string
param firstAdmins string
param cards string

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

// An empty setting is an absent one, so both kinds of identity have the same list.
var isSingleTenant = botType == 'SingleTenant'

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node --enable-source-maps dist/bot/main.js'
      alwaysOn: true
      healthCheckPath: '/health'
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      appSettings: [
        { name: 'BOT_ID', value: botId }
        { name: 'BOT_TYPE', value: botType }
        { name: 'BOT_TENANT_ID', value: tenantId }
        { name: 'BOT_PASSWORD', value: isSingleTenant ? '@Microsoft.KeyVault(SecretUri=${secretUri})' : '' }
        { name: 'BOT_PASSWORD_EXPIRES_ON', value: isSingleTenant ? secretExpiresOn : '' }
        { name: 'LAUREL_TABLES_URL', value: tablesUrl }
        // Of @azure/identity: with which identity the tables are opened where the bot has another one.
        { name: 'AZURE_CLIENT_ID', value: identityClientId }
        { name: 'LAUREL_ALLOWED_TENANTS', value: allowedTenants }
        { name: 'LAUREL_FIRST_ADMINS', value: firstAdmins }
        { name: 'LAUREL_CARDS', value: cards }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: component.properties.ConnectionString }
        // Of the platform: the package is run as it was built, and an instance that is told to stop may end its turns first.
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
        { name: 'WEBSITES_CONTAINER_STOP_TIME_LIMIT', value: '30' }
      ]
    }
  }
}

resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noBasicAuth 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
    metrics: [
      { category: 'AllMetrics', enabled: true }
    ]
  }
}

output id string = site.id
output host string = site.properties.defaultHostName
