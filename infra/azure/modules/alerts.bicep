// What somebody must be told of. Each rule looks for the beginning of a message that the app or its host writes; the
// app's are in signals.json, which a test compares with the program.

@description('Beginning of every name.')
param prefix string

param location string
param tags tagSet

@description('The workspace with the logs.')
param workspaceId string

@description('Who is told.')
param actionGroupId string

@description('Hours without any complaint after which the intake counts as stopped; 0 where that happens by itself.')
@allowed([0, 24, 48])
param intakeSilenceHours int

import { tagSet } from '../shared.bicep'

var signals = loadJsonContent('../signals.json')
var brokenIntake = join(signals.intakeFunctions, '|')

type rule = {
  name: string
  title: string

  @description('0 is the worst.')
  severity: 0 | 1 | 2 | 3

  @description('The lines that matter. AppTraces has what is logged, AppExceptions what is logged with an exception.')
  query: string

  @description('ISO 8601: how far back the lines are counted, and how often.')
  window: string
  every: string

  @description('Whether it is the lines\' absence that matters.')
  onSilence: bool
}

// A line with an exception lands in AppExceptions, where the text is the outer message.
var lines = 'union isfuzzy=true (AppTraces | project TimeGenerated, Line = Message), (AppExceptions | project TimeGenerated, Line = coalesce(tostring(Properties.FormattedMessage), tostring(Properties.OriginalFormat), OuterMessage))'

var always rule[] = [
  {
    name: 'deadline-missed'
    title: 'A deadline was missed'
    severity: 1
    query: '${lines} | where Line startswith "${signals.deadlineMissed}"'
    window: 'PT15M'
    every: 'PT15M'
    onSilence: false
  }
  {
    name: 'effect-failed'
    title: 'A mail was given up'
    severity: 2
    query: '${lines} | where Line startswith "${signals.effectFailed}"'
    window: 'PT15M'
    every: 'PT15M'
    onSilence: false
  }
  {
    name: 'orchestration-failed'
    title: 'An orchestration failed; the sweep starts it again, but somebody must see why'
    severity: 1
    // Written by the Durable Task extension. A failed activity alone is tried again and does not count.
    query: '${lines} | where Line has "(Orchestrator)\' failed with an error"'
    window: 'PT15M'
    every: 'PT15M'
    onSilence: false
  }
  {
    name: 'intake-failed'
    title: 'A complaint could not be taken in'
    severity: 0
    query: '${lines} | where Line startswith "${signals.intakeFailed}" or Line matches regex "^(${brokenIntake}) failed"'
    window: 'PT15M'
    every: 'PT15M'
    onSilence: false
  }
  {
    name: 'no-heartbeat'
    title: 'The sweep has not run for half an hour: nothing that is forgotten is found again'
    severity: 0
    query: '${lines} | where Line startswith "${signals.sweepDone}"'
    window: 'PT30M'
    every: 'PT15M'
    onSilence: true
  }
]

var silence rule[] = intakeSilenceHours == 0
  ? []
  : [
      {
        name: 'intake-silent'
        title: 'No complaint has come in for ${intakeSilenceHours} hours'
        severity: 2
        query: '${lines} | where Line startswith "${signals.complaintReceived}"'
        window: intakeSilenceHours == 24 ? 'P1D' : 'P2D'
        every: 'PT1H'
        onSilence: true
      }
    ]

resource alert 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for one in concat(always, silence): {
    name: 'alert-${prefix}-${one.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: one.title
      description: one.title
      severity: one.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: one.every
      windowSize: one.window
      autoMitigate: one.onSilence
      // The tables come into being with their first line.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: one.query
            timeAggregation: 'Count'
            operator: one.onSilence ? 'LessThan' : 'GreaterThan'
            threshold: one.onSilence ? 1 : 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
    }
  }
]
