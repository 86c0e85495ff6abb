import { defineConfig } from 'vitest/config'

const node = (name: string, isolate = true) => ({
  test: {
    name,
    isolate,
    include: [`tests/${name}/**/*.test.ts`],
    setupFiles: ['tests/fixed-seed.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    // By default a core is left free; on two cores that is half the machine.
    maxWorkers: '100%',
    projects: [
      // Pure rules keep nothing from one test to the next, so its files share what they import.
      node('domain', false),
      node('documents'),
      node('db'),
      node('workspace'),
      node('electron'),
      node('scripts'),
      node('boundaries'),
      {
        test: {
          name: 'renderer',
          include: ['tests/renderer/**/*.test.tsx'],
          environment: 'jsdom',
          testTimeout: 60_000,
        },
      },
    ],
  },
})
