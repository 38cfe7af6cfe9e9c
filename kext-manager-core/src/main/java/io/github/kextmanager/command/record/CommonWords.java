package io.github.kextmanager.command.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Words that are names of users and machines here and there, and of other things in everything that
 * the tools write. To replace them everywhere would hide nothing and spoil the recording.
 */
final class CommonWords {
  private static final Set<String> WORDS =
      Set.of(
          "admin",
          "administrator",
          "air",
          "apple",
          "arm",
          "arm64",
          "boot",
          "com",
          "daemon",
          "darwin",
          "default",
          "dev",
          "developer",
          "driver",
          "file",
          "guest",
          "home",
          "host",
          "imac",
          "intel",
          "iokit",
          "kernel",
          "kext",
          "kexts",
          "kmutil",
          "library",
          "local",
          "localhost",
          "mac",
          "macbook",
          "macos",
          "me",
          "mini",
          "net",
          "nobody",
          "org",
          "os",
          "osx",
          "private",
          "pro",
          "release",
          "root",
          "runner",
          "shared",
          "staff",
          "studio",
          "sudo",
          "system",
          "test",
          "usb",
          "user",
          "users",
          "version",
          "wheel");

  private CommonWords() {}

  /** Whether a name cannot be told from other words. */
  static boolean contain(String name) {
    return name.codePointCount(0, name.length()) < 2
        || name.startsWith("_")
        || Arrays.stream(name.split("[ .:-]")).allMatch(CommonWords::isCommon);
  }

  private static boolean isCommon(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9')
        || WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
