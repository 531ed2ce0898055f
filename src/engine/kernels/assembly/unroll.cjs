// For the generators beside this file: X.gen.cjs exports the AssemblyScript of a module X.ts, which the build makes and nobody
// keeps. Sums that are to stay in registers must be variables of their own, and AssemblyScript has no loop that unrolls.

/** The text of each number below `count`, one behind the other. */
exports.each = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join('\n');

/** A module of parts. */
exports.moduleOf = (...parts) => parts.join('\n\n') + '\n';
