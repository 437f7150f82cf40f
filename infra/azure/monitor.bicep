// Where logs, traces and metrics go, and the questions that are saved with them.
param name string
param location string
param retentionInDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionInDays
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
  }
}

resource slowTurns 'Microsoft.OperationalInsights/workspaces/savedSearches@2020-08-01' = {
  parent: workspace
  name: 'laurel-slow-turns'
  properties: {
    category: 'Laurel'
    displayName: 'Laurel: the slowest turns of the last day'
    query: 'union AppRequests, AppDependencies | where TimeGenerated > ago(1d) and Name == "laurel.turn" | top 50 by DurationMs | project TimeGenerated, DurationMs, Success, Properties, OperationId'
    version: 2
  }
}

resource deliveries 'Microsoft.OperationalInsights/workspaces/savedSearches@2020-08-01' = {
  parent: workspace
  name: 'laurel-deliveries'
  properties: {
    category: 'Laurel'
    displayName: 'Laurel: deliveries of the last week by outcome'
    query: 'AppMetrics | where TimeGenerated > ago(7d) and Name == "laurel.deliveries" | summarize sum(Sum) by tostring(Properties.outcome), bin(TimeGenerated, 1d)'
    version: 2
  }
}

resource failures 'Microsoft.OperationalInsights/workspaces/savedSearches@2020-08-01' = {
  parent: workspace
  name: 'laurel-errors'
  properties: {
    category: 'Laurel'
    displayName: 'Laurel: log lines of level error'
    query: 'AppServiceConsoleLogs | where TimeGenerated > ago(7d) | extend line = parse_json(ResultDescription) | where line.level == "error" | project TimeGenerated, Host, message = line.message, reference = line.reference, error = line.error.message'
    version: 2
  }
}

output workspaceId string = workspace.id
output componentName string = component.name
