#!/usr/bin/env node
import module from 'node:module';

// Newer versions of Node keep compiled code between runs, which makes every run after the first start sooner.
module.enableCompileCache?.();

const { main } = await import('../dist/command/main.js');
process.exitCode = await main(process.argv.slice(2));
