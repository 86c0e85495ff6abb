import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

export const PanelTabs = ({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly body: ReactNode }[]
}) => (
  <Tabs className="panel-tabs">
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
