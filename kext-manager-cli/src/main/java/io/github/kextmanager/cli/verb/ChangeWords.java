package io.github.kextmanager.cli.verb;

/** What the help of every change says. */
final class ChangeWords {
  static final String JSON =
      "In JSON, for each kext: outcome, identifier, category, loaded, changed (whether the kernel now"
          + " holds something else than before), evidence (lines of the tools), commands (what was"
          + " run).";

  static final String KEXTS =
      "A bundle identifier, or the path of a bundle. What has a slash in it is a path: ./Widget.kext.";

  private ChangeWords() {}
}
