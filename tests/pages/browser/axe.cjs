// Opens pages in Chromium and prints, as JSON, what axe finds and what the page asked for from outside.
// node axe.cjs NODE_MODULES CHROMIUM JOBS.json   (jobs: [{path, width, script, shot}])
const path = require('path');
const fs = require('fs');
const { pathToFileURL } = require('url');
const [modules, chromium, jobsFile] = process.argv.slice(2);
const puppeteer = require(path.join(modules, 'puppeteer-core'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');

async function look(browser, job) {
  const page = await browser.newPage();
  const asked = [];
  const said = [];
  page.on('request', (request) => { if (!/^(file|data):/.test(request.url())) asked.push(request.url()); });
  page.on('console', (message) => said.push(message.text()));
  page.on('dialog', async (dialog) => { said.push('dialog: ' + dialog.message()); await dialog.dismiss(); });
  await page.setViewport({ width: job.width || 1000, height: 900 });
  if (job.javascript === false) await page.setJavaScriptEnabled(false);
  await page.goto(pathToFileURL(job.path).href, { waitUntil: 'load' });
  const devtools = await page.createCDPSession();
  const run = async (expression) => {
    const answer = await devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  };
  const found = { path: job.path, width: job.width || 1000 };
  found.wider = await run('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  found.fonts = await run('document.fonts.ready.then(() => [...document.fonts].map((f) => f.status))');
  // the page's policy forbids scripts from outside: axe goes in through the developer tools
  await run(axe);
  const results = await run('axe.run(document).then((r) => JSON.stringify(r.violations))');
  found.violations = JSON.parse(results).map((v) => ({
    id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 200)).slice(0, 5),
  }));
  if (job.script) found.value = await run(job.script);
  if (job.shot) await page.screenshot({ path: job.shot, fullPage: true });
  await page.close();
  return { ...found, asked, said };
}

(async () => {
  const jobs = JSON.parse(fs.readFileSync(jobsFile, 'utf8'));
  const browser = await puppeteer.launch({
    executablePath: chromium, headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-dev-shm-usage'],
  });
  const found = [];
  for (const job of jobs) found.push(await look(browser, job));
  await browser.close();
  process.stdout.write(JSON.stringify(found));
})().catch((error) => { console.error(error); process.exit(1); });
