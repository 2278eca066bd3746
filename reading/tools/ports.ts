/** Ports that belong to another well-known service; what they answer says nothing about Remote Desktop. */
const OF_OTHER_SERVICES: ReadonlySet<number> = new Set([
  21, 22, 23, 25, 53, 80, 88, 110, 123, 135, 139, 143, 389, 443, 445, 464, 587, 593, 636, 993, 995, 1433, 3268, 3269, 3306, 5432, 5900, 5985, 5986, 8080, 8443, 9389,
]);

/** Remote Desktop may be moved to another port, so every port that is nobody else's counts, and one that is not named. */
export const mayBeRemoteDesktop = (port: number | undefined): boolean => port === undefined || !OF_OTHER_SERVICES.has(port);
