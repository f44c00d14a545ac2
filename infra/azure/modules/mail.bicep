// Communication Services e-mail: a domain of Azure's to begin with, the firm's own for clients.

@description('Beginning of every name.')
param prefix string

param tags tagSet

@description('Where mails are kept while they are under way.')
param dataLocation string

@description('The firm\'s domain; empty for one of Azure\'s (`….azurecomm.net`).')
param domainName string

@description('Whether the owner of the domain and its SPF and DKIM records have been verified. An unverified domain cannot be linked.')
param isDomainVerified bool

@description('The part of the sender before the @; the domain of Azure\'s knows DoNotReply only.')
param senderUserName string

@description('The name shown with the sender.')
param senderDisplayName string

@description('Who sends. The name and the object id of the identity.')
param senderName string

param senderPrincipalId string

@description('Where its logs go.')
param workspaceId string

import { roles, tagSet } from '../shared.bicep'

var hasOwnDomain = !empty(domainName)

resource email 'Microsoft.Communication/emailServices@2026-03-18' = {
  name: 'acs-${prefix}-mail'
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource domain 'Microsoft.Communication/emailServices/domains@2026-03-18' = {
  parent: email
  name: hasOwnDomain ? domainName : 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: hasOwnDomain ? 'CustomerManaged' : 'AzureManaged'
    // A pixel and rewritten links would tell when a client reads, and break the links that are capabilities.
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2026-03-18' = if (hasOwnDomain && isDomainVerified) {
  parent: domain
  name: senderUserName
  properties: {
    username: senderUserName
    displayName: senderDisplayName
  }
}

resource communication 'Microsoft.Communication/communicationServices@2026-03-18' = {
  name: 'acs-${prefix}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    // Keys open nothing: the app sends with its identity.
    disableLocalAuth: true
    linkedDomains: hasOwnDomain && !isDomainVerified ? [] : [domain.id]
  }
}

resource sending 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, senderName, roles.communicationAndEmailServiceOwner)
  scope: communication
  properties: {
    principalId: senderPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.communicationAndEmailServiceOwner
    )
  }
}

#disable-next-line use-recent-api-versions // The version without "preview" knows no setting by name.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: communication
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'EmailSendMailOperational', enabled: true }
      { category: 'EmailStatusUpdateOperational', enabled: true }
    ]
    metrics: [{ category: 'Traffic', enabled: true }]
  }
}

output communicationId string = communication.id
output endpoint string = 'https://${communication.properties.hostName}'
output senderAddress string = '${hasOwnDomain ? senderUserName : 'DoNotReply'}@${domain.properties.fromSenderDomain}'
output verificationRecords resourceOutput<'Microsoft.Communication/emailServices/domains@2026-03-18'>.properties.verificationRecords? = domain.properties.verificationRecords
