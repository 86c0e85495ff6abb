import { useEffect, useState } from 'react'
import type { Failure } from '../../../domain/result.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

export const SampleCase = () => {
  const sampleFolder = useStore((state) => state.sampleFolder)
  const exploreSample = useStore((state) => state.exploreSample)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    void sampleFolder().then((folder) => {
      if (folder.ok) setPassphrase(folder.value.passphrase)
      else setFailure(folder.error)
    })
  }, [sampleFolder])
  const explore = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const error = await exploreSample()
    if (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <div className="stack">
      <h1 data-page-title tabIndex={-1}>
        Explore a sample case
      </h1>
      <p className="reading">
        A complete review to learn with: “Adult A”, with the chronologies of five agencies and two agency
        reports. Everything in it is invented. No person, address, organisation, number or event is real.
      </p>
      <p className="reading">
        It lives in a vault of its own, apart from your work. Because there is nothing to protect in it, its
        passphrase is known to everyone:
      </p>
      {passphrase !== '' && <p className="recovery-key sample-passphrase">{passphrase}</p>}
      {failure && (
        <Notice tone="danger" title="The sample case could not be opened" live>
          <p>{failure.message}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button kind="primary" busy={busy} onPress={() => void explore()}>
          {busy ? 'Preparing the sample case' : 'Open the sample case'}
        </Button>
      </div>
    </div>
  )
}
