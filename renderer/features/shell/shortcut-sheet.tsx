import { Dialog } from '../../ui/dialog.tsx'

const groups = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl K', 'Find a command or a case'],
      ['Ctrl Shift H', 'Names or pseudonyms'],
      ['Ctrl L', 'Lock now'],
      ['?', 'This sheet'],
      ['Alt ←', 'Back to where you were'],
      ['Ctrl Z', 'Undo what was just done, while it is told of'],
      ['Esc', 'Close what is open'],
    ],
  },
  {
    title: 'In a case',
    keys: [['Alt 1 to Alt 6', 'Overview, Chronology, Contributions, People key, Analysis, Packs']],
  },
  {
    title: 'Chronology',
    keys: [
      ['/', 'Search'],
      ['j or ↓', 'Next entry'],
      ['k or ↑', 'Previous entry'],
      ['Page Up, Page Down', 'A screen at a time'],
      ['Home, End', 'First and last entry'],
      ['Enter', 'Open the entry beside the list'],
      ['c', 'Comment on the entry in hand'],
      ['n, Shift N', 'Next and previous word found, in the entry'],
      ['Space or x', 'Select the entry in hand'],
      ['Shift with an arrow', 'Select as far as it leads'],
      ['Ctrl A', 'Select everything that matches'],
      ['Ctrl Shift A', 'Select nothing'],
      ['Shift A', 'Analyse what is selected'],
      ['Esc', 'Back to the list'],
    ],
  },
  {
    title: 'Analysing an entry',
    keys: [
      ['a', 'Its analysis'],
      ['r', 'As its agency recorded it'],
      ['1 to 4', 'Judge it'],
      ['0', 'Take the judgement back'],
      ['Ctrl Enter', 'Save; going on saves too'],
    ],
  },
  {
    title: 'Same events',
    keys: [
      ['c', 'The pair in hand is one event'],
      ['r', 'They are different events'],
      ['n or j', 'Decide later: the next pair'],
      ['k', 'The pair before'],
      ['u', 'Undo the last decision'],
    ],
  },
  {
    title: 'Timeline',
    keys: [
      ['← →', 'Along an agency’s lane'],
      ['↑ ↓', 'From agency to agency'],
      ['+ −', 'Nearer and farther'],
      ['Page Up, Page Down', 'Earlier and later'],
      ['Home, End', 'First and last of the lane'],
      ['0', 'The whole period under review'],
      ['Enter', 'Open what is in hand'],
      ['Esc', 'Back to the timeline'],
    ],
  },
  {
    title: 'Reviewing a pack',
    keys: [
      ['j, k', 'Next and previous question'],
      ['y', 'This is who it probably is'],
      ['1', 'This is somebody in the people key'],
      ['2', 'Somebody new, for the people key'],
      ['3', 'Put other words in its place'],
      ['4', 'Not identifying'],
      ['h', 'Here only, or in the whole case'],
      ['p', 'Next place of the question'],
      ['u', 'Undo the last decision not yet applied'],
      ['[ ]', 'Previous and next passage'],
      ['o', 'Open the next replacement'],
      ['m', 'Mark words that were missed'],
      ['n', 'Open the next part of an approver’s sample'],
    ],
  },
] as const

export const ShortcutSheet = ({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}) => (
  <Dialog title="Keyboard shortcuts" open={open} onClose={onClose} wide>
    <div className="shortcut-groups">
      {groups.map((group) => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl className="shortcuts">
            {group.keys.map(([keys, what]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
    <p className="small quiet">Single-letter shortcuts can be turned off in Settings.</p>
  </Dialog>
)
