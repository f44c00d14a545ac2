// Says when a month costs more than expected. It stops nothing: a complaint is never turned away for money.

@description('Beginning of every name.')
param prefix string

@description('What a month may cost, in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the month from which it counts, `yyyy-MM-01`. It cannot be changed afterwards.')
param start string

@description('Addresses that are told.')
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'budget-${prefix}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      nearly: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
      }
      over: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
    }
  }
}
