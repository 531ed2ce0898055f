// Four pages from one source tree:
//   taskpane.html       the add-in: task pane and ribbon commands in one shared runtime, as Excel loads it
//   help.html           what it is, how to get it into Excel, how to get help
//   index.html          the embedded workbook: a page that plays Excel
//   embedded-pane.html  taskpane.html once more, as it stands in the embedded workbook: one script comes before office.js
// With `--env url=https://…` for a site of one's own: the same pages, and a manifest with its addresses.
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const path = require('node:path');
const { WebpackError } = require('webpack');
const { version } = require('./package.json');
const { paneHeader, workbookHeader, policies, headerFor } = require('./scripts/security.cjs');
const { FirstDocument } = require('./scripts/first-document.cjs');
const { DEVELOPMENT, EXAMPLE, manifestFor, siteOf } = require('./scripts/site.cjs');

/** What a first visitor finds; where the pages are built anew at each change, the page has it drawn instead. */
const FIRST = 'lesson-4.json';

/** Lets the workbook around the pane install its hooks before office.js runs. A file: the pane's policy lets no script in. */
const ATTACH = 'attach.js';

module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode === 'production';
  const site = siteOf(env.url);
  return {
    mode: production ? 'production' : 'development',
    devtool: production ? false : 'source-map',
    entry: {
      taskpane: './src/taskpane/index.tsx',
      workbook: './src/workbook/index.ts',
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: '[name].js',
      // What is loaded later must be of the same build, whatever a cache holds.
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    cache: {
      type: 'filesystem',
      cacheDirectory: path.join(__dirname, '.cache/webpack'),
      // Builds of both kinds may go on at the same time, and each writes what it keeps.
      name: site ? 'site' : argv.mode,
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.js'],
      alias: { 'cjk-regex$': path.join(__dirname, 'src/workbook/grid/cjkRegex.ts') },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          // Types are checked by `npm run typecheck`; the bundle only needs them gone.
          use: { loader: 'ts-loader', options: { transpileOnly: true } },
        },
        // The engine's inner loops: their AssemblyScript becomes WebAssembly here.
        { test: /\.asc$/, type: 'javascript/auto', use: path.join(__dirname, 'scripts/assembly.cjs') },
        {
          test: /\.js$/,
          include: /node_modules.@microsoft.office-js-helpers/,
          use: path.join(__dirname, 'scripts/no-eval.cjs'),
        },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    optimization: {
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    performance: { hints: false },
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      pane('taskpane.html'),
      pane('embedded-pane.html', ATTACH),
      new HtmlPlugin({
        template: './src/help/page.ts',
        filename: 'help.html',
        chunks: [],
        policy: policies.help,
        headers: { pane: paneHeader, workbook: workbookHeader },
      }),
      embeddedWorkbook(production),
      ...(production ? [new FirstDocument('lesson-4', FIRST)] : []),
      ...(production && !site ? [forThisMachineOnly] : []),
      new CopyPlugin({
        patterns: [
          { from: 'manifest.xml', transform: (text) => manifestFor(String(text), version, site) },
          { from: 'src/help/help.css', to: 'help.css' },
          { from: 'src/workbook/attach.js', to: ATTACH },
          { from: 'assets/*.png', globOptions: { ignore: ['**/screenshot-*'] } },
        ],
      }),
    ],
    devServer: env.excel ? await excelServer() : undefined,
  };
};

/** What nobody else's Excel can load is not to be given away by mistake. */
const forThisMachineOnly = {
  apply: (compiler) =>
    compiler.hooks.thisCompilation.tap('site', ({ warnings }) =>
      warnings.push(new WebpackError(`manifest.xml is for ${DEVELOPMENT}, this machine alone. ${EXAMPLE}`)),
    ),
};

/** @param {string} [first] a script to run before office.js */
function pane(filename, first) {
  return new HtmlPlugin({
    template: './src/taskpane/taskpane.html',
    filename,
    chunks: ['taskpane'],
    hash: true,
    policy: policies.taskpane,
    first,
  });
}

function embeddedWorkbook(production) {
  return new HtmlPlugin({
    template: './src/workbook/index.html',
    filename: 'index.html',
    chunks: ['workbook'],
    hash: true,
    policy: policies.workbook,
    // The page that stands for the one that the manifest names; the document that a first visitor finds, or else the ribbon
    // button that is pressed for them; and what is to be in view then.
    meta: {
      pane: 'embedded-pane.html',
      ...(production && { 'first-document': FIRST }),
      'open-with': 'Lesson 4',
      'open-at': 'A1:BG30',
    },
  });
}

/** https on port 3000, as the manifest says: Excel loads add-ins from nowhere else. */
async function excelServer() {
  const certificates = require('office-addin-dev-certs');
  return {
    port: 3000,
    hot: true,
    headers: ({ url }) => ({ 'Content-Security-Policy': headerFor(url.split('?')[0]) }),
    server: { type: 'https', options: await certificates.getHttpsServerOptions() },
  };
}
