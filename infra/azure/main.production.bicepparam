// For clients: own domain, three copies in the region and an archive in another, a private network, everything locked.
using 'main.bicep'

param stage = 'production'
param firm = 'courtier'
param location = 'francecentral'
param tags = { owner: 'reclamations' }

param publicUrl = 'https://reclamations.courtier.example'
param allowedOrigins = ['https://www.courtier.example']
param applicationKeys = [
  { name: 'site', scopes: 'intake' }
  { name: 'register', scopes: 'read' }
]

param mailDomain = 'courtier.example'
param isMailDomainVerified = true
param hasDeliveryReports = true

param alwaysReadyDurable = 1
param alwaysReadyHttp = 1
param isLocked = true
param isPrivate = true
param exporterSubject = 'repo:courtier/complaintflow:environment:production'

param alertEmails = ['informatique@courtier.example', 'reclamations@courtier.example']
param logRetentionDays = 90
param budgetAmount = 250
param budgetStart = '2026-11-01'
