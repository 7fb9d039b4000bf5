// Laws are tried on the same examples each time, so that whether the tests pass depends on the code alone.
// LAWS=random tries others, LAWS=<a whole number> those of another seed.
import fc from "fast-check";

const asked = process.env.LAWS ?? "20120115";
const seed = asked === "random" ? undefined : Number(asked);
if (seed !== undefined && !Number.isInteger(seed))
  throw new Error(`LAWS=${asked} is neither random nor a whole number.`);
fc.configureGlobal({ seed });
