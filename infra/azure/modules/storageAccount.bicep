// A storage account that only identities open: no shared key, no public blob, TLS 1.2 at least.

@description('Its name, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

param location string
param tags tagSet

@description('How many copies, and where.')
param redundancy string

@description('Its containers.')
param containers blobContainer[]

@description('Its tables.')
param tables string[]

@description('Its services that are used, each of which gets a private endpoint.')
param services ('blob' | 'queue' | 'table')[]

@description('Roles on the whole account.')
param grants roleGrant[]

@description('Days within which a deleted blob or container comes back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Whether every version of a blob is kept; needed where a container is immutable.')
param keepsVersions bool

@description('Days after which blobs and their versions are deleted; 0 for never.')
param deleteAfterDays int

@description('Whether nobody can delete the account before taking the lock away.')
param isLocked bool

@description('Where its logs go.')
param workspaceId string

@description('The private network, which then is the only way in; null for the public address.')
param network privateNetwork?

import { blobContainer, privateNetwork, roleGrant, tagSet } from '../shared.bicep'

var containerGrants = flatten(map(containers, one => map(one.grants, given => { container: one.name, given: given })))
var immutable = filter(containers, one => one.immutableDays > 0)

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: network == null ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: network == null ? 'Allow' : 'Deny'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: keepsVersions
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for one in containers: {
    parent: blobs
    name: one.name
    properties: {
      publicAccess: 'None'
      immutableStorageWithVersioning: one.immutableDays > 0 ? { enabled: true } : null
    }
  }
]

// Unlocked, so that a first try can still be taken down; infra/README.md says how to lock it for good.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2026-06-01' = [
  for one in immutable: {
    name: '${name}/default/${one.name}/default'
    properties: {
      immutabilityPeriodSinceCreationInDays: one.immutableDays
      allowProtectedAppendWrites: false
    }
    dependsOn: [container]
  }
]

resource expiry 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = if (deleteAfterDays > 0) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'expiry'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: deleteAfterDays } }
              version: { delete: { daysAfterCreationGreaterThan: deleteAfterDays } }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2026-06-01' = [
  for one in tables: {
    parent: tableService
    name: one
  }
]

resource accountRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for one in grants: {
    name: guid(account.id, one.to.name, one.role)
    scope: account
    properties: {
      principalId: one.to.id
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', one.role)
    }
  }
]

module containerRole 'containerRole.bicep' = [
  for (one, index) in containerGrants: {
    name: '${name}-role-${index}'
    params: {
      accountName: account.name
      containerName: one.container
      given: one.given
    }
    dependsOn: [container]
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Complaints and their proofs. Take this lock away only to move them.'
  }
}

// Reads and writes are not logged: the addresses in those logs name complaints. Deletions are few and matter.
#disable-next-line use-recent-api-versions // The version without "preview" knows no setting by name.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // As above.
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

module endpoint 'privateEndpoint.bicep' = [
  for service in services: if (network != null) {
    name: '${name}-${service}'
    params: {
      name: 'pep-${name}-${service}'
      location: location
      tags: tags
      targetId: account.id
      service: service
      subnetId: network!.endpointSubnetId
      zoneId: network!.zoneIds[service]
    }
  }
]

output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
