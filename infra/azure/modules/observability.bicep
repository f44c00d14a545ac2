// Where logs and metrics go, and who is told.

@description('Beginning of every name.')
param prefix string

param location string
param tags tagSet

@description('Days that logs are kept.')
param retentionDays int

@description('GB a day after which nothing more is taken in, against a runaway log; -1 for no limit.')
param dailyCapGb int

@description('Addresses that alerts go to.')
param alertEmails string[]

@description('Who writes telemetry. The name and the object id of the identity.')
param publisherName string

param publisherPrincipalId string

import { roles, tagSet } from '../shared.bicep'

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: 'log-${prefix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    features: {
      disableLocalAuth: true
      // Who may read the app's resources may read their logs, and no others.
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${prefix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    // The connection string alone opens nothing: telemetry is written with an identity.
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

resource publishing 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, publisherName, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: publisherPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
  }
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${prefix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'complaints'
    enabled: true
    emailReceivers: [
      for address in alertEmails: {
        name: address
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

output workspaceId string = workspace.id
output insightsConnectionString string = insights.properties.ConnectionString
output actionGroupId string = operators.id
