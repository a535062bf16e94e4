import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import { ordinaryTexts, startWeChat, type SimulatedWeChat } from '../wechat';
import { writeDemoWorkspace } from './demoWorkspace';
import { runDesktop } from './suite/desktop';
import { installSystemPackages } from './install/systemPackages';
import { installVSCode } from './install/installVSCode';
import { packageExtension } from './install/packageExtension';
import { workbenchUrl } from './running/page';
import { Processes } from './processes';
import { quietSettings } from './running/settings';
import { startVSCode } from './running/startVSCode';

/** `npm start`: the extension in a real VS Code, against a simulated WeChat, with something to try it on. */
async function main(desktop: boolean): Promise<void> {
  const processes = new Processes();
  const folder = processes.temporaryFolder();
  const workspace = path.join(folder, 'demo');
  const vsix = packageExtension(processes);
  const wechat = await startWeChat({ followers: 26_500, texts: ordinaryTexts });
  await writeDemoWorkspace(workspace, wechat);
  const settings = { ...quietSettings, 'wechatOpenid.apiBaseUrl': wechat.url };

  if (desktop) {
    await vsix;
    console.log(introduction(wechat, 'Close the window of VS Code to end.'));
    await runDesktop(processes, { folder, workspace, settings });
    await processes.end();
    await wechat.close();
    return;
  }
  await installSystemPackages(processes, ['keyring'], console.log);
  const installed = await installVSCode(processes, console.log);
  // The page can open a shell on this machine: only who knows the token may load it.
  const connectionToken = randomBytes(16).toString('hex');
  const { server } = await startVSCode(processes, installed, {
    vsix: await vsix,
    keyring: true,
    settings,
    connectionToken,
  });
  const url = workbenchUrl(server.port, workspace, { tkn: connectionToken });
  console.log(introduction(wechat, `VS Code is at ${url}\nCtrl-C ends it.`));
}

function introduction({ url, accounts }: SimulatedWeChat, last: string): string {
  const accountLines = accounts.map(
    ({ name, appId, secret }) => `  ${name}   AppID ${appId}   AppSecret ${secret}`,
  );
  return `
The simulated WeChat answers at ${url}

${accountLines.join('\n')}

First add an account: F1, “WeChat: Add Official Account…”, with the first AppID and AppSecret above.
Look somebody up: F1, “WeChat: Look Up OpenID…”, with ${accounts[0].openids({}, 1).join()}

Then try this:
  1. Right-click orders.csv in the Explorer, “Add Profiles to File…”: a copy with outcome, scene, tags beside each order.
  2. In the side bar open the account, Followers: browse its 25 000 followers, fetch a sample, tag some rows of the table.
     Browse again and compare the two lists.
  3. Right-click members.csv, “Import UnionID Pairs…”, and let it add the Mini Program (any AppID, such as wx0000000000000001).
     Then F1, “WeChat: Find Person…”, with one of its unionids.

${last}
`;
}

main(process.argv.includes('--desktop')).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
