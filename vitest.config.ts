import { defineConfig } from 'vitest/config'

const node = (name: string) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    projects: [
      node('domain'),
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
