import type { CaseTab, Route } from '../../routes.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { counted, timeInWords } from '../../ui/words.ts'

const tabs: Readonly<Record<string, CaseTab>> = {
  'people-key': 'people-key',
  'pack-build': 'packs',
  'pack-review': 'packs',
  reveal: 'overview',
  import: 'chronology',
  finding: 'analysis',
  'finding-note': 'analysis',
  analysis: 'chronology',
  'analysis-many': 'chronology',
  glossary: 'chronology',
  wording: 'chronology',
  'link-reason': 'chronology',
  settle: 'chronology',
  'note-conflict': 'chronology',
  link: 'chronology',
}

/** A comment's draft is written "comment/caseId/entry.record/…" or "comment/caseId/finding.id/…". */
const subjectOf = (
  key: string,
): { readonly caseId: string; readonly kind: string; readonly id: string } | null => {
  const [what, caseId = '', subject = ''] = key.split('/')
  const [kind = '', id = ''] = subject.split('.')
  return what === 'comment' && id !== '' ? { caseId, kind, id } : null
}

/** Where the text was typed on a page of its own. */
const pages: Readonly<Record<string, string>> = {
  'pack-build': 'build',
  import: 'import',
  glossary: 'glossary',
  wording: 'wording',
  'link-reason': 'same-events',
  settle: 'same-events',
  'note-conflict': 'same-events',
}

/** Where the text belongs to an entry rather than to a page. */
const ofEntries: ReadonlySet<string> = new Set(['analysis', 'analysis-many', 'link'])

/** Draft keys are written "what/caseId/item". */
const placeOf = (key: string): Route | null => {
  const about = subjectOf(key)
  if (about)
    return about.kind === 'finding'
      ? { screen: 'case', caseId: about.caseId, tab: 'analysis', item: about.id }
      : { screen: 'case', caseId: about.caseId, tab: 'chronology' }
  const [what = '', caseId, item] = key.split('/')
  const tab = tabs[what]
  if (!tab || !caseId) return null
  const wanted = pages[what] ?? (what === 'reveal' || ofEntries.has(what) ? undefined : item)
  return { screen: 'case', caseId, tab, ...(wanted ? { item: wanted } : {}) }
}

/** Text kept over a lock, and the way back to it. */
export const DraftStrip = () => {
  const drafts = useStore((state) => state.drafts)
  const route = useStore((state) => state.route)
  const { go, goToRecord } = useStore.getState()
  const discard = useStore((state) => state.discardDraft)
  const kept = Object.values(drafts).filter((draft) => draft.text !== '' && placeOf(draft.key) !== null)
  const [first] = kept
  if (!first || (route.screen !== 'cases' && route.screen !== 'settings')) return null
  const goOn = (): void => {
    const about = subjectOf(first.key)
    const place = placeOf(first.key)
    const [what, caseId = '', recordId = ''] = first.key.split('/')
    if (about?.kind === 'entry') void goToRecord(about.caseId, about.id, 'comments')
    else if (what === 'analysis') void goToRecord(caseId, recordId, 'analysis')
    else if (what === 'link') void goToRecord(caseId, recordId, 'links')
    else if (place) go(place)
  }
  return (
    <div className="strip" role="status">
      <Icon name="edit" />
      <span className="grow">
        {counted(kept.length, 'unsaved text')} kept, the latest from {timeInWords(first.updatedAt)}.
      </span>
      <Button kind="quiet" onPress={goOn}>
        Go on writing
      </Button>
      <Button kind="quiet" onPress={() => void discard(first.key)}>
        Discard it
      </Button>
    </div>
  )
}
