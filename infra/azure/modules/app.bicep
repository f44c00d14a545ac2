// The app: Flex Consumption on Linux, .NET 10 in its own process, everything reached with one identity.

@description('Beginning of every name.')
param prefix string

@description('Name of the app, unique in the world: its address is made of it.')
@minLength(2)
@maxLength(60)
param name string

param location string
param tags tagSet

@description('MB of one instance.')
param instanceMemoryMb int

@description('Instances of the whole app at most.')
param maximumInstanceCount int

@description('Instances that are always warm for orchestrations and activities.')
param alwaysReadyDurable int

@description('Instances that are always warm for requests.')
param alwaysReadyHttp int

@description('The identity that the app runs as.')
param identityId string

@description('The container that the package is deployed to.')
param packageContainerUrl string

@description('Where the app reaches the internet from; empty for anywhere.')
param subnetId string

@description('The application settings, all but the address of its own.')
param settings settingSet

@description('Where its metrics go.')
param workspaceId string

import { settingSet, tagSet } from '../shared.bicep'

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${prefix}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMb
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: filter(
          [
            { name: 'durable', instanceCount: alwaysReadyDurable }
            { name: 'http', instanceCount: alwaysReadyHttp }
          ],
          group => group.instanceCount > 0
        )
      }
    }
  }

  // Publishing is with an identity too: no user name, no password.
  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource configuration 'config' = {
    name: 'appsettings'
    // The address of its own is known once the app is there.
    properties: union({ ComplaintFlow__PublicUrl: 'https://${app.properties.defaultHostName}' }, settings)
  }
}

// Metrics only: the request log of the platform has the addresses of links, which are keys.
#disable-next-line use-recent-api-versions // The version without "preview" knows no setting by name.
resource metrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
