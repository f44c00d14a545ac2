// What several modules speak of: built-in roles by their name, and the shapes of parameters.

@export()
@description('The built-in roles that are given here, by their fixed ids. Nothing broader is ever assigned.')
var roles = {
  // The Functions host renews leases and lists containers of its own account, which needs Owner of the data (not of the account).
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  storageTableDataReader: '76199698-9eea-4c19-bc75-cec21354c6b6'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  // The only built-in role that may send mail. The service is not known to honour custom roles, so it is given on that one resource alone.
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350'
}

@export()
@description('An identity. Role assignments are named after its name, which is known before it exists, so that a preview of a deployment is exact.')
@sealed()
type principal = { name: string, id: string }

@export()
@description('A role on a storage account or on one of its containers.')
@sealed()
type roleGrant = {
  @description('The identity that gets the role.')
  to: principal

  @description('The id of the role, one of `roles`.')
  role: string
}

@export()
@description('A blob container.')
@sealed()
type blobContainer = {
  @minLength(3)
  @maxLength(63)
  name: string

  @description('Roles on this container alone.')
  grants: roleGrant[]

  @description('For how many days nobody can change or delete what is written; 0 for a container without that.')
  immutableDays: int
}

@export()
@description('An application key. Its secret lies in the vault under the name `key-<name>`.')
@sealed()
type applicationKey = {
  @description('Letters, digits and single underscores.')
  @minLength(1)
  name: string

  @description('Some of intake, read, act, approve, admin, with commas.')
  scopes: string
}

@export()
@description('A mailbox whose mails are taken in.')
@sealed()
type mailbox = {
  @description('Letters and digits.')
  @minLength(1)
  @maxLength(40)
  name: string

  @description('The IMAP server, such as outlook.office365.com.')
  host: string

  @description('The address, or whatever the server knows the mailbox by.')
  user: string

  @description('With identity, the app signs in as itself. Else the secret lies in the vault as `mailbox-<name>`: the password, or the secret of an application registered in Entra.')
  signIn: 'password' | 'client-secret' | 'identity'

  @description('With client-secret: the tenant and the application.')
  tenant: string?
  clientId: string?
}

@export()
@description('The private network that the resources are reached through.')
@sealed()
type privateNetwork = {
  @description('The subnet of the private endpoints.')
  endpointSubnetId: string

  @description('The private DNS zones by the service they are for.')
  zoneIds: { blob: string, queue: string, table: string, vault: string }
}

@export()
@description('The names of the private DNS zones by the service they are for.')
var privateZones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  // The zone is not made of the public suffix (vault.azure.net), hence the replacement.
  vault: 'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
}

@export()
@description('Tags for every resource.')
type tagSet = { *: string }

@export()
@description('Application settings by name.')
type settingSet = { *: string }
