import fs from 'node:fs'
import path from 'node:path'
import { localFolder } from './project.mjs'
import { runCommand } from './run-command.mjs'
import { Sentence } from './sentence.mjs'

/*
 * The steps of `npm run verify` and `npm test`. Each returns { ok, passed, failed, output }:
 * the tests counted by their own runner (0 where a step is no test), and what to show when it failed.
 */

const bin = (name) => path.join('node_modules', name)
const resultFolder = path.join(localFolder, 'test-results')

async function runCheck(file, args, env) {
  const { code, output } = await runCommand(process.execPath, [file, ...args], { env })
  return { ok: code === 0, passed: 0, failed: 0, output }
}

export const lint = () => runCheck(bin('@biomejs/biome/bin/biome'), ['check', '.'])

export async function types() {
  const routes = await runCheck(bin('next/dist/bin/next'), ['typegen'])
  return routes.ok ? runCheck(bin('typescript/bin/tsc'), ['--noEmit', '-p', '.']) : routes
}

/** The unit tests, which share nothing: on every core, where Vitest by itself leaves one free, and so half of a machine of two. */
export const unit = () => vitest('tests/unit', {}, ['--maxWorkers=100%'])

/** Vitest over one folder of tests. */
export async function vitest(folder, env, options = []) {
  const file = resultFile(folder)
  const args = ['run', folder, ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const result = await runCheck(bin('vitest/vitest.mjs'), args, { ...env, NODE_ENV: 'test' })
  const counts = readJson(file)
  return { ...result, passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0 }
}

/** Playwright over tests/e2e; its configuration starts the server. */
export async function playwright(env) {
  const file = resultFile('e2e')
  const args = ['test', '--reporter=list,json']
  const result = await runCheck(bin('@playwright/test/cli.js'), args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  const counts = readJson(file)?.stats
  return { ...result, passed: (counts?.expected ?? 0) + (counts?.flaky ?? 0), failed: counts?.unexpected ?? 0 }
}

/** Turns work that throws when it fails into a step. */
export async function asStep(work) {
  await work()
  return { ok: true, passed: 0, failed: 0, output: '' }
}

function failedBy(error) {
  return { ok: false, passed: 0, failed: 0, output: error instanceof Sentence ? error.message : String(error.stack) }
}

/**
 * Runs steps one after another and prints each with its duration and, at the end, `N passed, N failed` alone on a line.
 * A step that fails without a failed test (lint, a build, a test file that cannot be loaded) counts as one failure.
 * After a failed step marked `required` the rest is not run.
 *
 * @param {{ title: string, run: () => Promise<object>, required?: boolean }[]} steps
 * @returns {Promise<number>} the exit code
 */
export async function runSteps(steps) {
  let passed = 0
  let failed = 0
  for (const { title, run, required } of steps) {
    const start = Date.now()
    const step = await run().catch(failedBy)
    const failures = step.ok ? 0 : Math.max(step.failed, 1)
    passed += step.passed
    failed += failures
    const counts = step.passed + step.failed > 0 ? `, ${step.passed} passed, ${step.failed} failed` : ''
    if (!step.ok) console.log(step.output.trim())
    console.log(`${step.ok ? 'ok    ' : 'FAILED'} ${title} (${((Date.now() - start) / 1000).toFixed(1)} s${counts})`)
    if (!step.ok && required) break
  }
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function resultFile(name) {
  fs.mkdirSync(resultFolder, { recursive: true })
  const file = path.join(resultFolder, `${name.replaceAll('/', '-')}.json`)
  fs.rmSync(file, { force: true })
  return file
}

function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined
}
