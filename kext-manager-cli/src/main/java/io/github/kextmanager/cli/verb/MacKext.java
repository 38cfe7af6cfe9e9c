package io.github.kextmanager.cli.verb;

import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.grammar.UsageException;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.SampleBundle;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a kext to try a simulated Mac with. */
final class MacKext implements Verb {
  private static final String VERSION = "--version";
  private static final String COMPATIBLE = "--compatible";
  private static final String NEEDS = "--needs";
  private static final String TEAM = "--team";
  private static final String UNSIGNED = "--unsigned";
  private static final String HARDWARE = "--matches-hardware";

  @Override
  public CommandSpec spec() {
    return VerbSpec.of(
            "Write a kext to try a simulated Mac with.",
            "A bundle with a property list and an executable for every processor, which do"
                + " nothing.",
            "In JSON: bundle, identifier.")
        .object(
            "BUNDLE",
            "The bundle to write, such as Widget.kext; what lies there is written over. With --mac"
                + " or --root a path as seen there.")
        .object("ID", "Its bundle identifier.")
        .value(VERSION, "VERSION", "Its version. Default: 1.0.0.")
        .value(
            COMPATIBLE,
            "VERSION",
            "Make it a library, for kexts that need this version or a later one up to its own"
                + " (OSBundleCompatibleVersion).")
        .repeatable(
            NEEDS,
            "ID@VERSION",
            "A library that it needs; one that is made here needs --compatible. Can be repeated.")
        .value(TEAM, "TEAM", "The team that has signed it.")
        .flag(UNSIGNED, "Do not sign it.")
        .flag(HARDWARE, "Let the Mac have hardware for it, so that it starts with the Mac.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    if (words.has(TEAM) && words.has(UNSIGNED)) {
      throw new UsageException("--team and --unsigned contradict each other.");
    }
    TestKext kext = kext(words);
    Path bundle = SampleBundle.write(kext, words.object(0), Volume.of(words.options()));
    if (words.options().format() == Format.JSON) {
      console
          .json()
          .text("bundle", bundle.toString())
          .text("identifier", kext.identifier().value())
          .end();
    } else {
      console.print("The kext " + kext.identifier() + " lies in " + bundle + ".");
    }
    return ExitStatus.DONE;
  }

  private static TestKext kext(Words words) {
    TestKext kext = TestKext.named(new KextWord(words.object(1)).identifier().value());
    if (words.has(VERSION)) {
      kext = kext.version(words.text(VERSION));
    }
    if (words.has(COMPATIBLE)) {
      kext = kext.compatibleFrom(words.text(COMPATIBLE));
    }
    for (String library : words.values(NEEDS)) {
      int at = library.lastIndexOf('@');
      if (at < 1) {
        throw new UsageException(NEEDS + " is ID@VERSION, not \"" + library + "\".");
      }
      kext = kext.needing(library.substring(0, at), library.substring(at + 1));
    }
    if (words.has(TEAM)) {
      kext = kext.signedBy(words.text(TEAM));
    }
    if (words.has(UNSIGNED)) {
      kext = kext.unsigned();
    }
    return words.has(HARDWARE) ? kext.matchesHardware() : kext;
  }
}
