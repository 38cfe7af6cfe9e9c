package io.github.kextmanager.testing.program;

import io.github.kextmanager.testing.disk.Ownership.Owner;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the first word of chown asks for. Of the names that a Mac has, those are known that own
 * something in an installation.
 */
record NewOwner(OptionalInt uid, OptionalInt gid) {
  private static final Map<String, Integer> USERS =
      Map.of("root", 0, "daemon", 1, "nobody", -2, "user", 501);
  private static final Map<String, Integer> GROUPS =
      Map.of("wheel", 0, "daemon", 1, "sys", 3, "tty", 4, "staff", 20, "admin", 80, "nobody", -2);

  static Optional<NewOwner> parse(String word, OutputStreamText stderr) {
    int colon = word.indexOf(':') >= 0 ? word.indexOf(':') : word.indexOf('.');
    String user = colon < 0 ? word : word.substring(0, colon);
    String group = colon < 0 ? "" : word.substring(colon + 1);
    OptionalInt uid = number(user, USERS);
    if (uid.isEmpty() && !user.isEmpty()) {
      stderr.println("chown: %s: illegal user name".formatted(user));
      return Optional.empty();
    }
    OptionalInt gid = number(group, GROUPS);
    if (gid.isEmpty() && !group.isEmpty()) {
      stderr.println("chown: %s: illegal group name".formatted(group));
      return Optional.empty();
    }
    return Optional.of(new NewOwner(uid, gid));
  }

  private static OptionalInt number(String word, Map<String, Integer> names) {
    if (names.containsKey(word)) {
      return OptionalInt.of(names.getOrDefault(word, 0));
    }
    return word.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(word))
        : OptionalInt.empty();
  }

  Owner over(Owner old) {
    return new Owner(uid.orElse(old.uid()), gid.orElse(old.gid()));
  }
}
