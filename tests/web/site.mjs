// VS Code for the web as a small site of its own: nothing but files, and a page that starts the workbench.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const WORKBENCH = '/out/vs/code/browser/workbench/workbench.js';
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/**
 * Serves the workbench with one folder open, our extension and a harness that holds the files and the tests.
 * @param {{ vscode: string, extension: string, harness: string }} folders
 */
export async function serveSite({ vscode, extension, harness }) {
  const folders = { vscode, extension, harness };
  const server = createServer(async (request, response) => {
    const { host } = request.headers;
    // Extensions run under an origin of their own.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      response.setHeader('Content-Type', pathname === '/' ? 'text/html' : (TYPES[extname(pathname)] ?? 'text/plain'));
      response.end(pathname === '/' ? page(host) : await contents(folders, decodeURIComponent(pathname)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function contents(folders, pathname) {
  const [, name, ...rest] = pathname.split('/');
  const path = normalize(`/${rest.join('/')}`);
  const file = await readFile(join(folders[name], path));
  return name === 'vscode' && path === WORKBENCH ? alone(file.toString()) : file;
}

/** This build expects a server for files and extensions behind it; two changes make it stand alone. */
const alone = (workbench) =>
  workbench
    .replace('remoteAuthority:location.host', 'remoteAuthority:void 0')
    .replace(/(file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/, '$1vscodeUserData');

function page(host) {
  const place = (path) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    userDataPath: '/profile',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: `http://{{uuid}}.${host}/vscode`,
      webviewContentExternalBaseUrlTemplate: `http://${host}/vscode/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    configurationDefaults: { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none' },
    folderUri: { scheme: 'vscode-vfs', authority: 'test', path: '/work' },
    additionalBuiltinExtensions: [place('/extension')],
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [place('/harness')],
      extensionTestsPath: place('/harness/suite.js'),
    },
  };
  const settings = JSON.stringify(configuration).replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <meta id="vscode-workbench-web-configuration" data-settings="${settings}">
  <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode${WORKBENCH}"></script>
</html>`;
}
