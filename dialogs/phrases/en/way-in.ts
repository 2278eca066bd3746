/** Ways onto a computer whose Remote Desktop is dead, one a line. */

const CONSOLE = "- **At its own screen**: go there, or ask somebody on site.";
const VIRTUAL = "- **If it's a virtual machine**: open its console in Hyper-V Manager, vSphere or Proxmox.";
const BOARD = '- **If it has a management board**: open the console of iLO, iDRAC or XClarity in your browser.';
const REMOTE_POWERSHELL =
  '- **From another Windows computer in the same network**, as its administrator: open PowerShell and type `Enter-PSSession NAME`, with the name of the remote computer. That works where remote PowerShell (WinRM) is on, as it is on Windows servers by default.';
const SERIAL = '- **If it runs in a cloud**: use the serial console, or *Run command*, of the provider\'s portal.';

/** What the remote computer is, as far as it is known. */
export const WAY_IN = {
  lead: 'You need a way onto the remote computer that works without Remote Desktop. One of these is enough:',
  windows: [CONSOLE, VIRTUAL, BOARD, REMOTE_POWERSHELL, SERIAL],
  private: [CONSOLE, "- **If nobody is there**: call somebody who can sit down at it and type what you read out.", "- **If it's a virtual machine**: open its window in Hyper-V Manager or VirtualBox on the computer that runs it."],
  azure: [
    '- **Run command**: in the Azure portal, open the virtual machine, then *Operations*, *Run command*, *RunPowerShellScript*. It needs no network and no sign-in to Windows.',
    '- **Serial console**: under *Help*, *Serial console*. It needs boot diagnostics and the password of a local administrator.',
    '- **From another machine in the same virtual network**: `Enter-PSSession NAME` in PowerShell.',
  ],
  pool: [
    '- **A cloud desktop has no screen of its own.** Whoever manages the pool can restart it, or run commands on it, in the Azure portal or in Intune.',
    '- **A Cloud PC** you can restart yourself: at windows365.microsoft.com, in the menu of your Cloud PC.',
  ],
  linux: ['- **SSH**: type `ssh USER@NAME` in a terminal.', CONSOLE, VIRTUAL, SERIAL],
  container: ['- **A container**: type `docker exec -it NAME bash` (or `podman`) on the computer that runs it.', '- **WSL**: type `wsl` in a Command Prompt.', '- **Behind a tunnel or bastion**: `ssh USER@NAME` through the same way.'],
  without: "None of these is open to you? Then it takes somebody who has one. I'll write them a text.",
} as const;
