import { readFileSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// `sayso serve` gives what is built here from src/sayso/static; everything stands in files, as inline scripts are refused.
const CARRIED = ['svelte/LICENSE.md', 'topojson-client/LICENSE', 'world-atlas/LICENSE']

/** Put the licences of what is carried along beside the built files. */
const licences = () => ({
  name: 'licences',
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => void }) {
    const texts = CARRIED.map((name) => `${name}\n\n${readFileSync(`node_modules/${name}`, 'utf8')}`)
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') })
  },
})

export default defineConfig({
  base: './',
  plugins: [svelte(), licences()],
  worker: { format: 'es' },
  build: {
    outDir: '../src/sayso/static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8765' } },
  test: { include: ['src/**/*.test.ts'] },
})
