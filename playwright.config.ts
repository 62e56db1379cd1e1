import { defineConfig, devices } from '@playwright/test'
import { readEnv } from './config/env'

const { ATTEST_E2E_PORT: port, CHROMIUM_PATH: executablePath } = readEnv()
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  // The tests share their cores with the server, its database and two browsers: how fast something is, the bench says.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  outputDir: '.attest/e2e',
  use: { baseURL, trace: 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], launchOptions: executablePath ? { executablePath } : {} },
    },
  ],
  webServer: {
    command: `exec node tests/support/serve-for-e2e.mjs ${port}`,
    url: `${baseURL}/healthz`,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
