import { create, type StateCreator } from 'zustand'
import { type AttentionSlice, attentionSlice } from './features/attention/slice.ts'
import { type AuditSlice, auditSlice } from './features/audit/slice.ts'
import { type CaseSlice, caseSlice } from './features/case/slice.ts'
import { type CasesSlice, casesSlice } from './features/cases/slice.ts'
import { type AnalysisSlice, analysisSlice } from './features/chronology/analysis/slice.ts'
import { type ExportSlice, exportSlice } from './features/chronology/export/slice.ts'
import { type ChronologySlice, chronologySlice } from './features/chronology/slice.ts'
import { type LinksSlice, linksSlice } from './features/chronology/links/slice.ts'
import { type SavedViewsSlice, savedViewsSlice } from './features/chronology/saved-views-slice.ts'
import { type ReachSlice, reachSlice } from './features/chronology/reach-slice.ts'
import { type SelectionSlice, selectionSlice } from './features/chronology/selection-slice.ts'
import { type TimelineSlice, timelineSlice } from './features/chronology/timeline/timeline-slice.ts'
import { type ImportSlice, importSlice } from './features/chronology/import/slice.ts'
import { type CorrectionsSlice, correctionsSlice } from './features/chronology/corrections/slice.ts'
import { type VersionsSlice, versionsSlice } from './features/chronology/versions-slice.ts'
import { type ContributionsSlice, contributionsSlice } from './features/contributions/slice.ts'
import { type DisclosuresSlice, disclosuresSlice } from './features/disclosures/slice.ts'
import { type DraftsSlice, draftsSlice } from './features/drafts/slice.ts'
import { type NoContactSlice, noContactSlice } from './features/no-contact/slice.ts'
import { type CommentsSlice, commentsSlice } from './comments/slice.ts'
import { type FindingsSlice, findingsSlice } from './features/findings/slice.ts'
import { type MentionsSlice, mentionsSlice } from './features/mentions/slice.ts'
import { type GlossarySlice, glossarySlice } from './features/glossary/slice.ts'
import { type CoronerSlice, coronerSlice } from './features/packs/coroner-slice.ts'
import { type SecondReadingSlice, secondReadingSlice } from './features/packs/second-reading-slice.ts'
import { type PacksSlice, packsSlice } from './features/packs/slice.ts'
import { type PeopleKeySlice, peopleKeySlice } from './features/people-key/slice.ts'
import { type PreferencesSlice, preferencesSlice } from './features/settings/preferences.ts'
import { type RecipientsSlice, recipientsSlice } from './features/recipients/slice.ts'
import { type ReportsSlice, reportsSlice } from './features/reports/slice.ts'
import { type SettingsSlice, settingsSlice } from './features/settings/slice.ts'
import { type ShellSlice, shellSlice } from './features/shell/slice.ts'
import { type StartSlice, startSlice } from './features/start/slice.ts'
import { type StatisticsSlice, statisticsSlice } from './features/statistics/slice.ts'
import { type WordingSlice, wordingSlice } from './features/wording/slice.ts'
import { type TemplatesSlice, templatesSlice } from './features/templates/slice.ts'

export type AppState = AttentionSlice &
  AuditSlice &
  CaseSlice &
  CasesSlice &
  ChronologySlice &
  ExportSlice &
  ImportSlice &
  ReachSlice &
  SavedViewsSlice &
  VersionsSlice &
  SelectionSlice &
  AnalysisSlice &
  GlossarySlice &
  WordingSlice &
  LinksSlice &
  ContributionsSlice &
  CorrectionsSlice &
  DisclosuresSlice &
  DraftsSlice &
  NoContactSlice &
  TemplatesSlice &
  CommentsSlice &
  FindingsSlice &
  MentionsSlice &
  CoronerSlice &
  SecondReadingSlice &
  PacksSlice &
  PeopleKeySlice &
  PreferencesSlice &
  ReportsSlice &
  RecipientsSlice &
  SettingsSlice &
  ShellSlice &
  StartSlice &
  StatisticsSlice &
  TimelineSlice

/** One feature's part of the store. Only these call the api. */
export type Slice<Part> = StateCreator<AppState, [], [], Part>

export const useStore = create<AppState>()((...parts) => ({
  ...attentionSlice(...parts),
  ...auditSlice(...parts),
  ...caseSlice(...parts),
  ...casesSlice(...parts),
  ...chronologySlice(...parts),
  ...exportSlice(...parts),
  ...importSlice(...parts),
  ...reachSlice(...parts),
  ...savedViewsSlice(...parts),
  ...versionsSlice(...parts),
  ...selectionSlice(...parts),
  ...analysisSlice(...parts),
  ...glossarySlice(...parts),
  ...wordingSlice(...parts),
  ...linksSlice(...parts),
  ...contributionsSlice(...parts),
  ...correctionsSlice(...parts),
  ...disclosuresSlice(...parts),
  ...draftsSlice(...parts),
  ...noContactSlice(...parts),
  ...templatesSlice(...parts),
  ...commentsSlice(...parts),
  ...findingsSlice(...parts),
  ...mentionsSlice(...parts),
  ...coronerSlice(...parts),
  ...secondReadingSlice(...parts),
  ...packsSlice(...parts),
  ...peopleKeySlice(...parts),
  ...preferencesSlice(...parts),
  ...reportsSlice(...parts),
  ...recipientsSlice(...parts),
  ...settingsSlice(...parts),
  ...shellSlice(...parts),
  ...startSlice(...parts),
  ...statisticsSlice(...parts),
  ...timelineSlice(...parts),
}))
