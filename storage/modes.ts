/** What people wrote is read by the user who runs the service and by nobody else on the machine. */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
