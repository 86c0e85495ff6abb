import { useStore } from '../../store.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

const icons = { good: 'check', warn: 'warning', danger: 'error', info: 'info', plain: 'info' } as const

export const Toasts = () => {
  const toasts = useStore((state) => state.toasts)
  const drop = useStore((state) => state.dropToast)
  return (
    <div className="toasts" role="log" aria-live="polite" aria-label="Messages">
      {toasts.map((toast) => (
        <div className={`toast toast-${toast.tone}`} key={toast.id}>
          <Icon name={icons[toast.tone]} />
          <span className="grow">{toast.message}</span>
          <IconButton icon="close" label="Dismiss" onPress={() => drop(toast.id)} />
        </div>
      ))}
    </div>
  )
}
