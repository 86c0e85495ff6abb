import { describe, expect, it } from 'vitest'
import {
  installableNames,
  isDebianFamily,
  missingPackages,
  packagesFor,
  readInstallable,
  readInstalled,
} from '../../scripts/bootstrap/system-packages.mjs'

describe('system packages', () => {
  it('a display server is asked for only where there is no display', () => {
    expect(packagesFor({ libraries: true, display: true, compiler: false })).toEqual(
      expect.arrayContaining(['libgtk-3-0', 'libnss3', 'xvfb', 'xauth']),
    )
    expect(packagesFor({ libraries: true, display: false, compiler: false })).not.toContain('xvfb')
    expect(packagesFor({ libraries: false, display: false, compiler: false })).toEqual([])
  })

  it('reads what dpkg lists as installed, and nothing that is only configured or removed', () => {
    const installed = readInstalled('libnss3 ii \nlibgtk-3-0 rc \nxvfb un \nlibasound2t64 ii \n')
    expect([...installed]).toEqual(['libnss3', 'libasound2t64'])
  })

  it('takes a package under its newer name for installed', () => {
    const installed = new Set(['libasound2t64', 'libnss3'])
    expect(missingPackages(['libasound2', 'libnss3', 'libgbm1'], installed)).toEqual(['libgbm1'])
  })

  it('reads what apt can install, leaving out names without a candidate', () => {
    // The form of `apt-cache policy` on Ubuntu 24.04, where libasound2 is a name that others provide.
    const policy = [
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: 1.2.11-1ubuntu0.1',
      '  Version table:',
      '     1.2.11-1ubuntu0.1 500',
      '',
    ].join('\n')
    expect([...readInstallable(policy)]).toEqual(['libasound2t64'])
  })

  it('installs under the name this release has', () => {
    const installable = new Set(['libasound2t64', 'libnss3'])
    expect(installableNames(['libasound2', 'libnss3'], installable)).toEqual(['libasound2t64', 'libnss3'])
  })

  it('names a package that cannot be found as it is, so that apt says so', () => {
    expect(installableNames(['libgbm1'], new Set())).toEqual(['libgbm1'])
  })

  it('knows Debian, Ubuntu and what descends from them', () => {
    expect(isDebianFamily('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n')).toBe(true)
    expect(isDebianFamily('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n')).toBe(true)
    expect(isDebianFamily('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toBe(true)
    expect(isDebianFamily('NAME="Fedora Linux"\nID=fedora\n')).toBe(false)
  })
})
