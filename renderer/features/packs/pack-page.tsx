import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { profiles } from '../../../domain/packs/profile.ts'
import type { CaseView, PackView } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/words.ts'
import { Approve } from './approve.tsx'
import { Release } from './release.tsx'
import { PackFiles } from './files.tsx'
import { RecipientView } from './recipient-view.tsx'
import { Review } from './review.tsx'
import { Searches } from './searches.tsx'
import { SecondReading } from './second-reading.tsx'
import { PackStateBadge } from './state-words.tsx'
import { decisionsIn, leftOf, takenKey } from './taken.ts'

const firstTab = (pack: PackView, mayReview: boolean): string => {
  if (pack.secondReading.isBlind) return 'second'
  if (pack.state === 'needs-review' && mayReview) return 'review'
  return pack.state === 'approved' || pack.state === 'released' || pack.state === 'prepared'
    ? 'send'
    : 'files'
}

const PackTabs = ({ pack }: { readonly pack: PackView }) => {
  const mayReview = useMay('pack:review')
  const { isBlind } = pack.secondReading
  const seesDecisions = mayReview && !isBlind
  const [tab, setTab] = useState(() => firstTab(pack, mayReview))
  const sending = pack.state === 'approved' || pack.state === 'released' || pack.state === 'prepared'
  const readsTwice = mayReview && profiles[pack.profile].redacted && !sending && pack.state !== 'void'
  return (
    <Tabs className="pack-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <TabList className="panel-tab-list pack-tab-list" aria-label="Parts of the pack">
        {seesDecisions && (
          <Tab className="panel-tab" id="review">
            Review
          </Tab>
        )}
        {seesDecisions && (
          <Tab className="panel-tab" id="searches">
            Searches
          </Tab>
        )}
        {readsTwice && (
          <Tab className="panel-tab" id="second">
            Second reading
          </Tab>
        )}
        <Tab className="panel-tab" id="reads">
          What the recipient will read
        </Tab>
        <Tab className="panel-tab" id="files">
          Files and gate
        </Tab>
        <Tab className="panel-tab" id="send">
          {sending ? 'Release' : 'Approve'}
        </Tab>
      </TabList>
      {seesDecisions && (
        <TabPanel className="pack-panel pack-panel-review" id="review">
          <Review pack={pack} />
        </TabPanel>
      )}
      {seesDecisions && (
        <TabPanel className="pack-panel" id="searches">
          <Searches pack={pack} />
        </TabPanel>
      )}
      {readsTwice && (
        <TabPanel className="pack-panel" id="second">
          <SecondReading pack={pack} />
        </TabPanel>
      )}
      <TabPanel className="pack-panel" id="reads">
        <RecipientView pack={pack} />
      </TabPanel>
      <TabPanel className="pack-panel" id="files">
        <PackFiles pack={pack} />
      </TabPanel>
      <TabPanel className="pack-panel" id="send">
        {sending ? <Release pack={pack} /> : <Approve pack={pack} onRead={() => setTab('reads')} />}
      </TabPanel>
    </Tabs>
  )
}

/** The case has changed since: nothing of this pack may leave until it is built again, with what has been decided. */
const Stale = ({ pack }: { readonly pack: PackView }) => {
  const may = useMay('pack:review')
  const decide = useStore((state) => state.decide)
  const work = useStore((state) => state.work)
  const [problem, setProblem] = useState<string | null>(null)
  if (!pack.isStale || pack.secondReading.isBlind || pack.state === 'released' || pack.state === 'prepared')
    return null
  return (
    <div className="pack-note">
      <Notice
        tone="warn"
        title="The case has changed since this pack was built"
        actions={
          may && (
            <Button
              isDisabled={work !== null}
              onPress={() => void decide(pack.id, []).then((error) => setProblem(error?.message ?? null))}
            >
              Build it again
            </Button>
          )
        }
      >
        <p>{problem ?? 'It cannot be approved or released as it stands. What was decided is kept.'}</p>
      </Notice>
    </div>
  )
}

const leftInWords = (pack: PackView, kept: string): string => {
  if (pack.secondReading.isBlind)
    return `${counted(pack.secondReading.left, 'question')} to read a second time or settle`
  const taken = decisionsIn(kept, pack.candidates)
  const left = leftOf(pack.candidates, taken).length
  const open = left === 0 ? 'Nothing left to decide' : `${counted(left, 'question')} left`
  return taken.length === 0 ? open : `${open}, ${taken.length} to apply`
}

export const PackPage = ({
  packId,
  onBack,
}: {
  readonly packId: string
  readonly one: CaseView
  readonly onBack: () => void
}) => {
  const pack = useStore((state) => state.pack)
  const load = useStore((state) => state.loadPack)
  const drafts = useStore((state) => state.drafts)
  useEffect(() => void load(packId), [load, packId])
  return (
    <RemoteView remote={pack} waiting="Opening the pack" retry={() => void load(packId)}>
      {(found) => (
        <div className="pack">
          <header className="pack-head">
            <Button kind="quiet" icon="back" onPress={onBack}>
              Packs
            </Button>
            <h2 data-page-title tabIndex={-1}>
              For {found.recipient.name}
            </h2>
            <PackStateBadge state={found.state} />
            <span className="quiet">{profiles[found.profile].title}</span>
            <span className="quiet numbers">{counted(found.replacements, 'replacement')}</span>
            <span className="pack-left numbers" role="status">
              {leftInWords(found, drafts[takenKey(found)]?.text ?? '')}
            </span>
          </header>
          <Stale pack={found} />
          {(found.state === 'void' || found.state === 'prepared') && (
            <div className="pack-note">
              <Notice
                tone={found.state === 'void' ? 'danger' : 'warn'}
                title={
                  found.state === 'void'
                    ? 'This pack can no longer be used'
                    : 'A release was begun and not finished'
                }
              >
                <p>
                  {found.note ??
                    'Look in the folder it was to go to, then release it again or build a new pack.'}
                </p>
              </Notice>
            </div>
          )}
          <PackTabs pack={found} key={found.id} />
        </div>
      )}
    </RemoteView>
  )
}
