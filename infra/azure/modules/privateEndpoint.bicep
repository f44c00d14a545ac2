// One service of one resource, inside the network and under its public name.

@description('Name of the endpoint.')
param name string

param location string
param tags tagSet

@description('The resource that is reached.')
param targetId string

@description('Its service: blob, queue, table, vault.')
@allowed(['blob', 'queue', 'table', 'vault'])
param service string

param subnetId string
param zoneId string

import { tagSet } from '../shared.bicep'

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: service
        properties: {
          privateLinkServiceId: targetId
          groupIds: [service]
        }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zoneId } }]
  }
}
