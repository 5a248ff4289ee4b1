// Hosts that nobody can start on a machine like this, nor a published filter of theirs.
const hosted = 'a hosted service; neither it nor its filter is published.';

export async function start() {
  return {
    name: 'absent', version: '',
    pages: [
      { host: 'Confluence Cloud', way: 'iframe macro', notRun: hosted },
      { host: 'Confluence Data Center', way: 'HTML macro',
        notRun: 'sold under licence; no package of it can be had here.' },
      { host: 'Notion', way: 'Embed block by address', notRun: hosted },
      { host: 'SharePoint', way: 'Embed web part', notRun: hosted },
      { host: 'Backstage', way: 'the whole portal',
        notRun: 'its sanitiser ran (above); the portal round it is an application of its own to be built.' },
      { host: 'GitLab wiki', way: 'iframe',
        notRun: 'its filter is a part of its server, which is in no package here.' },
    ],
    async close() {},
  };
}
