// What wakes a person: answers that fail, and sweeps that do not end any more.
param name string
param location string
param siteId string
param workspaceId string
param alertEmail string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: '${name}-people'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'laurel'
    emailReceivers: [
      { name: 'operator', emailAddress: alertEmail, useCommonAlertSchema: true }
    ]
  }
}

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-server-errors'
  location: 'global'
  properties: {
    description: 'Laurel answered more than five requests with 5xx within five minutes.'
    severity: 2
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'http5xx'
          metricName: 'Http5xx'
          metricNamespace: 'Microsoft.Web/sites'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: empty(alertEmail) ? [] : [{ actionGroupId: people.id }]
  }
}

resource noSweep 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = {
  name: '${name}-no-sweep'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: 'Laurel: no sweep has ended for 30 minutes'
    description: 'Nobody is warned or reminded while no sweep ends. Look for lines of level error, and run `laurel doctor`.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "laurel.sweeps" and tostring(Properties.outcome) == "done"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    // The table of metrics appears with the first metric.
    skipQueryValidation: true
    actions: {
      actionGroups: empty(alertEmail) ? [] : [people.id]
    }
  }
}
