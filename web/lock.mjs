// Brings package-lock.json up to date with package.json and takes out the addresses that npm puts in for funding:
// a lock file here names no host. Run with: npm run lock
import { execSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

execSync('npm install --package-lock-only --no-audit --no-fund', { stdio: 'inherit' })
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
for (const entry of Object.values(lock.packages)) delete entry.funding
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n')
