import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

export const PanelTabs = ({
  label,
  tabs,
  selected,
  onSelect,
}: {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly body: ReactNode }[]
  /** Where the tab in view is kept elsewhere; the first where there is none of this id. */
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}) => (
  <Tabs
    className="panel-tabs"
    {...(selected === undefined
      ? {}
      : { selectedKey: tabs.some(({ id }) => id === selected) ? selected : (tabs[0]?.id ?? '') })}
    {...(onSelect === undefined ? {} : { onSelectionChange: (key) => onSelect(String(key)) })}
  >
    <TabList className="panel-tab-list" aria-label={label}>
      {tabs.map((tab) => (
        <Tab className="panel-tab" id={tab.id} key={tab.id}>
          {tab.title}
        </Tab>
      ))}
    </TabList>
    {tabs.map((tab) => (
      <TabPanel className="panel-tab-body" id={tab.id} key={tab.id}>
        {tab.body}
      </TabPanel>
    ))}
  </Tabs>
)
