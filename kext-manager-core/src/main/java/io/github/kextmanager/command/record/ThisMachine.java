package io.github.kextmanager.command.record;

import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistReader;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.UnreadablePlistException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The names of the user and of the machine, as far as they can be had without a command. */
final class ThisMachine {
  /**
   * SystemConfiguration keeps the names that System Settings shows here (scselect(8), scutil(8)).
   */
  private static final Path PREFERENCES =
      Path.of("/Library/Preferences/SystemConfiguration/preferences.plist");

  private static final Duration RESOLVER_PATIENCE = Duration.ofSeconds(2);

  /** More would make every line slower; a Mac with so many users is a server. */
  private static final int MOST_USERS = 100;

  private ThisMachine() {}

  static Set<String> users() {
    Set<String> users = new LinkedHashSet<>();
    for (String property : List.of("user.name", "user.home")) {
      Optional.ofNullable(System.getProperty(property))
          .map(ThisMachine::lastPart)
          .ifPresent(users::add);
    }
    for (String variable : List.of("USER", "LOGNAME", "SUDO_USER", "HOME")) {
      Optional.ofNullable(System.getenv(variable)).map(ThisMachine::lastPart).ifPresent(users::add);
    }
    return users;
  }

  /** Whoever has a home folder below a folder; it can be that of this user too. */
  static Set<String> otherUsers(Path homes) {
    Set<String> users = new LinkedHashSet<>();
    try (Stream<Path> folders = Files.list(homes)) {
      folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .limit(MOST_USERS)
          .forEach(users::add);
    } catch (IOException | UncheckedIOException unreadable) {
      // Their folders are recognised in paths without being known.
      return users;
    }
    return users;
  }

  static Set<String> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    for (String variable : List.of("HOSTNAME", "HOST")) {
      Optional.ofNullable(System.getenv(variable)).ifPresent(hosts::add);
    }
    resolved().ifPresent(hosts::add);
    hosts.addAll(configured(PREFERENCES));
    return hosts;
  }

  /** A home folder is named by its last part; the parts before it are everybody's. */
  private static String lastPart(String nameOrPath) {
    String trimmed = nameOrPath.endsWith("/") ? nameOrPath.replaceAll("/++$", "") : nameOrPath;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  /** The resolver of a badly set up network answers late or never. */
  private static Optional<String> resolved() {
    CompletableFuture<String> name = new CompletableFuture<>();
    Thread asking = new Thread(() -> name.complete(localHost()), "kext-manager-host-name");
    asking.setDaemon(true);
    asking.start();
    try {
      return Optional.of(name.get(RESOLVER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /** A name that cannot be resolved is in the message of the exception: "NAME: NAME: unknown". */
  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      String message = String.valueOf(e.getMessage());
      return message.substring(0, Math.max(0, message.indexOf(':')));
    }
  }

  /** The host name, the computer name and the local host name of a configuration. */
  static Set<String> configured(Path preferences) {
    Set<String> names = new LinkedHashSet<>();
    if (!Files.isReadable(preferences)) {
      return names;
    }
    try {
      if (PlistReader.read(preferences) instanceof PlistDict all) {
        Optional<PlistDict> system = all.get("System", PlistDict.class);
        Optional<PlistDict> own = system.flatMap(dict -> dict.get("System", PlistDict.class));
        own.flatMap(dict -> text(dict, "HostName")).ifPresent(names::add);
        own.flatMap(dict -> text(dict, "ComputerName")).ifPresent(names::add);
        system
            .flatMap(dict -> dict.get("Network", PlistDict.class))
            .flatMap(dict -> dict.get("HostNames", PlistDict.class))
            .flatMap(dict -> text(dict, "LocalHostName"))
            .ifPresent(names::add);
      }
    } catch (UnreadablePlistException unreadable) {
      // The resolver has the name as well, and the document asks people to look a recording
      // through.
      return names;
    }
    return names;
  }

  private static Optional<String> text(PlistDict dict, String key) {
    return dict.get(key, PlistString.class).map(PlistString::value);
  }
}
