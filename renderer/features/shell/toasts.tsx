import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

const icons = { good: 'check', warn: 'warning', danger: 'error', info: 'info', plain: 'info' } as const

/** The button pressed goes with its message: the focus goes to the page, not nowhere. */
const toPage = (): void => document.getElementById('main')?.focus()

export const Toasts = () => {
  const toasts = useStore((state) => state.toasts)
  const drop = useStore((state) => state.dropToast)
  return (
    <div className="toasts" role="log" aria-live="polite" aria-label="Messages">
      {toasts.map((toast) => (
        <div className={`toast toast-${toast.tone}`} key={toast.id}>
          <Icon name={icons[toast.tone]} />
          <span className="grow">{toast.message}</span>
          {toast.undo && (
            <Button
              kind="quiet"
              onPress={() => {
                drop(toast.id)
                toPage()
                void toast.undo?.()
              }}
            >
              Undo
            </Button>
          )}
          <IconButton
            icon="close"
            label="Dismiss"
            onPress={() => {
              drop(toast.id)
              toPage()
            }}
          />
        </div>
      ))}
    </div>
  )
}
