package io.github.kextmanager.testing.offline;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.program.LongOption;
import io.github.kextmanager.testing.program.LongOption.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that kextcache of a release knows (kext_tools, kextcache_main.h). */
final class KextcacheOptions {
  static final char VOLUME_ROOT = 'V';
  static final char SYMBOLS = 'Y';
  static final char SYSTEM_CACHES = 'A';
  static final char SYSTEM_KERNEL = 'P';

  /** For embedded systems; they change nothing here. */
  private static final char IGNORED = 'J';

  private static final MacOsVersion STAGING = new MacOsVersion(10, 13, 4);

  private static final Map<Character, Set<KextcacheFlag>> FLAGS =
      Map.ofEntries(
          Map.entry('f', EnumSet.of(KextcacheFlag.FORCE)),
          Map.entry('F', EnumSet.of(KextcacheFlag.LOW_PRIORITY)),
          Map.entry('r', EnumSet.of(KextcacheFlag.ALL_LOADED)),
          Map.entry('z', EnumSet.of(KextcacheFlag.NO_AUTHENTICATION)),
          Map.entry('t', EnumSet.noneOf(KextcacheFlag.class)),
          Map.entry(IGNORED, EnumSet.noneOf(KextcacheFlag.class)),
          Map.entry('C', EnumSet.of(KextcacheFlag.COMPRESSED)),
          Map.entry('O', EnumSet.of(KextcacheFlag.UNCOMPRESSED)),
          Map.entry('I', EnumSet.of(KextcacheFlag.INSTALLER, KextcacheFlag.FORCE)),
          Map.entry('H', EnumSet.of(KextcacheFlag.CACHES_ONLY)),
          Map.entry('B', EnumSet.of(KextcacheFlag.EARLY_BOOT)),
          Map.entry('G', EnumSet.of(KextcacheFlag.CLEAR_STAGING)),
          Map.entry('R', EnumSet.of(KextcacheFlag.PRUNE_STAGING)),
          Map.entry('D', EnumSet.of(KextcacheFlag.DESTINATION_ROOT)),
          Map.entry('Q', EnumSet.of(KextcacheFlag.LEGACY)));

  private static final List<Since> LONG =
      List.of(
          new Since(Releases.SNOW_LEOPARD, "help", Value.NONE, 'h'),
          new Since(Releases.SNOW_LEOPARD, "quiet", Value.NONE, 'q'),
          new Since(Releases.SNOW_LEOPARD, "verbose", Value.OPTIONAL, 'v'),
          new Since(Releases.SNOW_LEOPARD, "compressed", Value.NONE, 'C'),
          new Since(Releases.SNOW_LEOPARD, "uncompressed", Value.NONE, 'O'),
          new Since(Releases.SNOW_LEOPARD, "arch", Value.REQUIRED, 'a'),
          new Since(Releases.SNOW_LEOPARD, "system-mkext", Value.NONE, 'e'),
          new Since(Releases.SNOW_LEOPARD, "volume-root", Value.REQUIRED, VOLUME_ROOT),
          new Since(Releases.SNOW_LEOPARD, "system-caches", Value.NONE, SYSTEM_CACHES),
          new Since(Releases.SNOW_LEOPARD, "bundle-id", Value.REQUIRED, 'b'),
          new Since(Releases.SNOW_LEOPARD, "local-root", Value.NONE, 'l'),
          new Since(Releases.SNOW_LEOPARD, "local-root-all", Value.NONE, 'L'),
          new Since(Releases.SNOW_LEOPARD, "network-root", Value.NONE, 'n'),
          new Since(Releases.SNOW_LEOPARD, "network-root-all", Value.NONE, 'N'),
          new Since(Releases.SNOW_LEOPARD, "safe-boot", Value.NONE, 's'),
          new Since(Releases.SNOW_LEOPARD, "safe-boot-all", Value.NONE, 'S'),
          new Since(Releases.SNOW_LEOPARD, "prelinked-kernel", Value.OPTIONAL, 'c'),
          new Since(Releases.SNOW_LEOPARD, "system-prelinked-kernel", Value.NONE, SYSTEM_KERNEL),
          new Since(Releases.SNOW_LEOPARD, "kernel", Value.REQUIRED, 'K'),
          new Since(Releases.SNOW_LEOPARD, "all-loaded", Value.NONE, 'r'),
          new Since(Releases.SNOW_LEOPARD, "symbols", Value.REQUIRED, SYMBOLS),
          new Since(Releases.SNOW_LEOPARD, "all-personalities", Value.NONE, IGNORED),
          new Since(Releases.SNOW_LEOPARD, "no-link-failures", Value.NONE, IGNORED),
          new Since(Releases.SNOW_LEOPARD, "strip-symbols", Value.NONE, IGNORED),
          new Since(Releases.SNOW_LEOPARD, "update-volume", Value.REQUIRED, 'u'),
          new Since(Releases.SNOW_LEOPARD, "force", Value.NONE, 'f'),
          new Since(Releases.SNOW_LEOPARD, "no-authentication", Value.NONE, 'z'),
          new Since(Releases.SNOW_LEOPARD, "print-diagnostics", Value.NONE, 't'),
          new Since(Releases.LION, "Installer", Value.NONE, 'I'),
          new Since(Releases.LION, "caches-only", Value.NONE, 'H'),
          new Since(Releases.YOSEMITE, "invalidate", Value.REQUIRED, 'i'),
          new Since(Releases.YOSEMITE, "Boot", Value.NONE, 'B'),
          new Since(STAGING, "clear-staging", Value.NONE, 'G'),
          new Since(STAGING, "prune-staging", Value.NONE, 'R'),
          new Since(Releases.BIG_SUR, "dstroot-update", Value.NONE, 'D'),
          new Since(Releases.BIG_SUR, "legacy-behavior", Value.NONE, 'Q'));

  private KextcacheOptions() {}

  private record Since(MacOsVersion release, String name, Value value, char letter) {}

  static String letters(MacOsVersion release) {
    return ":a:b:c:efFh"
        + (release.isAtLeast(Releases.YOSEMITE) ? "i:" : "")
        + "kK:lLm:nNqrsStu:U:vz"
        + (release.isAtLeast(Releases.BIG_SUR) ? "D" : "");
  }

  static List<LongOption> names(MacOsVersion release) {
    return LONG.stream()
        .filter(option -> release.isAtLeast(option.release()))
        .map(option -> new LongOption(option.name(), option.value(), option.letter()))
        .toList();
  }

  /** An option as it is named when its value is missing: one without a letter has none there. */
  static char shown(char letter) {
    return letter == VOLUME_ROOT || letter == SYMBOLS ? '\0' : letter;
  }

  static boolean isFlag(char letter) {
    return FLAGS.containsKey(letter);
  }

  static Set<KextcacheFlag> flags(char letter) {
    return FLAGS.getOrDefault(letter, Set.of());
  }
}
