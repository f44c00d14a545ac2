// The secrets, all set by hand (infra/README.md): the template knows their names only.

@description('Its name, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

param location string
param tags tagSet

@description('Who reads the secrets. The name and the object id of the identity.')
param readerName string

param readerPrincipalId string

@description('Whether nobody can delete the vault before taking the lock away.')
param isLocked bool

@description('Where its logs go.')
param workspaceId string

@description('The private network, which then is the only way in; null for the public address.')
param network privateNetwork?

import { privateNetwork, roles, tagSet } from '../shared.bicep'

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // For one secret of one module: Event Grid is told the key that it shows at /api/delivery.
    enabledForTemplateDeployment: true
    publicNetworkAccess: network == null ? 'Enabled' : 'Disabled'
    networkAcls: {
      // Template deployment comes in as a trusted service.
      bypass: 'AzureServices'
      defaultAction: network == null ? 'Allow' : 'Deny'
    }
  }
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, readerName, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without these keys every link in every mail that was sent is dead.'
  }
}

#disable-next-line use-recent-api-versions // The version without "preview" knows no setting by name.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

module endpoint 'privateEndpoint.bicep' = if (network != null) {
  name: '${name}-vault'
  params: {
    name: 'pep-${name}'
    location: location
    tags: tags
    targetId: vault.id
    service: 'vault'
    subnetId: network!.endpointSubnetId
    zoneId: network!.zoneIds.vault
  }
}

output name string = vault.name
