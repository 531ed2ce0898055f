// A loader of webpack for libraries from before `globalThis`: they make a program of a text to find the global object, which
// a content security policy forbids. What they look for has a name now.
const MADE = /\bFunction\((['"])return this\1\)\(\)(?:\s*\|\|\s*\(1,\s*eval\)\((['"])this\2\))?/g;

/**
 * For webpack.
 * @param {string} source
 */
module.exports = (source) => source.replace(MADE, 'globalThis');
