// One page for whoever watches: what was promised and kept, what waits, what failed.

@description('Beginning of every name.')
param prefix string

param location string
param tags tagSet

@description('The workspace with the logs and metrics, in whose gallery it appears.')
param workspaceId string

import { tagSet } from '../shared.bicep'

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  // The service wants a GUID; this one stays the same at every deployment.
  name: guid(resourceGroup().id, prefix, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Complaints (${prefix})'
    category: 'workbook'
    sourceId: workspaceId
    version: 'Notebook/1.0'
    serializedData: loadTextContent('../workbook.json')
  }
}
