package io.github.kextmanager.host;

import java.util.List;

/** As whom a rule of sudo lets commands run. */
enum SudoRunas {
  /** As root, among others. */
  ROOT,
  /** Not as root. */
  OTHERS,
  /** As the members of a group of users or of a netgroup, of whom root may be one. */
  PERHAPS_ROOT;

  /** Reads the users before the colon, of whom the last that matches counts (sudoers(5)). */
  static SudoRunas of(String users) {
    SudoRunas runas = OTHERS;
    for (String user : List.of(users.split(",\\s*", -1))) {
      String name = user.strip();
      boolean isNegated = name.startsWith("!");
      switch (isNegated ? name.substring(1) : name) {
        case "root", "#0", "ALL" -> runas = isNegated ? OTHERS : ROOT;
        default -> {
          if (name.matches("!?[%+].*") && runas != (isNegated ? OTHERS : ROOT)) {
            runas = PERHAPS_ROOT;
          }
        }
      }
    }
    return runas;
  }
}
