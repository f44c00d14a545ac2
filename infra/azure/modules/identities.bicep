// Who the programs are. User-assigned, so that the roles exist before the app starts and survive the app.

@description('Name of the app\'s identity.')
param appIdentity string

@description('Name of the exporter\'s identity.')
param exporterIdentity string

param location string
param tags tagSet

@description('The subject that may act as the exporter without any secret, such as `repo:firm/complaintflow:environment:production`; empty for none.')
param exporterSubject string

@description('Who vouches for that subject.')
param exporterIssuer string

import { tagSet } from '../shared.bicep'

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: appIdentity
  location: location
  tags: tags
}

// Reads everything, writes only into the archive. Apart from the app: whoever takes over the app cannot touch the archive.
resource exporter 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: exporterIdentity
  location: location
  tags: tags
}

resource federation 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = if (!empty(exporterSubject)) {
  parent: exporter
  name: 'scheduled-export'
  properties: {
    issuer: exporterIssuer
    subject: exporterSubject
    audiences: ['api://AzureADTokenExchange']
  }
}

output appPrincipalId string = app.properties.principalId
output appClientId string = app.properties.clientId
output exporterPrincipalId string = exporter.properties.principalId
output exporterClientId string = exporter.properties.clientId
