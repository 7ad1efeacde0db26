/** Loaded before a program: says at its end the most memory that it needed. */
process.on("exit", () => process.stderr.write(`most memory: ${process.resourceUsage().maxRSS} kB\n`));
