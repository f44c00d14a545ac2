// Tells the app what became of its mails. Deployed once the app answers: Event Grid asks it for consent at once.

@description('Beginning of every name.')
param prefix string

param tags tagSet

@description('The service whose mails are reported.')
param communicationId string

@description('The app.')
param hostName string

@description('The app\'s application key for this, with the scope intake.')
@secure()
@minLength(16)
param key string

@description('Where failed deliveries are logged.')
param workspaceId string

import { tagSet } from '../shared.bicep'

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${prefix}-mail'
  location: 'global'
  tags: tags
  properties: {
    source: communicationId
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'delivery'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        // In the address, since custom headers are promised for events, not for the handshake. The platform shows it to
        // nobody afterwards, and the app's and the host's logs have no query.
        #disable-next-line use-secure-value-for-secure-inputs // It is made of a secure one.
        endpointUrl: 'https://${hostName}/api/delivery?code=${key}'
        maxEventsPerBatch: 50
        preferredBatchSizeInKilobytes: 64
        minimumTlsVersionAllowed: '1.2'
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: { includedEventTypes: ['Microsoft.Communication.EmailDeliveryReportReceived'] }
    // A day, which is longer than any outage that does not wake somebody. No dead letters: a report has an address in it.
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
}

#disable-next-line use-recent-api-versions // The version without "preview" knows no setting by name.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
