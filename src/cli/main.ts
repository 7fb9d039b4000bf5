#!/usr/bin/env node
import { bearLostOutput } from "./lost-output.ts";
import { main } from "./program.ts";

bearLostOutput(process.stdout, process.stderr);
process.exitCode = await main(process.argv.slice(2));
