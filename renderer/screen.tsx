import { AttentionPage } from './features/attention/page.tsx'
import { AuditPage } from './features/audit/page.tsx'
import { CaseFrame } from './features/case/case-frame.tsx'
import { Overview } from './features/case/overview.tsx'
import { AddCasePage } from './features/cases/form.tsx'
import { CasesPage } from './features/cases/page.tsx'
import { ImportPage } from './features/chronology/import/page.tsx'
import { SourcePage } from './features/chronology/import/source-page.tsx'
import { ExportPage } from './features/chronology/export/page.tsx'
import { SameEventsPage } from './features/chronology/links/page.tsx'
import { ChronologyPage } from './features/chronology/page.tsx'
import { TimelinePage } from './features/chronology/timeline/page.tsx'
import { ViewsBar } from './features/chronology/views-bar.tsx'
import { ContributionsPage } from './features/contributions/page.tsx'
import { DisclosuresPage } from './features/disclosures/page.tsx'
import { NoContactPage } from './features/no-contact/page.tsx'
import { AnalysisPage } from './features/findings/page.tsx'
import { MentionsPage } from './features/mentions/page.tsx'
import { GlossaryPage } from './features/glossary/page.tsx'
import { PacksPage } from './features/packs/page.tsx'
import { PeopleKeyPage } from './features/people-key/page.tsx'
import { RecipientsPage } from './features/recipients/page.tsx'
import { ReportsPage } from './features/reports/page.tsx'
import { SettingsPage } from './features/settings/page.tsx'
import { TemplatesPage } from './features/templates/page.tsx'
import { StatisticsPage } from './features/statistics/page.tsx'
import { WordingPage } from './features/wording/page.tsx'
import type { CaseView } from '../workspace/views.ts'
import { refusal, useMay } from './permit.ts'
import { type Route, tabPermissions } from './routes.ts'
import { Refused } from './ui/state-panel.tsx'

type CaseRoute = Extract<Route, { screen: 'case' }>

const ChronologyView = ({ one, item }: { readonly one: CaseView; readonly item: string | undefined }) => {
  switch (item) {
    case 'no-contact':
      return <NoContactPage one={one} />
    case 'glossary':
      return <GlossaryPage one={one} />
    case 'wording':
      return <WordingPage one={one} />
    case 'timeline':
      return <TimelinePage one={one} />
    case 'same-events':
      return <SameEventsPage one={one} />
    default:
      return <ChronologyPage one={one} />
  }
}

const ChronologyPart = ({ one, item }: { readonly one: CaseView; readonly item: string | undefined }) =>
  item === 'import' ? (
    <ImportPage one={one} />
  ) : item === 'templates' ? (
    <TemplatesPage one={one} />
  ) : item === 'export' ? (
    <ExportPage one={one} />
  ) : item?.startsWith('source ') ? (
    <SourcePage one={one} sourceId={item.slice('source '.length)} />
  ) : (
    <>
      <ViewsBar one={one} item={item} />
      <ChronologyView one={one} item={item} />
    </>
  )

const CasePart = ({ one, route }: { readonly one: CaseView; readonly route: CaseRoute }) => {
  const may = useMay(tabPermissions[route.tab])
  switch (route.tab) {
    case 'overview':
      return <Overview one={one} />
    case 'chronology':
      if (!may)
        return (
          <Refused
            title="The chronology is not shown to you"
            message={refusal('the chronology', 'chronology:read')}
          />
        )
      return <ChronologyPart one={one} item={route.item} />
    case 'contributions':
      return <ContributionsPage one={one} item={route.item} />
    case 'people-key':
      return <PeopleKeyPage one={one} item={route.item} />
    case 'analysis':
      return <AnalysisPage one={one} item={route.item} />
    case 'packs':
      return <PacksPage one={one} item={route.item} />
    case 'reports':
      return <ReportsPage one={one} item={route.item} />
  }
}

/** The page a place in the app stands for. */
export const Screen = ({ route }: { readonly route: Route }) => {
  switch (route.screen) {
    case 'cases':
      return <CasesPage />
    case 'add-case':
      return <AddCasePage />
    case 'case':
      return (
        <CaseFrame caseId={route.caseId} tab={route.tab} key={route.caseId}>
          {(one) => <CasePart one={one} route={route} />}
        </CaseFrame>
      )
    case 'mentions':
      return <MentionsPage />
    case 'attention':
      return <AttentionPage item={route.item} />
    case 'recipients':
      return <RecipientsPage item={route.item} />
    case 'disclosures':
      return <DisclosuresPage item={route.item} />
    case 'statistics':
      return <StatisticsPage />
    case 'audit':
      return <AuditPage />
    case 'settings':
      return <SettingsPage />
  }
}
