// Two pages from one source tree:
//   taskpane.html  the add-in: task pane and ribbon commands in one shared runtime, as Excel loads it
//   index.html     the embedded workbook: a page that plays Excel and loads that same taskpane.html
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const path = require('node:path');

module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode === 'production';
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
    cache: { type: 'filesystem', cacheDirectory: path.join(__dirname, '.cache/webpack') },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
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
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    optimization: {
      minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
    },
    performance: { hints: false },
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new HtmlPlugin({
        template: './src/taskpane/taskpane.html',
        filename: 'taskpane.html',
        chunks: ['taskpane'],
        hash: true,
      }),
      new HtmlPlugin({
        template: './src/workbook/index.html',
        filename: 'index.html',
        chunks: ['workbook'],
        hash: true,
        // The ribbon button that a new embedded workbook presses first.
        meta: { 'open-with': 'Lesson 4' },
      }),
      new CopyPlugin({
        patterns: ['manifest.xml', { from: 'assets/*.png', globOptions: { ignore: ['**/screenshot-*'] } }],
      }),
    ],
    devServer: env.excel ? await excelServer() : undefined,
  };
};

/** https on port 3000, as the manifest says: Excel loads add-ins from nowhere else. */
async function excelServer() {
  const certificates = require('office-addin-dev-certs');
  return {
    port: 3000,
    hot: true,
    server: { type: 'https', options: await certificates.getHttpsServerOptions() },
  };
}
