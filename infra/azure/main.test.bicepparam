// For trying: the cheapest that works, with a mail domain of Azure's and nothing locked.
using 'main.bicep'

param stage = 'test'
param firm = 'courtier'
param location = 'francecentral'
param tags = { owner: 'reclamations' }

param alwaysReadyDurable = 0
param redundancy = 'Standard_LRS'
param archiveRedundancy = 'Standard_LRS'
param archiveDays = 1
param isLocked = false

param alertEmails = ['informatique@courtier.example']
param logRetentionDays = 30
param budgetAmount = 20
param budgetStart = '2026-11-01'
