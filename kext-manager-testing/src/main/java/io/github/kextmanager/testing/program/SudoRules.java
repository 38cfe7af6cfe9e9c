package io.github.kextmanager.testing.program;

/**
 * {@code sudo -n -l}: what a user may run, in the words of sudo 1.9.
 *
 * @param rights what the user may do
 * @param user the name of the user
 */
record SudoRules(Sudoers rights, String user) {
  private static final String HOST = "mac";

  int list(Invocation invocation) {
    if (invocation.isRoot() || rights == Sudoers.ALLOWED) {
      String name = invocation.isRoot() ? "root" : user;
      invocation
          .stdout()
          .println("User %s may run the following commands on %s:".formatted(name, HOST));
      invocation.stdout().println("    (ALL) NOPASSWD: ALL");
      return 0;
    }
    invocation
        .stderr()
        .println(
            rights == Sudoers.NOT_LISTED
                ? "Sorry, user %s may not run sudo on %s.".formatted(user, HOST)
                : "sudo: a password is required");
    return 1;
  }
}
