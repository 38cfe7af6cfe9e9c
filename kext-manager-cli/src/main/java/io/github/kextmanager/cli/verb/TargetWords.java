package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import java.util.List;

/** The words that say for which Mac a kext is judged. */
final class TargetWords {
  private static final String AS = "--as";
  private static final String ARCH = "--arch";
  private static final String SAFE_BOOT = "--safe-boot";

  private static final MacOsVersion NEWEST = ReleaseWord.NEWEST;

  private static final List<Architecture> KNOWN =
      List.of(
          Architecture.X86_64,
          Architecture.ARM64E,
          Architecture.I386,
          Architecture.X86_64H,
          Architecture.ARM64,
          Architecture.PPC);

  private TargetWords() {}

  static VerbSpec addTo(VerbSpec spec) {
    return spec.value(
            AS,
            "RELEASE",
            "Judge by the rules of this release of macOS, such as 10.15 or 14. Default: "
                + NEWEST
                + ", the newest that is known.")
        .value(
            ARCH,
            "ARCH",
            "Judge for a kernel of this architecture. Default: x86_64 up to 10.15, arm64e after.");
  }

  static VerbSpec withBoot(VerbSpec spec) {
    return addTo(spec).flag(SAFE_BOOT, "Judge for a safe boot.");
  }

  /** Whether a Mac is described that is not there. */
  static boolean areIn(Words words) {
    return words.has(AS) || words.has(ARCH) || words.has(SAFE_BOOT);
  }

  /**
   * The Mac.
   *
   * @throws UsageException if a word is none of those that are known
   */
  static TargetMac target(Words words) {
    MacOsVersion release = words.has(AS) ? release(words.text(AS)) : NEWEST;
    Architecture architecture =
        words.has(ARCH) ? architecture(words.text(ARCH)) : usualArchitecture(release);
    return new TargetMac(
        release, architecture, words.has(SAFE_BOOT) ? BootMode.SAFE : BootMode.NORMAL);
  }

  private static Architecture usualArchitecture(MacOsVersion release) {
    return release.isAtLeast(MacOsVersion.BIG_SUR) ? Architecture.ARM64E : Architecture.X86_64;
  }

  private static MacOsVersion release(String text) {
    try {
      return ReleaseWord.known(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(AS + ": " + e.getMessage());
    }
  }

  private static Architecture architecture(String text) {
    Architecture architecture = new Architecture(text);
    if (!KNOWN.contains(architecture)) {
      throw new UsageException(ARCH + ": a kernel is one of " + KNOWN + ", not \"" + text + "\".");
    }
    return architecture;
  }
}
