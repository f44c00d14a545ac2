// A role on one container and nothing beside it.

param accountName string
param containerName string
param given roleGrant

import { roleGrant } from '../shared.bicep'

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' existing = {
  name: '${accountName}/default/${containerName}'
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, given.to.name, given.role)
  scope: container
  properties: {
    principalId: given.to.id
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', given.role)
  }
}
