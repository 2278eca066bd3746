/** Ports that belong to another well-known service; what they answer says nothing about Remote Desktop. */
const OF_OTHER_SERVICES: ReadonlySet<number> = new Set([
  21, 22, 23, 25, 53, 80, 88, 110, 123, 135, 139, 143, 389, 443, 445, 464, 587, 593, 636, 993, 995, 515, 631, 1433, 1494, 1723, 2049, 3000, 3128, 3268, 3269, 3306, 5000, 5432, 5900, 5985, 5986, 6379,
  8000, 8080, 8443, 8530, 8531, 9090, 9100, 9200, 9389, 27017,
]);

/** Remote Desktop may be moved to another port, so every port that is nobody else's counts, and one that is not named. */
export const mayBeRemoteDesktop = (port: number | undefined): boolean => port === undefined || !OF_OTHER_SERVICES.has(port);
