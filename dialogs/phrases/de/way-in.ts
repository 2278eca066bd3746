const CONSOLE = '- **An seinem eigenen Bildschirm**: Gehen Sie hin, oder bitten Sie jemanden vor Ort.';
const VIRTUAL = '- **Ist es eine virtuelle Maschine**: Öffnen Sie ihre Konsole im Hyper-V-Manager, in vSphere oder Proxmox.';
const BOARD = '- **Hat er eine Verwaltungskarte**: Öffnen Sie im Browser die Konsole von iLO, iDRAC oder XClarity.';
const REMOTE_POWERSHELL =
  '- **Von einem anderen Windows-Computer im selben Netz**, als dessen Administrator: Öffnen Sie PowerShell, und tippen Sie `Enter-PSSession NAME`, mit dem Namen des Remotecomputers. Das geht, wo PowerShell-Remoting (WinRM) an ist, wie auf Windows-Servern von Haus aus.';
const SERIAL = '- **Läuft er in einer Cloud**: Nehmen Sie im Portal des Anbieters die serielle Konsole oder *Run command* (Befehl ausführen).';

export const WAY_IN = {
  lead: 'Sie brauchen einen Weg zum Remotecomputer, der ohne Remotedesktop auskommt. Einer davon genügt:',
  windows: [CONSOLE, VIRTUAL, BOARD, REMOTE_POWERSHELL, SERIAL],
  private: [
    CONSOLE,
    '- **Ist niemand da**: Rufen Sie jemanden an, der sich davorsetzen und tippen kann, was Sie vorlesen.',
    '- **Ist es eine virtuelle Maschine**: Öffnen Sie auf dem Computer, auf dem sie läuft, ihr Fenster im Hyper-V-Manager oder in VirtualBox.',
  ],
  azure: [
    '- **Run command** (Befehl ausführen): Öffnen Sie im Azure-Portal den virtuellen Computer, dann *Vorgänge*, *Befehl ausführen*, *RunPowerShellScript*. Das braucht kein Netz und keine Anmeldung an Windows.',
    '- **Serielle Konsole**: unter *Hilfe*, *Serielle Konsole*. Sie braucht die Startdiagnose und das Kennwort eines lokalen Administrators.',
    '- **Von einem anderen Computer im selben virtuellen Netz**: `Enter-PSSession NAME` in PowerShell.',
  ],
  pool: [
    '- **Ein Cloud-Desktop hat keinen eigenen Bildschirm.** Wer den Pool verwaltet, kann ihn im Azure-Portal oder in Intune neu starten oder Befehle darauf ausführen.',
    '- **Einen Cloud-PC** können Sie selbst neu starten: auf windows365.microsoft.com, im Menü Ihres Cloud-PCs.',
  ],
  linux: ['- **SSH**: Tippen Sie in einem Terminal `ssh USER@NAME`.', CONSOLE, VIRTUAL, SERIAL],
  container: [
    '- **Ein Container**: Tippen Sie auf dem Computer, auf dem er läuft, `docker exec -it NAME bash` (oder `podman`).',
    '- **WSL**: Tippen Sie `wsl` in einer Eingabeaufforderung.',
    '- **Hinter einem Tunnel oder einer Bastion**: `ssh USER@NAME` auf demselben Weg.',
  ],
  without: 'Steht Ihnen keiner davon offen? Dann braucht es jemanden, der einen hat. Ich schreibe ihm einen Text.',
} as const;
