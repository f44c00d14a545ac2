// Everything that ComplaintFlow runs on in Azure, in one resource group. infra/README.md is the way from an empty
// subscription to the first complaint; docs/azure.md says what the app expects of it.
targetScope = 'resourceGroup'

metadata description = 'ComplaintFlow on Azure Functions (Flex Consumption), Durable Task, Table Storage and Communication Services.'

import { applicationKey, mailbox, principal, privateNetwork, privateZones, roles, settingSet, tagSet } from 'shared.bicep'

@description('What it is for; part of every name.')
@allowed(['test', 'production'])
param stage string

@description('The firm, in a word of lower-case letters and digits; part of every name.')
@minLength(2)
@maxLength(10)
param firm string

@description('Where it runs. The regions of the EU that have Flex Consumption and zone-redundant storage.')
@allowed(['francecentral', 'germanywestcentral', 'northeurope', 'swedencentral', 'westeurope'])
param location string = 'francecentral'

@description('Tags for every resource, such as who pays.')
param tags tagSet = {}

// ---- The app

@description('The address that clients know, without a slash at the end; empty for the app\'s own under azurewebsites.net.')
param publicUrl string = ''

@description('Web sites whose pages may post complaints: scheme and host.')
param allowedOrigins string[] = []

@description('Posts per minute without a key, per client address and per recipient; 0 turns it off.')
@minValue(0)
@maxValue(100000)
param rateLimit int = 30

@description('Mails taken in from one address within an hour.')
@minValue(1)
@maxValue(1000)
param mailsPerHour int = 20

@description('Whether the complaints mailbox takes mail for `name+anything@…`, so that replies carry a signed address; see "Replies" in docs/settings.md.')
param hasPlusAddressing bool = false

@description('Application keys beside `delivery`, which is Event Grid\'s. The secret of each lies in the vault as `key-<name>`.')
param applicationKeys applicationKey[] = []

@description('Mailboxes that the app reads.')
param mailboxes mailbox[] = []

@description('Whether the vault has `link-key-previous`: while links and sessions of the key before are still good.')
param hasPreviousLinkKey bool = false

@description('Further settings of docs/settings.md, never a secret.')
param moreSettings settingSet = {}

@description('Further secret settings: the name of the setting, and of the secret in the vault.')
param moreVaultSettings settingSet = {}

@description('MB of one instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMb int = 2048

@description('Instances at most: the ceiling of what a flood can cost.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances always warm for orchestrations: a mail leaves within seconds instead of a minute.')
@minValue(0)
@maxValue(10)
param alwaysReadyDurable int = 1

@description('Instances always warm for requests: the first visitor of the morning does not wait.')
@minValue(0)
@maxValue(10)
param alwaysReadyHttp int = 0

// ---- Mail

@description('Where mails are kept while they are under way.')
@allowed(['Europe', 'France', 'Germany', 'Switzerland'])
param mailDataLocation string = 'France'

@description('The firm\'s mail domain; empty for one of Azure\'s, which is for trying.')
param mailDomain string = ''

@description('Whether the records of that domain were verified. First deploy with false, publish the records of the output `mailRecords`, verify, deploy again with true.')
param isMailDomainVerified bool = false

@description('The sender before the @, with a domain of the firm\'s; `senderEmail` of procedure.json says the same.')
param senderUserName string = 'reclamation'

@description('The name shown with the sender.')
param senderDisplayName string = 'Service réclamations'

@description('Whether the app hears what became of its mails. First deploy with false: Event Grid wants an answer from the app at once.')
param hasDeliveryReports bool = false

// ---- Safety

@description('Copies of complaints and attachments: LRS one building, ZRS three in the region, GZRS another region too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param redundancy string = 'Standard_ZRS'

@description('Copies of the archive of exports; another region by default, so that the two are not lost together.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param archiveRedundancy string = 'Standard_GRS'

@description('Days for which nobody can change or delete an export; it is deleted the day after. Short enough that an erasure takes effect.')
@minValue(1)
@maxValue(400)
param archiveDays int = 35

@description('Who may act as the exporter without a secret, such as `repo:firm/complaintflow:environment:production`; empty for nobody.')
param exporterSubject string = ''

@description('Who vouches for that subject: the default is GitHub Actions.')
param exporterIssuer string = 'https://token.actions.githubusercontent.com'

@description('Whether storage, archive and vault are locked against deletion.')
param isLocked bool

@description('Whether everything the app keeps is reached through a private network only. Clients still reach the app itself.')
param isPrivate bool = false

@description('The range of that network, at least a /24.')
param addressPrefix string = '10.71.0.0/24'

// ---- Watching

@description('Addresses that alerts and the budget go to.')
@minLength(1)
param alertEmails string[]

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('GB of logs a day at most; -1 for no limit.')
param logCapGb int = 1

@description('The share of traces that are told, from 0 to 1: lower it where many complaints make many traces. Metrics and alerts do not depend on it.')
param traceShare string = '1'

@description('Hours without any complaint after which somebody is told; 0 for a firm that has quiet days.')
@allowed([0, 24, 48])
param intakeSilenceHours int = 0

@description('What a month may cost, in the subscription\'s currency.')
@minValue(1)
param budgetAmount int

@description('First day of the month in which it is deployed for the first time, `yyyy-MM-01`; never change it afterwards.')
@minLength(10)
@maxLength(10)
param budgetStart string

var prefix = '${firm}-${stage}'
var unique = uniqueString(resourceGroup().id)
var appName = 'func-${prefix}-${take(unique, 6)}'
var vaultName = 'kv-${take(prefix, 13)}-${take(unique, 6)}'
// At most 24 letters and digits; the end of it is what keeps it apart from everybody else's.
var accountSuffix = '${take(firm, 6)}${take(stage, 4)}${take(unique, 8)}'
var allTags = union({ application: 'complaintflow', stage: stage }, tags)
var packages = 'packages'
var appIdentity = 'id-${prefix}-app'
var exporterIdentity = 'id-${prefix}-exporter'
var appPrincipal principal = { name: appIdentity, id: identities.outputs.appPrincipalId }
var exporterPrincipal principal = { name: exporterIdentity, id: identities.outputs.exporterPrincipalId }

module identities 'modules/identities.bicep' = {
  params: {
    appIdentity: appIdentity
    exporterIdentity: exporterIdentity
    location: location
    tags: allTags
    exporterSubject: exporterSubject
    exporterIssuer: exporterIssuer
  }
}

module observability 'modules/observability.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyCapGb: logCapGb
    alertEmails: alertEmails
    publisherName: appIdentity
    publisherPrincipalId: identities.outputs.appPrincipalId
  }
}

module network 'modules/network.bicep' = if (isPrivate) {
  params: {
    prefix: prefix
    location: location
    tags: allTags
    addressPrefix: addressPrefix
  }
}

// Made of names, so that a preview knows it before the network exists.
var inside privateNetwork? = isPrivate
  ? {
      endpointSubnetId: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-${prefix}', 'endpoints')
      zoneIds: mapValues(privateZones, zone => resourceId('Microsoft.Network/privateDnsZones', zone))
    }
  : null

// The host's own: locks, keys, the package, and the task hub. Disposable, hence apart from what is not.
module hostStorage 'modules/storageAccount.bicep' = {
  params: {
    name: 'sthost${accountSuffix}'
    location: location
    tags: allTags
    redundancy: 'Standard_LRS'
    containers: [{ name: packages, grants: [], immutableDays: 0 }]
    tables: []
    services: ['blob', 'queue', 'table']
    grants: [
      { to: appPrincipal, role: roles.storageBlobDataOwner }
      { to: appPrincipal, role: roles.storageQueueDataContributor }
      { to: appPrincipal, role: roles.storageTableDataContributor }
    ]
    softDeleteDays: 7
    keepsVersions: false
    deleteAfterDays: 0
    isLocked: false
    workspaceId: observability.outputs.workspaceId
    network: inside
  }
  dependsOn: [network]
}

module recordStorage 'modules/storageAccount.bicep' = {
  params: {
    name: 'strecs${accountSuffix}'
    location: location
    tags: allTags
    redundancy: redundancy
    containers: [
      {
        name: 'attachments'
        grants: [{ to: appPrincipal, role: roles.storageBlobDataContributor }]
        immutableDays: 0
      }
    ]
    tables: ['complaints']
    services: ['blob', 'table']
    grants: [
      { to: appPrincipal, role: roles.storageTableDataContributor }
      { to: exporterPrincipal, role: roles.storageTableDataReader }
      { to: exporterPrincipal, role: roles.storageBlobDataReader }
    ]
    // Attachments that an erasure deletes come back within this term only.
    softDeleteDays: 14
    keepsVersions: false
    deleteAfterDays: 0
    isLocked: isLocked
    workspaceId: observability.outputs.workspaceId
    network: inside
  }
  dependsOn: [network]
}

module archiveStorage 'modules/storageAccount.bicep' = {
  params: {
    name: 'starch${accountSuffix}'
    location: location
    tags: allTags
    redundancy: archiveRedundancy
    containers: [
      {
        name: 'exports'
        grants: [{ to: exporterPrincipal, role: roles.storageBlobDataContributor }]
        immutableDays: archiveDays
      }
    ]
    tables: []
    services: ['blob']
    grants: []
    softDeleteDays: 7
    keepsVersions: true
    deleteAfterDays: archiveDays + 1
    isLocked: isLocked
    workspaceId: observability.outputs.workspaceId
    network: inside
  }
  dependsOn: [network]
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: allTags
    readerName: appIdentity
    readerPrincipalId: identities.outputs.appPrincipalId
    isLocked: isLocked
    workspaceId: observability.outputs.workspaceId
    network: inside
  }
  dependsOn: [network]
}

module mail 'modules/mail.bicep' = {
  params: {
    prefix: prefix
    tags: allTags
    dataLocation: mailDataLocation
    domainName: mailDomain
    isDomainVerified: isMailDomainVerified
    senderUserName: senderUserName
    senderDisplayName: senderDisplayName
    senderName: appIdentity
    senderPrincipalId: identities.outputs.appPrincipalId
    workspaceId: observability.outputs.workspaceId
  }
}

var keys = concat([{ name: 'delivery', scopes: 'intake' }], applicationKeys)
var secrets = union(
  { ComplaintFlow__LinkKeys__Current: 'link-key-current' },
  hasPreviousLinkKey ? { ComplaintFlow__LinkKeys__Previous: 'link-key-previous' } : {},
  toObject(keys, key => 'ComplaintFlow__Keys__${key.name}', key => 'key-${key.name}'),
  toObject(
    filter(mailboxes, box => box.signIn != 'identity'),
    box => 'ComplaintFlow__Intake__Mailboxes__${box.name}__${box.signIn == 'password' ? 'Password' : 'ClientSecret'}',
    box => 'mailbox-${box.name}'
  ),
  moreVaultSettings
)

module app 'modules/app.bicep' = {
  params: {
    prefix: prefix
    name: appName
    location: location
    tags: allTags
    instanceMemoryMb: instanceMemoryMb
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyDurable: alwaysReadyDurable
    alwaysReadyHttp: alwaysReadyHttp
    identityId: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', appIdentity)
    packageContainerUrl: '${hostStorage.outputs.blobEndpoint}${packages}'
    subnetId: isPrivate ? resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-${prefix}', 'app') : ''
    workspaceId: observability.outputs.workspaceId
    settings: union(
      {
        // The host's and Durable Task's account, by identity. FUNCTIONS_WORKER_RUNTIME and its like are not allowed on
        // Flex Consumption, where functionAppConfig says it.
        AzureWebJobsStorage__blobServiceUri: hostStorage.outputs.blobEndpoint
        AzureWebJobsStorage__queueServiceUri: hostStorage.outputs.queueEndpoint
        AzureWebJobsStorage__tableServiceUri: hostStorage.outputs.tableEndpoint
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identities.outputs.appClientId
        // Or the host's own page hides the form.
        AzureWebJobsDisableHomepage: 'true'
        APPLICATIONINSIGHTS_CONNECTION_STRING: observability.outputs.insightsConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identities.outputs.appClientId};Authorization=AAD'
        // For the app's own clients of storage and mail: which of the identities, and to try no developer's sign-in.
        AZURE_CLIENT_ID: identities.outputs.appClientId
        AZURE_TOKEN_CREDENTIALS: 'prod'
        ComplaintFlow__Storage: recordStorage.outputs.tableEndpoint
        ComplaintFlow__Email__Transport: 'acs'
        ComplaintFlow__Email__Acs__Endpoint: mail.outputs.endpoint
        ComplaintFlow__Email__PlusAddressing: hasPlusAddressing ? 'on' : 'off'
        ComplaintFlow__Telemetry__TraceShare: traceShare
        ComplaintFlow__RateLimit: string(rateLimit)
        ComplaintFlow__Intake__MailsPerHour: string(mailsPerHour)
        ComplaintFlow__AllowedOrigins: join(allowedOrigins, ',')
        // Signing in on the desk by a link sent to an address of the directory; the platform's sign-in headers are not believed.
        ComplaintFlow__StaffSignIn: 'link'
      },
      empty(publicUrl) ? {} : { ComplaintFlow__PublicUrl: publicUrl },
      toObject(keys, key => 'ComplaintFlow__KeyScopes__${key.name}', key => key.scopes),
      toObject(mailboxes, box => 'ComplaintFlow__Intake__Mailboxes__${box.name}__Host', box => box.host),
      toObject(mailboxes, box => 'ComplaintFlow__Intake__Mailboxes__${box.name}__User', box => box.user),
      toObject(mailboxes, box => 'ComplaintFlow__Intake__Mailboxes__${box.name}__SignIn', box => box.signIn),
      toObject(mailboxes, box => 'ComplaintFlow__Intake__Mailboxes__${box.name}__Tenant', box => box.?tenant ?? ''),
      toObject(
        mailboxes,
        box => 'ComplaintFlow__Intake__Mailboxes__${box.name}__ClientId',
        box => box.?clientId ?? (box.signIn == 'identity' ? identities.outputs.appClientId : '')
      ),
      moreSettings,
      mapValues(secrets, secret => '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=${secret})')
    )
  }
  dependsOn: [network]
}

resource keyVault 'Microsoft.KeyVault/vaults@2026-05-15' existing = if (hasDeliveryReports) {
  name: vaultName
}

module deliveryReports 'modules/deliveryReports.bicep' = if (hasDeliveryReports) {
  params: {
    prefix: prefix
    tags: allTags
    communicationId: mail.outputs.communicationId
    hostName: app.outputs.hostName
    key: keyVault!.getSecret('key-delivery')
    workspaceId: observability.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: allTags
    workspaceId: observability.outputs.workspaceId
    actionGroupId: observability.outputs.actionGroupId
    intakeSilenceHours: intakeSilenceHours
  }
}

module workbook 'modules/workbook.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: allTags
    workspaceId: observability.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    prefix: prefix
    amount: budgetAmount
    start: budgetStart
    emails: alertEmails
  }
}

output appName string = app.outputs.name
output address string = empty(publicUrl) ? 'https://${app.outputs.hostName}' : publicUrl
output vaultName string = vault.outputs.name
output recordAccount string = recordStorage.outputs.name
output archiveAccount string = archiveStorage.outputs.name
output hostAccount string = hostStorage.outputs.name
output exporterClientId string = identities.outputs.exporterClientId

@description('What `senderEmail` of procedure.json must be.')
output senderAddress string = mail.outputs.senderAddress

@description('The records that a mail domain of the firm\'s needs.')
output mailRecords resourceOutput<'Microsoft.Communication/emailServices/domains@2026-03-18'>.properties.verificationRecords? = mail.outputs.?verificationRecords
